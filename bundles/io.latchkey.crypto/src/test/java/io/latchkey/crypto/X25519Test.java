// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto;

import static io.latchkey.crypto.CryptoVectors.bytes;
import static io.latchkey.crypto.CryptoVectors.hex;
import static io.latchkey.crypto.CryptoVectors.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** X25519 against recorded agreements, and the low-order points that force an all-zero secret. */
class X25519Test {

    @TestFactory
    Stream<DynamicTest> agreesWithTheRecordedSecrets() {
        return CryptoVectors.cases("ed25519-x25519.json", "x25519")
                .map(v -> dynamicTest(text(v, "shared"), () -> {
                    assertArrayEquals(bytes(v, "public_1"), X25519.publicKey(bytes(v, "secret_1")));
                    assertArrayEquals(bytes(v, "public_2"), X25519.publicKey(bytes(v, "secret_2")));
                    byte[] shared = bytes(v, "shared");
                    assertArrayEquals(
                            shared,
                            X25519.agree(bytes(v, "secret_1"), bytes(v, "public_2"))
                                    .orElseThrow());
                    assertArrayEquals(
                            shared,
                            X25519.agree(bytes(v, "secret_2"), bytes(v, "public_1"))
                                    .orElseThrow());
                }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
                "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
            })
    void lowOrderPointsAreRefused(String peer) {
        byte[] secret = hex("a8abababababababababababababababababababababababababababababab6b");
        assertTrue(X25519.agree(secret, hex(peer)).isEmpty());
    }

    @Test
    void drawsASecretAsItComes() {
        byte[] drawn = new byte[X25519.KEY_LENGTH];
        drawn[0] = 0x7f;
        assertArrayEquals(drawn, X25519.newSecret(new ScriptedRandom(drawn)));
    }

    @Test
    void keysOfAnotherLengthAreMisuse() {
        byte[] key = new byte[X25519.KEY_LENGTH];
        assertThrows(IllegalArgumentException.class, () -> X25519.publicKey(new byte[31]));
        assertThrows(IllegalArgumentException.class, () -> X25519.agree(key, new byte[33]));
        assertThrows(IllegalArgumentException.class, () -> X25519.agree(new byte[0], key));
    }
}
