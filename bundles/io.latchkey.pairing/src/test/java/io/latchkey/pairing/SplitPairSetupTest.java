// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import static io.latchkey.pairing.PairingVectors.bytes;
import static io.latchkey.pairing.PairingVectors.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.gson.JsonObject;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.transport.SessionKeys;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The controller's pair-setup in two halves: with the flags for it, and with a code that comes later. */
class SplitPairSetupTest {
    private static final SetupCode CODE = SetupCode.of("518-08-582");
    private static final SetupCode WRONG = SetupCode.of("518-08-583");

    private final JsonObject flags = PairingVectors.load("pair-setup.json").getAsJsonObject("flags_M1_examples");
    private final SecureRandom random = new SeededRandom(5);
    private final ControllerKeys keys = Credentials.newControllerKeys(random);
    private final InMemoryBridge bridge = InMemoryBridge.fresh(CODE);
    private final List<byte[]> sent = new ArrayList<>();

    @Test
    void aTransientSessionAndThenThePairingWithItsVerifier() {
        SessionKeys session = done(ControllerPairSetup.beginTransientSplit(CODE, random), this::setup);
        assertArrayEquals(bytes(flags, "transient_split"), sent.get(0));
        assertEquals(session, bridge.secured().keys());
        assertEquals(0, bridge.pairings.pairings().size());
        bridge.verifier = Credentials.verifier(WRONG, random);
        sent.clear();
        ControllerKeys.Peer peer = done(ControllerPairSetup.beginSplit(keys, CODE, random), this::setup);
        assertArrayEquals(bytes(flags, "split_only"), sent.get(0));
        assertEquals(bridge.peer(), peer);
        assertEquals(1, bridge.pairings.pairings().size());
    }

    @Test
    void theSecondHalfAloneIsRefused() {
        assertEquals(
                new Conversation.Failed<>(PairingFailure.AUTHENTICATION),
                end(ControllerPairSetup.beginSplit(keys, CODE, random), this::setup));
    }

    @Test
    void anAccessoryThatDoesNotKnowTheFlagsIsNotTakenForOneThatDoes() {
        UnaryOperator<byte[]> ignorant = body -> setup(new byte[] {0, 1, 0, 6, 1, 1});
        Conversation.Failed<?> notSplit = new Conversation.Failed<>(PairingFailure.NOT_SPLIT);
        assertEquals(notSplit, end(ControllerPairSetup.beginTransientSplit(CODE, random), ignorant));
        assertEquals(notSplit, end(ControllerPairSetup.beginSplit(keys, CODE, random), ignorant));
        assertEquals(0, bridge.failedAttempts);
    }

    @Test
    void theCodeMayComeAfterTheFirstAnswer() {
        SetupOffer offer = done(ControllerPairSetup.beginWithoutCode(keys, random), this::setup);
        assertEquals("SetupOffer[hidden]", offer.toString());
        assertEquals(bridge.peer(), done(offer.accept(CODE), this::setup));
        assertEquals(3, sent.size());
    }

    @Test
    void aWrongCodeThatComesLaterFailsAndIsCounted() {
        SetupOffer offer = done(ControllerPairSetup.beginWithoutCode(keys, random), this::setup);
        assertEquals(new Conversation.Failed<>(PairingFailure.AUTHENTICATION), end(offer.accept(WRONG), this::setup));
        assertEquals(1, bridge.failedAttempts);
    }

    @Test
    void aLeadingZeroStartsAnewBeforeTheCodeIsAskedForAndNotAfterwards() {
        JsonObject zero = PairingVectors.cases("srp.json", "cases")
                .filter(vector -> text(vector, "name").equals("B-leading-zero"))
                .findFirst()
                .orElseThrow();
        byte[] m2 = Protocol.message(2)
                .bytes(PairingTlv.PUBLIC_KEY, bytes(zero, "B_on_wire_ADK"))
                .bytes(PairingTlv.SALT, bytes(zero, "salt"))
                .build()
                .bytes();
        SetupOffer offer = done(ControllerPairSetup.beginWithoutCode(keys, random), body -> m2);
        assertEquals(2, sent.size());
        assertArrayEquals(sent.get(0), sent.get(1));
        var m3 = assertInstanceOf(Conversation.Send.class, offer.accept(CODE));
        assertEquals(3, m3.request()[2], "the proof, no third beginning");
    }

    private <R> R done(Conversation<R> conversation, UnaryOperator<byte[]> accessory) {
        Conversation<R> end = end(conversation, accessory);
        assertInstanceOf(Conversation.Done.class, end);
        return ((Conversation.Done<R>) end).result();
    }

    private <R> Conversation<R> end(Conversation<R> conversation, UnaryOperator<byte[]> accessory) {
        Conversation<R> step = conversation;
        while (step instanceof Conversation.Send<R> send) {
            sent.add(send.request());
            step = send.answered(accessory.apply(send.request()));
        }
        return step;
    }

    private byte[] setup(byte[] body) {
        return bridge.setup(body).body();
    }
}
