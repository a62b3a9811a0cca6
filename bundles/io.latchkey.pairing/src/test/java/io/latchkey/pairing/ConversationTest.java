// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import static io.latchkey.pairing.PairingVectors.hex;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.store.Pairings;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What our controller makes of an accessory that refuses, babbles or lies. */
class ConversationTest {
    private static final SetupCode CODE = SetupCode.of("031-45-154");

    private final SeededRandom random = new SeededRandom(6);
    private final ControllerKeys keys = Credentials.newControllerKeys(random);
    private final InMemoryBridge bridge = InMemoryBridge.fresh(CODE);

    @ParameterizedTest
    @CsvSource({
        "01, UNKNOWN",
        "02, AUTHENTICATION",
        "03, BACKOFF",
        "04, MAX_PEERS",
        "05, MAX_TRIES",
        "06, UNAVAILABLE",
        "07, BUSY",
        "08, UNKNOWN",
        "00, UNKNOWN",
        "ff, UNKNOWN"
    })
    void tellsWhyTheAccessoryRefused(String code, PairingFailure reason) {
        assertEquals(new Conversation.Failed<>(reason), begin().answered(hex("0601020701" + code)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "06", "060104", "060102", "06010203010302", "0601020702", "07020102", "060102060102"})
    void refusesWhatIsNoAnswer(String answer) {
        assertEquals(new Conversation.Failed<>(PairingFailure.MALFORMED), begin().answered(hex(answer)));
    }

    @Test
    void refusesAForcedKey() {
        byte[] m2 = hex("060102" + "030100" + "0210" + "00".repeat(16));
        assertEquals(new Conversation.Failed<>(PairingFailure.UNTRUSTED), begin().answered(m2));
    }

    @Test
    void refusesAnAccessoryThatDoesNotKnowTheCode() {
        Conversation.Send<?> m3 = (Conversation.Send<?>) begin().answered(setup(hex("000100060101")));
        byte[] m4 = Protocol.message(4)
                .bytes(PairingTlv.PROOF, new byte[64])
                .build()
                .bytes();
        assertEquals(new Conversation.Failed<>(PairingFailure.UNTRUSTED), m3.answered(m4));
    }

    @Test
    void refusesAnAccessoryThatCannotSign() {
        assertUntrusted(m6 -> {
            m6[m6.length - 1] ^= 1;
            return m6;
        });
        assertUntrusted(m6 -> hex("0601060510" + "00".repeat(16)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"060102", "0601020101610b0101", "060102010161032000", "06010201000b0101"})
    void refusesAListThatLacksSomething(String answer) {
        Conversation.Send<?> list = (Conversation.Send<?>) ControllerPairings.list();
        assertEquals(new Conversation.Failed<>(PairingFailure.MALFORMED), list.answered(hex(answer)));
    }

    @Test
    void refusesAListWithOneControllerTwiceOrStrangePermissions() {
        Conversation.Send<?> list = (Conversation.Send<?>) ControllerPairings.list();
        String entry = "010161" + "0320" + "00".repeat(32);
        Conversation.Failed<?> malformed = new Conversation.Failed<>(PairingFailure.MALFORMED);
        assertInstanceOf(Conversation.Done.class, list.answered(hex("060102" + entry + "0b0101")));
        assertEquals(malformed, list.answered(hex("060102" + entry + "0b0101ff00" + entry + "0b0100")));
        assertEquals(malformed, list.answered(hex("060102" + entry + "0b0102")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0000", "fe00", "ff0100", "ff00fe00ff00"})
    void refusesAListWithAWrongSeparator(String separator) {
        Conversation.Send<?> list = (Conversation.Send<?>) ControllerPairings.list();
        String first = "010161" + "0320" + "00".repeat(32) + "0b0101";
        String second = "010162" + "0320" + "00".repeat(32) + "0b0100";
        assertInstanceOf(Conversation.Done.class, list.answered(hex("060102" + first + "ff00" + second)));
        assertEquals(
                new Conversation.Failed<>(PairingFailure.MALFORMED),
                list.answered(hex("060102" + first + separator + second)));
    }

    @Test
    void requestsAreCopies() {
        Conversation.Send<?> m1 = begin();
        m1.request()[0] = 9;
        assertArrayEquals(hex("000100060101"), m1.request());
        assertEquals("Send[6 bytes]", m1.toString());
    }

    private void assertUntrusted(UnaryOperator<byte[]> tampering) {
        Conversation.Send<?> m3 = (Conversation.Send<?>) begin().answered(setup(hex("000100060101")));
        Conversation.Send<?> m5 = (Conversation.Send<?>) m3.answered(setup(m3.request()));
        byte[] m6 = tampering.apply(setup(m5.request()));
        assertEquals(new Conversation.Failed<>(PairingFailure.UNTRUSTED), m5.answered(m6));
        bridge.pairings = Pairings.NONE;
    }

    private Conversation.Send<?> begin() {
        return (Conversation.Send<?>) ControllerPairSetup.begin(keys, CODE, random);
    }

    private byte[] setup(byte[] request) {
        return bridge.setup(request).body();
    }
}
