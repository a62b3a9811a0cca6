// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.latchkey.api.identity.Permissions;
import io.latchkey.api.transport.SessionKeys;

/** The recorded pair-verify: its messages, bridges in the state from which it began, and the keys at its end. */
final class RecordedPairVerify {
    /** A public key that leads to the same shared secret whatever the other side's key is. */
    static final String LOW_ORDER = "0100000000000000000000000000000000000000000000000000000000000000";

    final Transcript transcript = new Transcript("pair-verify.json");

    InMemoryBridge bridge() {
        byte[] drawn = transcript.fixed("accessory_cv_sk");
        InMemoryBridge recorded = new InMemoryBridge(
                transcript.identity(),
                Credentials.verifier(transcript.code(), new SeededRandom(5)),
                new PreparedRandom(drawn, drawn));
        recorded.add(transcript.controller(), Permissions.ADMIN);
        return recorded;
    }

    void assertKeys(SessionKeys keys) {
        assertArrayEquals(transcript.derived("accessory_to_controller_key"), keys.accessoryToController());
        assertArrayEquals(transcript.derived("controller_to_accessory_key"), keys.controllerToAccessory());
    }
}
