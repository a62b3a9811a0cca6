// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto;

import static io.latchkey.crypto.CryptoVectors.bytes;
import static io.latchkey.crypto.CryptoVectors.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Both sides of SRP-6a against every recorded exchange, as far as our own sides would take part in it. */
class SrpVectorsTest {

    @TestFactory
    Stream<DynamicTest> makesTheVerifier() {
        return each(v ->
                assertArrayEquals(bytes(v, "v"), Srp.verifier(text(v, "user"), text(v, "password"), bytes(v, "salt"))));
    }

    @TestFactory
    Stream<DynamicTest> serverDrawsThePublicKeyUnlessItBeginsWithZero() {
        return each(v -> {
            ScriptedRandom random = new ScriptedRandom(bytes(v, "b"), ordinary("b"));
            SrpServer server = SrpServer.begin(text(v, "user"), bytes(v, "salt"), bytes(v, "v"), random);
            if (zeros(v, "B") == 0) {
                assertArrayEquals(bytes(v, "B"), server.publicKey());
                assertEquals(1, random.left());
            } else {
                assertNotEquals(0, server.publicKey()[0]);
                assertEquals(0, random.left());
            }
            assertArrayEquals(bytes(v, "salt"), server.salt());
        });
    }

    @TestFactory
    Stream<DynamicTest> serverAcceptsTheProofAndAnswers() {
        return each(v -> {
            if (zeros(v, "B") == 0) {
                SrpVerdict verdict = server(v).check(bytes(v, "A"), bytes(v, "M1"));
                SrpVerdict.Accepted accepted = assertInstanceOf(SrpVerdict.Accepted.class, verdict);
                assertArrayEquals(bytes(v, "K"), accepted.sessionKey());
                assertArrayEquals(bytes(v, "M2"), accepted.proof());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> serverTakesThePublicKeyWithoutItsLeadingZeros() {
        return each(v -> {
            if (zeros(v, "B") == 0) {
                byte[] stripped = Arrays.copyOfRange(bytes(v, "A"), zeros(v, "A"), Srp.KEY_LENGTH);
                assertInstanceOf(SrpVerdict.Accepted.class, server(v).check(stripped, bytes(v, "M1")));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> clientProvesAndRecognisesTheServer() {
        return each(v -> {
            if (zeros(v, "A") == 0) {
                SrpClient client = client(v, bytes(v, "a"));
                assertArrayEquals(bytes(v, "A"), client.publicKey());
                SrpProof proof = client.answer(bytes(v, "salt"), bytes(v, "B_on_wire_ADK"))
                        .orElseThrow();
                assertArrayEquals(bytes(v, "M1"), proof.proof());
                assertArrayEquals(bytes(v, "K"), proof.sessionKey());
                assertTrue(proof.confirmedBy(bytes(v, "M2")));
                assertEquals(zeros(v, "B") + zeros(v, "S") > 0, proof.leadingZero());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> clientTakesThePaddedPublicKey() {
        return each(v -> {
            if (zeros(v, "A") == 0) {
                SrpProof proof = client(v, bytes(v, "a"))
                        .answer(bytes(v, "salt"), bytes(v, "B"))
                        .orElseThrow();
                assertArrayEquals(bytes(v, "M1"), proof.proof());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> clientDrawsAgainWhenItsPublicKeyBeginsWithZero() {
        return each(v -> {
            ScriptedRandom random = new ScriptedRandom(bytes(v, "a"), ordinary("a"));
            SrpClient client = SrpClient.begin(text(v, "user"), text(v, "password"), random);
            assertNotEquals(0, client.publicKey()[0]);
            assertEquals(zeros(v, "A") == 0 ? 1 : 0, random.left());
        });
    }

    @TestFactory
    Stream<DynamicTest> serverRefusesForcedKeys() {
        SrpServer server = server(vector(1));
        return CryptoVectors.cases("srp.json", "invalid_A")
                .map(v -> dynamicTest(text(v, "name"), () -> {
                    byte[] key = bytes(v, "A");
                    byte[] proof = new byte[Srp.PROOF_LENGTH];
                    if (key.length > Srp.KEY_LENGTH) {
                        assertThrows(IllegalArgumentException.class, () -> server.check(key, proof));
                    } else {
                        assertEquals(SrpVerdict.Refused.PUBLIC_KEY, server.check(key, proof));
                        SrpClient client = SrpClient.begin("u", "p", new SecureRandom());
                        assertTrue(client.answer(new byte[Srp.SALT_LENGTH], key).isEmpty());
                    }
                }));
    }

    private static Stream<DynamicTest> each(Check check) {
        return CryptoVectors.cases("srp.json", "cases").map(v -> dynamicTest(text(v, "name"), () -> check.run(v)));
    }

    private static SrpServer server(JsonObject v) {
        return SrpServer.begin(text(v, "user"), bytes(v, "salt"), bytes(v, "v"), new ScriptedRandom(bytes(v, "b")));
    }

    private static SrpClient client(JsonObject v, byte[] secret) {
        return SrpClient.begin(text(v, "user"), text(v, "password"), new ScriptedRandom(secret));
    }

    private static byte[] ordinary(String field) {
        return bytes(vector(1), field);
    }

    private static JsonObject vector(int index) {
        return CryptoVectors.cases("srp.json", "cases").skip(index).findFirst().orElseThrow();
    }

    private static int zeros(JsonObject v, String number) {
        return v.get(number + "_leading_zero_bytes").getAsInt();
    }

    /** A check of one recorded exchange. */
    private interface Check {
        void run(JsonObject vector) throws Exception;
    }
}
