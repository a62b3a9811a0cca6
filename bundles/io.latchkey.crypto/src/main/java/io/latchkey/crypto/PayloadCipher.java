// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.latchkey.crypto.internal.Aead;
import io.latchkey.crypto.internal.AeadEngine;
import java.util.Arrays;
import java.util.Optional;

/**
 * Seals the payloads inside pairing messages: ChaCha20-Poly1305 (RFC 8439) without associated data, the nonce being four
 * zero bytes and a text of eight ASCII characters such as {@code PS-Msg05}. Stateless, safe on any thread. A key must
 * seal one payload only under each text.
 */
public final class PayloadCipher {
    /** Length of a key in bytes. */
    public static final int KEY_LENGTH = Aead.KEY_LENGTH;
    /** How many bytes longer a sealed payload is. */
    public static final int TAG_LENGTH = Aead.TAG_LENGTH;

    private static final int TEXT_LENGTH = 8;

    private PayloadCipher() {}

    /** Seals a payload: ciphertext, then the tag. */
    public static byte[] seal(byte[] key, String nonceText, byte[] plaintext) {
        byte[] buffer = Arrays.copyOf(plaintext, plaintext.length + TAG_LENGTH);
        cipher(key).seal(nonce(nonceText), buffer, 0, 0, plaintext.length);
        return buffer;
    }

    /** Opens a payload; empty if it is shorter than a tag or its tag is wrong. */
    public static Optional<byte[]> open(byte[] key, String nonceText, byte[] sealed) {
        byte[] nonce = nonce(nonceText);
        Aead cipher = cipher(key);
        int length = sealed.length - TAG_LENGTH;
        byte[] buffer = sealed.clone();
        return length >= 0 && cipher.open(nonce, buffer, 0, 0, length)
                ? Optional.of(Arrays.copyOf(buffer, length))
                : Optional.empty();
    }

    private static Aead cipher(byte[] key) {
        Lengths.require("key", key, KEY_LENGTH);
        return AeadEngine.BOUNCY_CASTLE.open(key);
    }

    private static byte[] nonce(String text) {
        byte[] bytes = text.getBytes(US_ASCII);
        Lengths.require("nonce text", bytes, TEXT_LENGTH);
        byte[] nonce = new byte[Aead.NONCE_LENGTH];
        System.arraycopy(bytes, 0, nonce, nonce.length - TEXT_LENGTH, TEXT_LENGTH);
        return nonce;
    }
}
