// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto.internal;

import static io.latchkey.crypto.CryptoVectors.bytes;
import static io.latchkey.crypto.CryptoVectors.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import io.latchkey.crypto.CryptoVectors;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The formulas alone, also for exchanges that our own sides would draw anew. */
class SrpMathTest {

    @TestFactory
    Stream<DynamicTest> computesEveryValue() {
        return CryptoVectors.cases("srp.json", "cases").map(v -> dynamicTest(text(v, "name"), () -> checkNumbers(v)));
    }

    @TestFactory
    Stream<DynamicTest> computesBothProofs() {
        return CryptoVectors.cases("srp.json", "cases")
                .map(v -> dynamicTest(text(v, "name"), () -> {
                    BigInteger a = number(v, "A");
                    byte[] key = Sha512.of(SrpMath.strip(number(v, "S")));
                    byte[] strippedA = SrpMath.strip(a);
                    byte[] strippedB = SrpMath.strip(number(v, "B"));
                    byte[] proof = SrpMath.clientProof(text(v, "user"), bytes(v, "salt"), strippedA, strippedB, key);
                    assertArrayEquals(bytes(v, "K"), key);
                    assertArrayEquals(bytes(v, "M1"), proof);
                    assertArrayEquals(bytes(v, "M2"), SrpMath.serverProof(a, proof, key));
                }));
    }

    @Test
    void usesTheGroupOfRfc5054() {
        JsonObject group = CryptoVectors.load("srp-3072.json");
        BigInteger n = number(group, "N_hex");
        assertTrue(SrpMath.isMultipleOfN(n));
        assertTrue(SrpMath.isMultipleOfN(BigInteger.ZERO));
        assertFalse(SrpMath.isMultipleOfN(n.subtract(BigInteger.ONE)));
        assertEquals(BigInteger.valueOf(group.get("g").getAsInt()), SrpMath.power(BigInteger.ONE));
        assertEquals(
                number(group, "k_hex"),
                SrpMath.serverKey(BigInteger.ONE, BigInteger.ZERO).subtract(BigInteger.ONE));
    }

    @Test
    void knowsWhereThePaddedFormBeginsWithZero() {
        assertTrue(SrpMath.hasLeadingZero(BigInteger.ONE.shiftLeft(3064).subtract(BigInteger.ONE)));
        assertFalse(SrpMath.hasLeadingZero(BigInteger.ONE.shiftLeft(3064)));
        assertEquals(SrpMath.LENGTH, SrpMath.pad(BigInteger.ONE).length);
        assertArrayEquals(new byte[] {1}, SrpMath.strip(BigInteger.ONE));
    }

    private static void checkNumbers(JsonObject v) {
        BigInteger x = SrpMath.x(text(v, "user"), text(v, "password"), bytes(v, "salt"));
        BigInteger verifier = SrpMath.power(x);
        BigInteger a = number(v, "a");
        BigInteger b = number(v, "b");
        BigInteger clientKey = SrpMath.power(a);
        BigInteger serverKey = SrpMath.serverKey(verifier, b);
        assertArrayEquals(bytes(v, "x"), hash(x));
        assertArrayEquals(bytes(v, "v"), SrpMath.pad(verifier));
        assertArrayEquals(bytes(v, "A"), SrpMath.pad(clientKey));
        assertArrayEquals(bytes(v, "B"), SrpMath.pad(serverKey));
        assertArrayEquals(bytes(v, "B_on_wire_ADK"), SrpMath.strip(serverKey));
        assertArrayEquals(bytes(v, "S"), SrpMath.pad(SrpMath.serverSecret(clientKey, serverKey, verifier, b)));
        assertArrayEquals(bytes(v, "S"), SrpMath.pad(SrpMath.clientSecret(clientKey, serverKey, x, a)));
    }

    private static byte[] hash(BigInteger number) {
        byte[] padded = SrpMath.pad(number);
        byte[] hash = new byte[Sha512.LENGTH];
        System.arraycopy(padded, padded.length - hash.length, hash, 0, hash.length);
        return hash;
    }

    private static BigInteger number(JsonObject v, String field) {
        return SrpMath.number(bytes(v, field));
    }
}
