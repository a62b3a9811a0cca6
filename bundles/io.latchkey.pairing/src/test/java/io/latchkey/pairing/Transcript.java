// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import static io.latchkey.pairing.PairingVectors.bytes;
import static io.latchkey.pairing.PairingVectors.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.store.Verifier;
import java.util.List;

/** The parties of the recorded transcripts of pair-setup and pair-verify, and what was said. */
final class Transcript {
    final JsonObject file;
    final JsonObject fixed;

    Transcript(String name) {
        this.file = PairingVectors.load(name);
        this.fixed = file.getAsJsonObject("fixed");
    }

    byte[] message(String name) {
        return bytes(file.getAsJsonObject("messages"), name);
    }

    byte[] derived(String name) {
        return bytes(file.getAsJsonObject("derived"), name);
    }

    byte[] fixed(String name) {
        return bytes(fixed, name);
    }

    SetupCode code() {
        return SetupCode.of(text(fixed, "setup_code"));
    }

    AccessoryIdentity identity() {
        return Credentials.identity(new DeviceId(text(fixed, "device_id")), fixed("accessory_ltsk_seed"));
    }

    ControllerKeys controller() {
        ControllerId id = new ControllerId(text(fixed, "controller_pairing_id"));
        return new ControllerKeys(id, fixed("controller_ltsk_seed"), List.of());
    }

    Verifier verifier() {
        return Credentials.verifier(code(), new PreparedRandom(fixed("srp_salt")));
    }

    static void assertBody(byte[] expected, Reply reply) {
        assertEquals(200, reply.status());
        assertArrayEquals(expected, reply.body());
    }

    static void assertBadRequest(Reply reply) {
        assertEquals(400, reply.status());
        assertEquals(0, reply.body().length);
    }

    static void assertAnswer(JsonObject expected, Reply reply) {
        if (expected.has("http_status")) {
            assertEquals(expected.get("http_status").getAsInt(), reply.status());
            assertBadRequest(reply);
        } else {
            assertBody(bytes(expected, "response"), reply);
        }
    }
}
