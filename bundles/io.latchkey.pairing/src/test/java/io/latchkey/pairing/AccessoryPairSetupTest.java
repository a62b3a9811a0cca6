// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import static io.latchkey.pairing.PairingVectors.hex;
import static io.latchkey.pairing.Transcript.assertBadRequest;
import static io.latchkey.pairing.Transcript.assertBody;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.identity.Permissions;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.store.Pairings;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may pair and when: ownership, takeover, attempts, order, and what cannot be kept. */
class AccessoryPairSetupTest {
    private static final SetupCode CODE = SetupCode.of("031-45-154");
    private static final SetupCode WRONG = SetupCode.of("031-45-155");
    private static final byte[] M1 = hex("000100060101");
    private static final byte[] BUSY = hex("060102070107");
    private static final byte[] WRONG_CODE = hex("060104070102");

    private final SecureRandom random = new SeededRandom(2);
    private final ControllerKeys keys = Credentials.newControllerKeys(random);
    private final InMemoryBridge bridge = InMemoryBridge.fresh(CODE);

    @Test
    void anotherConnectionFindsTheBridgeBusy() {
        bridge.setup("one", M1);
        assertBody(BUSY, bridge.setup("two", M1));
        assertTrue(bridge.setup.ownedBy("one").isPresent());
    }

    @Test
    void aProcedureMayBeTakenOverAfterThirtySeconds() {
        byte[] m3 = proof("one", CODE);
        bridge.nanos += Duration.ofSeconds(30).toNanos() - 1;
        assertBody(BUSY, bridge.setup("two", M1));
        bridge.nanos++;
        assertEquals(200, bridge.setup("two", M1).status());
        assertTrue(bridge.setup.ownedBy("two").isPresent());
        assertTrue(bridge.setup.ownedBy("two").isPresent());
        assertTrue(bridge.setup.awaits("one"), "it doesn't know yet");
        assertBody(hex("060104070107"), bridge.setup("one", m3));
        assertFalse(bridge.setup.awaits("one"));
        assertBadRequest(bridge.setup("one", m3));
        assertTrue(bridge.setup.ownedBy("two").isPresent());
    }

    @Test
    void whoHasLostTheProcedureHearsSoHoweverItEnded() {
        byte[] m3 = proof("one", CODE);
        bridge.nanos += Duration.ofSeconds(30).toNanos();
        assertBody(WRONG_CODE, bridge.setup("two", proof("two", WRONG)));
        assertFalse(bridge.setup.isBusy());
        assertBody(hex("060104070107"), bridge.setup("one", m3));
        assertEquals(200, bridge.setup("one", proof("one", CODE)).status(), "it may begin anew");
    }

    @Test
    void whoHasLostTheProcedureIsForgottenWithItsConnection() {
        bridge.setup("one", M1);
        bridge.nanos += Duration.ofSeconds(30).toNanos();
        bridge.setup("two", M1);
        bridge.setup = bridge.setup.without("one");
        assertFalse(bridge.setup.awaits("one"));
        assertTrue(bridge.setup.ownedBy("two").isPresent());
        assertBadRequest(bridge.setup("one", hex("060103")));
    }

    @Test
    void beginningAnewDoesNotMakeAProcedureYounger() {
        bridge.setup("one", M1);
        bridge.nanos += Duration.ofSeconds(29).toNanos();
        assertEquals(200, bridge.setup("one", M1).status());
        assertBody(BUSY, bridge.setup("two", M1));
        bridge.nanos += Duration.ofSeconds(1).toNanos();
        assertEquals(200, bridge.setup("two", M1).status());
    }

    @Test
    void anOldProcedureGoesOnWhenNobodyWantsIt() {
        byte[] m3 = proof("one", CODE);
        bridge.nanos += Duration.ofMinutes(5).toNanos();
        assertEquals(200, bridge.setup("one", m3).status());
        assertTrue(bridge.setup.isBusy());
    }

    @Test
    void aClosedConnectionFreesTheProcedure() {
        bridge.setup("one", M1);
        bridge.setup = bridge.setup.without("two");
        assertTrue(bridge.setup.isBusy());
        bridge.setup = bridge.setup.without("one");
        assertFalse(bridge.setup.isBusy());
        assertEquals(200, bridge.setup("two", M1).status());
    }

    @Test
    void theOwnerMayBeginAnew() {
        byte[] stale = proof(InMemoryBridge.PHONE, CODE);
        assertEquals(200, bridge.setup(M1).status());
        assertBody(WRONG_CODE, bridge.setup(stale));
        assertEquals(1, bridge.failedAttempts);
        assertEquals(200, bridge.setup(proof(InMemoryBridge.PHONE, CODE)).status());
    }

