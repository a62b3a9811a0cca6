// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import static io.latchkey.pairing.PairingVectors.bytes;
import static io.latchkey.pairing.PairingVectors.text;
import static io.latchkey.pairing.Transcript.assertAnswer;
import static io.latchkey.pairing.Transcript.assertBody;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.store.Pairings;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Both sides of pair-setup against the recorded transcript and every recorded failure. */
class PairSetupVectorsTest {
    private final Transcript transcript = new Transcript("pair-setup.json");

    @Test
    void accessorySaysWhatWasRecorded() {
        InMemoryBridge bridge = bridge();
        assertBody(transcript.message("M2"), bridge.setup(transcript.message("M1")));
        assertBody(transcript.message("M4"), bridge.setup(transcript.message("M3")));
        assertTrue(bridge.effects.isEmpty());
        assertBody(transcript.message("M6"), bridge.setup(transcript.message("M5")));
        Pairing pairing =
                new Pairing(transcript.controller().id(), transcript.fixed("controller_ltpk"), Permissions.ADMIN);
        Pairings expected = new Pairings(List.of(pairing));
        assertEquals(List.of(new Effect.PairingsChanged(expected, Set.of())), bridge.effects);
        assertEquals("PairSetupState[idle]", bridge.setup.toString());
    }

    @Test
    void controllerSaysWhatWasRecorded() {
        PreparedRandom random = new PreparedRandom(transcript.fixed("srp_a"));
        Conversation<ControllerKeys.Peer> exchange =
                ControllerPairSetup.begin(transcript.controller(), transcript.code(), random);
        for (int number = 1; number < 6; number += 2) {
            Conversation.Send<ControllerKeys.Peer> send = sent(exchange);
            assertArrayEquals(transcript.message("M" + number), send.request());
            exchange = send.answered(transcript.message("M" + (number + 1)));
        }
        ControllerKeys.Peer expected =
                new ControllerKeys.Peer(transcript.identity().deviceId(), transcript.fixed("accessory_ltpk"));
        assertEquals(new Conversation.Done<>(expected), exchange);
    }

    @Test
    void keysAreTheRecordedOnes() {
        byte[] srpKey = bytes(transcript.file.getAsJsonObject("srp"), "K");
        assertArrayEquals(transcript.derived("session_key"), KeySchedule.setupPayloads(srpKey));
        assertArrayEquals(transcript.derived("controller_X"), KeySchedule.controllerSignature(srpKey));
        assertArrayEquals(transcript.derived("accessory_X"), KeySchedule.accessorySignature(srpKey));
        assertArrayEquals(
                bytes(transcript.file.getAsJsonObject("srp"), "v"),
                transcript.verifier().verifier());
    }

    @TestFactory
    Stream<DynamicTest> accessoryRefusesAsRecorded() {
        return PairingVectors.cases("pair-setup.json", "failures")
                .filter(v ->
                        !text(v, "name").equals("M1 while another session pairs")) // each has a procedure of its own
                .map(v -> dynamicTest(text(v, "name"), () -> {
                    InMemoryBridge bridge = prepared(v);
                    int effects = bridge.effects.size();
                    assertAnswer(v, bridge.setup(bytes(v, "request")));
                    if (v.has("effect") && text(v, "effect").startsWith("failed-attempt counter +1")) {
                        assertEquals(1, bridge.failedAttempts);
                    } else {
                        assertEquals(effects, bridge.effects.size());
                    }
                    assertFalse(bridge.setup.awaits(InMemoryBridge.PHONE));
                }));
    }

    private InMemoryBridge prepared(JsonObject failure) {
        InMemoryBridge bridge = bridge();
        String after = text(failure, "after");
        if (!after.equals("start")) {
            bridge.setup(transcript.message("M1"));
        }
        if (after.equals("M4")) {
            bridge.setup(transcript.message("M3"));
        }
        switch (text(failure, "name")) {
            case "M1 while already paired" -> bridge.add(transcript.controller(), Permissions.ADMIN);
            case "M1 after 100 failures" -> bridge.failedAttempts = 100;
            default -> {}
        }
        return bridge;
    }

    private InMemoryBridge bridge() {
        byte[] b = transcript.fixed("srp_b");
        return new InMemoryBridge(transcript.identity(), transcript.verifier(), new PreparedRandom(b));
    }

    @SuppressWarnings("unchecked")
    private static Conversation.Send<ControllerKeys.Peer> sent(Conversation<ControllerKeys.Peer> exchange) {
        return assertInstanceOf(Conversation.Send.class, exchange);
    }
}
