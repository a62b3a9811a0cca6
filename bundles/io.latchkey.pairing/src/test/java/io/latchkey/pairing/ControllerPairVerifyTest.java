// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import static io.latchkey.pairing.PairingVectors.hex;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.transport.SessionKeys;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The controller's side of pair-verify against the recorded transcript, and accessories that it may not trust. */
class ControllerPairVerifyTest {
    private final RecordedPairVerify recorded = new RecordedPairVerify();
    private final Transcript transcript = recorded.transcript;
    private final InMemoryBridge bridge = recorded.bridge();

    @Test
    void controllerSaysWhatWasRecorded() {
        Conversation<SessionKeys> exchange = begun();
        for (int number = 1; number < 4; number += 2) {
            Conversation.Send<?> send = assertInstanceOf(Conversation.Send.class, exchange);
            assertArrayEquals(transcript.message("M" + number), send.request());
            exchange = next(exchange, transcript.message("M" + (number + 1)));
        }
        Conversation.Done<?> done = assertInstanceOf(Conversation.Done.class, exchange);
        recorded.assertKeys((SessionKeys) done.result());
    }

    @Test
    void controllerTrustsNoOtherAccessory() {
        DeviceId otherId = new DeviceId("00:00:00:00:00:01");
        byte[] otherKey = transcript.fixed("controller_ltpk");
        for (ControllerKeys.Peer other : List.of(
                new ControllerKeys.Peer(bridge.identity.deviceId(), otherKey),
                new ControllerKeys.Peer(otherId, bridge.identity.publicKey()))) {
            PreparedRandom random = new PreparedRandom(transcript.fixed("controller_cv_sk"));
            Conversation<SessionKeys> begun = ControllerPairVerify.begin(transcript.controller(), other, random);
            assertEquals(new Conversation.Failed<>(PairingFailure.UNTRUSTED), next(begun, transcript.message("M2")));
        }
    }

    @Test
    void controllerTrustsNoForcedSecretAndNoWrongTag() {
        byte[] forced = hex("0601020320" + RecordedPairVerify.LOW_ORDER + "0510" + "00".repeat(16));
        assertEquals(new Conversation.Failed<>(PairingFailure.UNTRUSTED), next(begun(), forced));
        byte[] tampered = transcript.message("M2");
        tampered[tampered.length - 1] ^= 1;
        assertEquals(new Conversation.Failed<>(PairingFailure.UNTRUSTED), next(begun(), tampered));
    }

    private Conversation<SessionKeys> begun() {
        PreparedRandom random = new PreparedRandom(transcript.fixed("controller_cv_sk"));
        return ControllerPairVerify.begin(transcript.controller(), bridge.peer(), random);
    }

    private static Conversation<SessionKeys> next(Conversation<SessionKeys> exchange, byte[] answer) {
        return ((Conversation.Send<SessionKeys>) exchange).answered(answer);
    }
}