    @Test
    void aMessageOutOfOrderEndsTheProcedure() {
        bridge.setup(M1);
        assertBadRequest(bridge.setup(hex("06010505100000000000000000000000000000000000")));
        assertFalse(bridge.setup.isBusy());
        bridge.setup(proof(InMemoryBridge.PHONE, CODE));
        assertBadRequest(bridge.setup(proofOf(bridge, bridge.setup(M1).body(), CODE, 5)));
        assertFalse(bridge.setup.isBusy());
    }

    @Test
    void malformedBytesOfAStrangerDisturbNobody() {
        bridge.setup("one", M1);
        assertBadRequest(bridge.setup("two", hex("06")));
        assertBadRequest(bridge.setup("two", hex("060103")));
        assertTrue(bridge.setup.ownedBy("one").isPresent());
    }

    @Test
    void aHundredWrongCodesCloseTheDoor() {
        bridge.failedAttempts = 99;
        assertBody(WRONG_CODE, bridge.setup(proof(InMemoryBridge.PHONE, WRONG)));
        assertEquals(List.of(new Effect.FailedAttempts(100)), bridge.effects);
        assertBody(hex("060102070105"), bridge.setup(M1));
        assertFalse(bridge.setup.isBusy());
    }

    @Test
    void aRightCodeClearsTheCount() {
        bridge.failedAttempts = 99;
        assertEquals(200, bridge.setup(proof(InMemoryBridge.PHONE, CODE)).status());
        assertEquals(List.of(new Effect.FailedAttempts(0)), bridge.effects);
    }

    @Test
    void refusalsComeInTheirOrder() {
        bridge.setup("another", M1);
        bridge.failedAttempts = 100;
        assertBody(hex("060102070105"), bridge.setup(M1));
        bridge.add(keys, Permissions.ADMIN);
        assertBody(hex("060102070106"), bridge.setup(M1));
        assertBadRequest(bridge.setup(hex("000102060101")));
    }

    @Test
    void aFullStoreTakesNobody() {
        Conversation.Send<?> m1 = (Conversation.Send<?>) ControllerPairSetup.begin(keys, CODE, random);
        Conversation.Send<?> m3 =
                (Conversation.Send<?>) m1.answered(bridge.setup(m1.request()).body());
        Conversation.Send<?> m5 =
                (Conversation.Send<?>) m3.answered(bridge.setup(m3.request()).body());
        for (int i = 0; i < AccessoryPairings.CAPACITY; i++) {
            bridge.add(Credentials.newControllerKeys(random), Permissions.ADMIN);
        }
        assertBody(hex("060106070104"), bridge.setup(m5.request()));
        assertEquals(new Conversation.Failed<>(PairingFailure.MAX_PEERS), m5.answered(hex("060106070104")));
        assertTrue(bridge.effects.isEmpty());
    }

    @Test
    void whatCannotBeKeptIsAnUnknownError() {
        Conversation.Send<?> m1 = (Conversation.Send<?>) ControllerPairSetup.begin(keys, CODE, random);
        Conversation.Send<?> m3 =
                (Conversation.Send<?>) m1.answered(bridge.setup(m1.request()).body());
        Conversation.Send<?> m5 =
                (Conversation.Send<?>) m3.answered(bridge.setup(m3.request()).body());
        SetupFacts facts = new SetupFacts(bridge.verifier, 0, Pairings.NONE);
        AccessoryPairSetup pairSetup = new AccessoryPairSetup(bridge.identity, random, () -> bridge.nanos);
        Step<PairSetupState> step = pairSetup.answer(bridge.setup, InMemoryBridge.PHONE, m5.request(), facts);
        assertBody(hex("060106070101"), step.outcome().notKept());
        assertFalse(step.next().isBusy());
    }

    @Test
    void methodOneIsTakenForMethodZero() {
        byte[] answer = bridge.setup(hex("000101060101")).body();
        assertEquals(200, bridge.setup(proofOf(bridge, answer, CODE, 3)).status());
    }

    @Test
    void negativeCountsAreMisuse() {
        assertThrows(IllegalArgumentException.class, () -> new SetupFacts(bridge.verifier, -1, Pairings.NONE));
    }

    @Test
    void nothingSecretIsPrinted() {
        bridge.setup(M1);
        assertEquals("PairSetupState[busy]", bridge.setup.toString());
        assertEquals("Reply[200, 6 bytes]", bridge.setup("another", M1).toString());
        assertArrayEquals(M1, ((Conversation.Send<?>) ControllerPairSetup.begin(keys, CODE, random)).request());
    }

    private byte[] proof(Object connection, SetupCode code) {
        return proofOf(bridge, bridge.setup(connection, M1).body(), code, 3);
    }

    private byte[] proofOf(InMemoryBridge bridge, byte[] answer, SetupCode code, int number) {
        Conversation.Send<?> m1 = (Conversation.Send<?>) ControllerPairSetup.begin(keys, code, random);
        byte[] request = ((Conversation.Send<?>) m1.answered(answer)).request();
        request[2] = (byte) number;
        return request;
    }
}
