// SPDX-License-Identifier: EPL-2.0
package io.latchkey.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.latchkey.crypto.internal.AeadEngine;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Laws of session frames: one engine opens what the other sealed, in order only, and nothing that was touched. */
class FrameCipherPropertyTest {
    private static final int GUARD = 7;

    @Example
    void framesOfEveryLengthCrossBetweenTheEngines(@ForAll Random random) throws FrameException {
        byte[] key = new byte[FrameCipher.KEY_LENGTH];
        random.nextBytes(key);
        Pair forth = new Pair(key, AeadEngine.JCE, AeadEngine.BOUNCY_CASTLE, 0);
        Pair back = new Pair(key, AeadEngine.BOUNCY_CASTLE, AeadEngine.JCE, 0);
        for (int length = 0; length <= FrameCipher.MAX_PLAINTEXT; length++) {
            byte[] plaintext = new byte[length];
            random.nextBytes(plaintext);
            assertArrayEquals(forth.pass(plaintext), back.pass(plaintext));
        }
    }

    @Property(tries = 300)
    void everyCounterWorks(
            @ForAll @Size(32) byte[] key, @ForAll @LongRange(min = 1L << 32) long counter, @ForAll byte[] text)
            throws FrameException {
        byte[] plaintext = Arrays.copyOf(text, Math.min(text.length, FrameCipher.MAX_PLAINTEXT));
        Pair pair = new Pair(key, AeadEngine.JCE, AeadEngine.BOUNCY_CASTLE, counter);
        pair.pass(plaintext);
        pair.pass(plaintext);
    }

    @Property(tries = 300)
    void aFlippedBitAnywhereBehindTheHeaderIsFatal(
            @ForAll AeadEngine engine, @ForAll @IntRange(max = 1024) int length, @ForAll Random random) {
        FrameCipher sealer = new FrameCipher(new byte[FrameCipher.KEY_LENGTH], engine, 0);
        FrameCipher opener = new FrameCipher(new byte[FrameCipher.KEY_LENGTH], engine, 0);
        byte[] frame = new byte[length + FrameCipher.OVERHEAD];
        sealer.seal(frame, 0, length);
        int at = FrameCipher.HEADER_LENGTH + random.nextInt(length + FrameCipher.TAG_LENGTH);
        frame[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        assertThrows(FrameException.class, () -> opener.open(frame, 0));
        byte[] left = Arrays.copyOfRange(frame, FrameCipher.HEADER_LENGTH, FrameCipher.HEADER_LENGTH + length);
        assertArrayEquals(new byte[length], left);
        assertThrows(IllegalStateException.class, () -> opener.open(frame, 0));
    }

    @Property(tries = 300)
    void aReplayedOrSkippedFrameIsRefused(@ForAll AeadEngine engine, @ForAll @IntRange(min = 1, max = 1024) int length)
            throws FrameException {
        FrameCipher sealer = new FrameCipher(new byte[FrameCipher.KEY_LENGTH], engine, 0);
        byte[] first = new byte[length + FrameCipher.OVERHEAD];
        byte[] second = first.clone();
        sealer.seal(first, 0, length);
        sealer.seal(second, 0, length);
        FrameCipher replayed = new FrameCipher(new byte[FrameCipher.KEY_LENGTH], engine, 0);
        assertEquals(length, replayed.open(first.clone(), 0));
        assertThrows(FrameException.class, () -> replayed.open(first.clone(), 0));
        FrameCipher skipping = new FrameCipher(new byte[FrameCipher.KEY_LENGTH], engine, 0);
        assertThrows(FrameException.class, () -> skipping.open(second, 0));
    }

    /** A sealer and an opener that share a key; the buffer around each frame must stay untouched. */
    private static final class Pair {
        private final FrameCipher sealer;
        private final FrameCipher opener;

        Pair(byte[] key, AeadEngine sealing, AeadEngine opening, long counter) {
            this.sealer = new FrameCipher(key, sealing, counter);
            this.opener = new FrameCipher(key, opening, counter);
        }

        byte[] pass(byte[] plaintext) throws FrameException {
            int start = GUARD + FrameCipher.HEADER_LENGTH;
            byte[] buffer = new byte[GUARD + FrameCipher.MAX_FRAME + GUARD];
            Arrays.fill(buffer, (byte) 0x55);
            byte[] untouched = buffer.clone();
            System.arraycopy(plaintext, 0, buffer, start, plaintext.length);
            int frameLength = sealer.seal(buffer, GUARD, plaintext.length);
            byte[] frame = Arrays.copyOfRange(buffer, GUARD, GUARD + frameLength);
            assertEquals(plaintext.length, opener.open(buffer, GUARD));
            assertArrayEquals(plaintext, Arrays.copyOfRange(buffer, start, start + plaintext.length));
            int end = GUARD + frameLength;
            assertArrayEquals(Arrays.copyOf(untouched, GUARD), Arrays.copyOf(buffer, GUARD));
            int size = buffer.length;
            assertArrayEquals(Arrays.copyOfRange(untouched, end, size), Arrays.copyOfRange(buffer, end, size));
            return frame;
        }
    }
}
