// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto.internal;

/**
 * ChaCha20-Poly1305 (RFC 8439) under one key, working in place on an array: the associated data lies directly before the
 * text, the tag directly behind it. Not safe for two threads at once. The caller never repeats a nonce of
 * {@link #NONCE_LENGTH} bytes and treats a failed {@link #open} as the end of this key.
 */
public interface Aead {
    /** Length of a key in bytes. */
    int KEY_LENGTH = 32;
    /** Length of a nonce in bytes. */
    int NONCE_LENGTH = 12;
    /** Length of a tag in bytes. */
    int TAG_LENGTH = 16;

    /** Replaces {@code length} bytes at {@code offset} by their ciphertext and writes the tag behind them. */
    void seal(byte[] nonce, byte[] buffer, int aadLength, int offset, int length);

    /**
     * Replaces {@code length} bytes of ciphertext at {@code offset}, the tag behind them, by their plaintext.
     *
     * @return false if the tag is wrong; what lies in the place of the text is then undefined
     */
    boolean open(byte[] nonce, byte[] buffer, int aadLength, int offset, int length);
}
