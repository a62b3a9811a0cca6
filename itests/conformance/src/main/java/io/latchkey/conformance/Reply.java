// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.latchkey.api.model.HapStatus;
import io.latchkey.itests.wire.Message;
import java.util.List;

/** An answer of {@code /characteristics}, and in plain words what it has to be. */
record Reply(Message message) {

    /** Has that HTTP status. */
    Reply is(int status) {
        assertEquals(status, message.status(), "the HTTP status of: " + message);
        return this;
    }

    /** Says that all is done: 204, with neither a body nor the length of one. */
    void isDone() {
        is(204);
        assertEquals("", message.text(), "the body of a 204");
        assertTrue(message.header("content-length").isEmpty(), "expected no Content-Length, came: " + message);
    }

    /** Bears entries of exactly these ids, in this order. */
    Reply names(List<String> ids) {
        assertEquals(ids, entries().ids(), "the entries, in the order of the request, in: " + message);
        return this;
    }

    /** Says that of one entry; one that failed has no value. */
    Reply says(String id, HapStatus status) {
        JsonElement came = entry(id).get("status");
        assertNotNull(came, "expected a status in every entry, came: " + message);
        assertEquals(status.code(), came.getAsInt(), "the status of " + id + " in: " + message);
        assertTrue(
                status == HapStatus.SUCCESS || !entry(id).has("value"),
                "expected no value beside a failure: " + message);
        return this;
    }

    /** Bears that value, written as JSON. */
    Reply tells(String id, String json) {
        JsonElement value = entries().value(id);
        assertTrue(Entries.isSame(value, json), "expected " + json + " of " + id + ", came " + value);
        return this;
    }

    /** Bears no value of that entry. */
    Reply tellsNoValue(String id) {
        assertFalse(entry(id).has("value"), "expected no value of " + id + ", came: " + message);
        return this;
    }

    /** The one entry of that id. */
    JsonObject entry(String id) {
        return entries().of(id);
    }

    Entries entries() {
        return Entries.of(message);
    }
}
