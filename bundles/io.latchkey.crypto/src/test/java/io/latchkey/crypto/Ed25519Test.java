// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto;

import static io.latchkey.crypto.CryptoVectors.bytes;
import static io.latchkey.crypto.CryptoVectors.hex;
import static io.latchkey.crypto.CryptoVectors.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ed25519 against recorded signatures, and against keys that a malicious controller may send. */
class Ed25519Test {
    private static final byte[] MESSAGE = {1, 2, 3};

    @TestFactory
    Stream<DynamicTest> signsAndVerifies() {
        return CryptoVectors.cases("ed25519-x25519.json", "ed25519")
                .map(v -> dynamicTest(text(v, "public"), () -> {
                    byte[] key = bytes(v, "public");
                    byte[] message = bytes(v, "message");
                    byte[] signature = bytes(v, "signature");
                    assertArrayEquals(key, Ed25519.publicKey(bytes(v, "seed")));
                    assertArrayEquals(signature, Ed25519.sign(bytes(v, "seed"), message));
                    assertTrue(Ed25519.verify(key, message, signature));
                }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"
            })
    void lowOrderKeysVerifyNothing(String key) {
        byte[] basePointAndOne = hex("58" + "66".repeat(31) + "01" + "00".repeat(31));
        for (byte i = 0; i < 64; i++) {
            assertFalse(Ed25519.verify(hex(key), new byte[] {i}, basePointAndOne));
        }
    }

    @Test
    void aSeedOfAnotherLengthIsMisuse() {
        assertThrows(IllegalArgumentException.class, () -> Ed25519.publicKey(new byte[31]));
        assertThrows(IllegalArgumentException.class, () -> Ed25519.sign(new byte[33], MESSAGE));
    }
}
