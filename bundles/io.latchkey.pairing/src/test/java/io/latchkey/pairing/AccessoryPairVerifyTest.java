// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import static io.latchkey.pairing.PairingVectors.bytes;
import static io.latchkey.pairing.PairingVectors.hex;
import static io.latchkey.pairing.PairingVectors.text;
import static io.latchkey.pairing.Transcript.assertBadRequest;
import static io.latchkey.pairing.Transcript.assertBody;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.store.Pairings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The accessory's side of pair-verify against the recorded transcript, every recorded failure, and forced secrets. */
class AccessoryPairVerifyTest {
    private static final byte[] REFUSED_FIRST = hex("060102070102");
    private static final byte[] REFUSED_THIRD = hex("060104070102");

    private final RecordedPairVerify recorded = new RecordedPairVerify();
    private final Transcript transcript = recorded.transcript;
    private final InMemoryBridge bridge = recorded.bridge();

    @Test
    void accessorySaysWhatWasRecorded() {
        assertBody(transcript.message("M2"), bridge.verify(transcript.message("M1")));
        assertEquals("PairVerifyState[under way]", bridge.verify.toString());
        assertBody(transcript.message("M4"), bridge.verify(transcript.message("M3")));
        assertEquals("PairVerifyState[idle]", bridge.verify.toString());
        Effect.Secured secured = bridge.secured();
        assertEquals(Optional.of(transcript.controller().id()), secured.controller());
        recorded.assertKeys(secured.keys());
    }

    @ParameterizedTest
    @ValueSource(strings = {"000100", "000102"})
    void methodsZeroAndTwoAreAsGoodAsNone(String method) {
        byte[] m1 = Join.of(hex(method), "", transcript.message("M1"));
        assertBody(transcript.message("M2"), bridge.verify(m1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"000106", "000101", "000103", "0000", "000100ff00000100"})
    void anotherMethodIsRefused(String method) {
        byte[] m1 = Join.of(hex(method), "", transcript.message("M1"));
        assertBody(REFUSED_FIRST, bridge.verify(m1));
        assertEquals(PairVerifyState.idle(), bridge.verify);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 060102070102",
        "060100, 060102070102",
        "060102, 060102070102",
        "0601ff, 060102070102",
        "0600, 060102070102",
        "06020103, 060102070102",
        "0320, ''",
        "06, ''",
        "060101ff00060101, 060102070102",
        "060103, 060104070102",
        "0601030500, 060104070102",
        "060103050f000102030405060708090a0b0c0d0e, 060104070102"
    })
    void whatIsOutOfPlaceIsRefusedAndWhatIsNoTlvIsMalformed(String request, String answer) {
        for (boolean begun : new boolean[] {false, true}) {
            InMemoryBridge fresh = recorded.bridge();
            if (begun) {
                fresh.verify(transcript.message("M1"));
            }
            Reply reply = fresh.verify(hex(request));
            if (answer.isEmpty()) {
                assertBadRequest(reply);
            } else {
                assertBody(hex(answer), reply);
            }
            assertEquals(PairVerifyState.idle(), fresh.verify);
            assertTrue(fresh.effects.isEmpty());
        }
    }

    /** HomeKitADK's refusals by 400 are errors here, and one of its refusals is none. */
    @TestFactory
    Stream<DynamicTest> accessoryRefusesAsRecorded() {
        return PairingVectors.cases("pair-verify.json", "failures")
                .map(v -> dynamicTest(text(v, "name"), () -> {
                    InMemoryBridge fresh = recorded.bridge();
                    if (text(v, "after").equals("M2")) {
                        fresh.verify(transcript.message("M1"));
                    }
                    Reply reply = fresh.verify(bytes(v, "request"));
                    if (text(v, "name").equals("M1 with Method 2")) {
                        assertBody(transcript.message("M2"), reply);
                        return;
                    }
                    byte[] refused = text(v, "name").startsWith("M1") ? REFUSED_FIRST : REFUSED_THIRD;
                    assertBody(v.has("http_status") ? refused : bytes(v, "response"), reply);
                    assertTrue(fresh.effects.isEmpty());
                    assertEquals(PairVerifyState.idle(), fresh.verify);
                }));
    }

    @Test
    void aRemovedControllerIsUnknown() {
        bridge.verify(transcript.message("M1"));
        bridge.pairings = Pairings.NONE;
        assertBody(hex("060104070102"), bridge.verify(transcript.message("M3")));
    }

    @Test
    void aPairingWithALowOrderKeyVerifiesNobody() {
        Pairing weak = new Pairing(transcript.controller().id(), hex(RecordedPairVerify.LOW_ORDER), Permissions.ADMIN);
        bridge.pairings = new Pairings(List.of(weak));
        bridge.verify(transcript.message("M1"));
        assertBody(hex("060104070102"), bridge.verify(transcript.message("M3")));
    }

    @Test
    void aKeyThatForcesTheSecretIsRefused() {
        assertBody(hex("060102070102"), bridge.verify(hex("0601010320" + RecordedPairVerify.LOW_ORDER)));
        assertBody(REFUSED_THIRD, bridge.verify(transcript.message("M3")));
    }

    @Test
    void aNewBeginningReplacesTheOldOne() {
        bridge.verify(transcript.message("M1"));
        assertBody(REFUSED_FIRST, bridge.verify(hex("060101")));
        assertBody(REFUSED_THIRD, bridge.verify(transcript.message("M3")));
    }

    @Test
    void aSecondM3IsOutOfOrder() {
        bridge.verify(transcript.message("M1"));
        bridge.verify(transcript.message("M3"));
        assertBody(REFUSED_THIRD, bridge.verify(transcript.message("M3")));
    }
}
