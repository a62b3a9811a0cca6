// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.latchkey.api.model.HapStatus;
import io.latchkey.itests.wire.WireMessage;
import java.util.List;

/**
 * An answer of {@code /characteristics}, and in plain words what it has to be.
 *
 * @param done the request
 * @param message the answer
 */
public record CharacteristicsReply(String done, WireMessage message) {

    /** Has that HTTP status. */
    public CharacteristicsReply is(int status) {
        Expect.status(message, done, status);
        return this;
    }

    /** Says that all is done: 204, with neither a body nor the length of one. */
    public void isDone() {
        is(204);
        Expect.that(message.text().isEmpty(), done, "no body", message.text());
        Expect.that(message.header("content-length").isEmpty(), done, "no Content-Length beside 204", message);
    }

    /** Bears entries of exactly these ids, in this order. */
    public CharacteristicsReply names(List<String> ids) {
        List<String> came = entries().ids();
        Expect.that(came.equals(ids), done, "entries in the order of the request, " + ids, came);
        return this;
    }

    /** Says that of one entry; one that failed has no value. */
    public CharacteristicsReply says(String id, HapStatus status) {
        JsonObject entry = entry(id);
        Expect.that(entry.has("status"), done, "a status in every entry", entries());
        Expect.that(entry.get("status").getAsInt() == status.code(), done, id + " with status " + status.code(), entry);
        Expect.that(status == HapStatus.SUCCESS || !entry.has("value"), done, "no value beside a failure", entry);
        return this;
    }

    /** Bears that value, written as JSON. */
    public CharacteristicsReply tells(String id, String json) {
        JsonElement value = entries().value(id);
        Expect.that(Entries.isSame(value, json), done, json + " of " + id, value);
        return this;
    }

    /** Bears no value of that entry. */
    public CharacteristicsReply tellsNoValue(String id) {
        Expect.that(!entry(id).has("value"), done, "no value of " + id, entry(id));
        return this;
    }

    /** The one entry of that id. */
    public JsonObject entry(String id) {
        return entries().of(id);
    }

    /** All entries. */
    public Entries entries() {
        return Entries.of(message);
    }
}
