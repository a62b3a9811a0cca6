// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto;

import static io.latchkey.crypto.CryptoVectors.bytes;
import static io.latchkey.crypto.CryptoVectors.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Pairing payloads against the recorded ones, and against tampering. */
class PayloadCipherTest {
    private static final String NONCE = "PS-Msg05";

    @TestFactory
    Stream<DynamicTest> sealsAndOpens() {
        return CryptoVectors.cases("aead-pairing.json", "cases")
                .map(v -> dynamicTest(text(v, "nonce_text"), () -> {
                    byte[] key = bytes(v, "key");
                    String nonce = text(v, "nonce_text");
                    assertArrayEquals(bytes(v, "sealed"), PayloadCipher.seal(key, nonce, bytes(v, "plaintext")));
                    assertArrayEquals(
                            bytes(v, "plaintext"),
                            PayloadCipher.open(key, nonce, bytes(v, "sealed")).orElseThrow());
                }));
    }

    @Test
    void tooShortOrUnderAnotherNonceIsNotOpened() {
        byte[] key = new byte[PayloadCipher.KEY_LENGTH];
        byte[] sealed = PayloadCipher.seal(key, NONCE, new byte[3]);
        assertTrue(PayloadCipher.open(key, "PS-Msg06", sealed).isEmpty());
        assertTrue(PayloadCipher.open(key, NONCE, new byte[PayloadCipher.TAG_LENGTH - 1])
                .isEmpty());
        assertTrue(PayloadCipher.open(key, NONCE, new byte[0]).isEmpty());
    }

    @Test
    void keyAndNonceOfAnotherLengthAreMisuse() {
        byte[] key = new byte[PayloadCipher.KEY_LENGTH];
        assertThrows(IllegalArgumentException.class, () -> PayloadCipher.seal(key, "PS-Msg5", key));
        assertThrows(IllegalArgumentException.class, () -> PayloadCipher.open(key, "PS-Msg005", key));
        assertThrows(IllegalArgumentException.class, () -> PayloadCipher.seal(new byte[16], NONCE, key));
    }
}
