// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import static io.latchkey.pairing.PairingVectors.hex;
import static io.latchkey.pairing.Transcript.assertBadRequest;
import static io.latchkey.pairing.Transcript.assertBody;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.identity.Permissions;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.store.Pairings;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may pair and when: procedures of several connections, attempts, order, and what cannot be kept. */
class AccessoryPairSetupTest {
    private static final SetupCode CODE = SetupCode.of("031-45-154");
    private static final SetupCode WRONG = SetupCode.of("031-45-155");
    private static final byte[] M1 = hex("000100060101");
    private static final byte[] WRONG_CODE = hex("060104070102");

    private final SecureRandom random = new SeededRandom(2);
    private final ControllerKeys keys = Credentials.newControllerKeys(random);
    private final InMemoryBridge bridge = InMemoryBridge.fresh(CODE);

    @Test
    void eachConnectionHasAProcedureOfItsOwn() {
        byte[] slow = proof("slow", CODE);
        for (int i = 0; i < 20; i++) {
            assertEquals(200, bridge.setup("stranger " + i, M1).status());
            assertBody(WRONG_CODE, bridge.setup("guessing " + i, proof("guessing " + i, WRONG)));
        }
        assertEquals(20, bridge.failedAttempts);
        assertEquals(200, bridge.setup("slow", slow).status());
        assertTrue(bridge.setup.awaits("slow"));
    }

    @Test
    void oneWhoIsLateFindsTheBridgePaired() {
        byte[] m3 = proof("late", CODE);
        Conversation.Send<?> m5 = exchange("later");
        bridge.add(keys, Permissions.ADMIN);
        assertBody(hex("060104070106"), bridge.setup("late", m3));
        assertBody(hex("060106070106"), bridge.setup("later", m5.request()));
        assertFalse(bridge.setup.isBusy());
        assertTrue(bridge.effects.isEmpty());
    }

    @Test
    void procedureThatHasBegunIsNoWayAroundTheLimitOfGuesses() {
        byte[] m3 = proof("waiting", CODE);
        bridge.failedAttempts = 100;
        assertBody(hex("060104070105"), bridge.setup("waiting", m3));
        assertFalse(bridge.setup.isBusy());
    }

    @Test
    void aClosedConnectionEndsItsProcedureAndNoOther() {
        bridge.setup("one", M1);
        bridge.setup("two", M1);
        bridge.setup = bridge.setup.without("one");
        assertFalse(bridge.setup.awaits("one"));
        assertTrue(bridge.setup.awaits("two"));
        assertBadRequest(bridge.setup("one", hex("060103")));
        bridge.setup = bridge.setup.without("two");
        assertFalse(bridge.setup.isBusy());
    }

    @Test
    void thoseWhoseConnectionsHaveGoneAreForgottenTogether() {
        bridge.setup("one", M1);
        bridge.setup("two", M1);
        assertSame(bridge.setup, bridge.setup.only(each -> true));
        bridge.setup = bridge.setup.only("two"::equals);
        assertFalse(bridge.setup.awaits("one"));
        assertTrue(bridge.setup.awaits("two"));
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
        assertTrue(bridge.setup.awaits("one"));
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
    void whatCannotBeKeptIsAnUnknownError() {
        Conversation.Send<?> m5 = exchange(InMemoryBridge.PHONE);
        SetupFacts facts = new SetupFacts(bridge.verifier, 0, Pairings.NONE);
        AccessoryPairSetup pairSetup = new AccessoryPairSetup(bridge.identity, random);
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
        bridge.failedAttempts = 100;
        assertEquals("Reply[200, 6 bytes]", bridge.setup("another", M1).toString());
        assertArrayEquals(M1, ((Conversation.Send<?>) ControllerPairSetup.begin(keys, CODE, random)).request());
    }

    /** The M5 of a connection that has proved that it knows the code. */
    private Conversation.Send<?> exchange(String connection) {
        Conversation.Send<?> m1 = (Conversation.Send<?>) ControllerPairSetup.begin(keys, CODE, random);
        Conversation.Send<?> m3 = (Conversation.Send<?>)
                m1.answered(bridge.setup(connection, m1.request()).body());
        return (Conversation.Send<?>)
                m3.answered(bridge.setup(connection, m3.request()).body());
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
