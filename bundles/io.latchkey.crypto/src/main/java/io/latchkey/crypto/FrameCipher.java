// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto;

import io.latchkey.crypto.internal.Aead;
import io.latchkey.crypto.internal.AeadEngine;
import java.util.Arrays;
import java.util.Objects;

/**
 * One direction of a secured session: seals or opens frames in place, one after another (HAP specification R2 section 6.5.2).
 * A frame is the plaintext length in two bytes little-endian, which are also the associated data, the ciphertext, and a
 * tag. The nonce is a counter that starts at zero and rises with each frame, so frames must be handled in the order of
 * the wire. Each direction has its own key and its own instance; an instance belongs to one thread at a time. A failed
 * {@link #open} is fatal: the instance refuses all further work. Nothing is allocated but what the engine needs.
 */
public final class FrameCipher {
    /** Length of a key in bytes. */
    public static final int KEY_LENGTH = Aead.KEY_LENGTH;
    /** Bytes before the ciphertext: the length field. */
    public static final int HEADER_LENGTH = 2;
    /** Bytes behind the ciphertext. */
    public static final int TAG_LENGTH = Aead.TAG_LENGTH;
    /** Largest plaintext of one frame in bytes. */
    public static final int MAX_PLAINTEXT = 1024;
    /** How many bytes a frame is longer than its plaintext. */
    public static final int OVERHEAD = HEADER_LENGTH + TAG_LENGTH;
    /** Largest frame in bytes. */
    public static final int MAX_FRAME = MAX_PLAINTEXT + OVERHEAD;

    private static final int COUNTER_OFFSET = Aead.NONCE_LENGTH - Long.BYTES;

    private final Aead cipher;
    private final byte[] nonce = new byte[Aead.NONCE_LENGTH];
    private long counter;
    private boolean broken;

    /**
     * Begins a direction with counter zero and the engine that suits this JVM.
     *
     * @param key {@link #KEY_LENGTH} bytes, copied
     */
    public FrameCipher(byte[] key) {
        this(key, AeadEngine.preferred(), 0);
    }

    FrameCipher(byte[] key, AeadEngine engine, long firstCounter) {
        Lengths.require("key", key, KEY_LENGTH);
        this.cipher = engine.open(key);
        this.counter = firstCounter;
    }

    /**
     * The plaintext length that the header at {@code offset} announces, 0 to {@link #MAX_PLAINTEXT}; the whole frame has
     * {@link #OVERHEAD} bytes more.
     *
     * @throws FrameException if it announces more; to be asked as soon as the two header bytes are there
     */
    public static int plaintextLength(byte[] buffer, int offset) throws FrameException {
        int length = (buffer[offset] & 0xff) | (buffer[offset + 1] & 0xff) << Byte.SIZE;
        if (length > MAX_PLAINTEXT) {
            throw new FrameException("Frame announces " + length + " bytes");
        }
        return length;
    }

    /**
     * Seals the plaintext that the caller has laid at {@code offset + HEADER_LENGTH}: writes the header before it, the
     * ciphertext over it and the tag behind it.
     *
     * @param length of the plaintext, 0 to {@link #MAX_PLAINTEXT}
     * @return length of the frame, which begins at {@code offset}
     */
    public int seal(byte[] buffer, int offset, int length) {
        if (length < 0 || length > MAX_PLAINTEXT) {
            throw new IllegalArgumentException("A frame cannot hold " + length + " bytes");
        }
        Objects.checkFromIndexSize(offset, length + OVERHEAD, buffer.length);
        buffer[offset] = (byte) length;
        buffer[offset + 1] = (byte) (length >> Byte.SIZE);
        cipher.seal(nextNonce(), buffer, HEADER_LENGTH, offset + HEADER_LENGTH, length);
        return length + OVERHEAD;
    }

    /**
     * Opens the complete frame at {@code offset}; its plaintext then lies at {@code offset + HEADER_LENGTH}.
     *
     * @return length of the plaintext
     * @throws FrameException if the frame is too long or its tag is wrong; no byte of its plaintext is left in the buffer
     * @throws IllegalStateException if an earlier frame failed already
     */
    public int open(byte[] buffer, int offset) throws FrameException {
        if (broken) {
            throw new IllegalStateException("An earlier frame failed");
        }
        broken = true;
        int length = plaintextLength(buffer, offset);
        Objects.checkFromIndexSize(offset, length + OVERHEAD, buffer.length);
        int start = offset + HEADER_LENGTH;
        if (!cipher.open(nextNonce(), buffer, HEADER_LENGTH, start, length)) {
            Arrays.fill(buffer, start, start + length, (byte) 0);
            throw new FrameException("Frame has a wrong tag");
        }
        broken = false;
        return length;
    }

    private byte[] nextNonce() {
        for (int i = 0; i < Long.BYTES; i++) {
            nonce[COUNTER_OFFSET + i] = (byte) (counter >>> i * Byte.SIZE);
        }
        counter++;
        return nonce;
    }
}
