// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.crypto.FrameCipher;
import io.latchkey.crypto.FrameException;
import java.lang.reflect.Field;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The counter of frames has 64 bits. No connection lives long enough to see that, so it is our own class that is asked. */
@Tag("own")
class FrameCounterConformance {
    private static final long LAST_OF_32_BITS = 0xFFFFFFFFL;
    private static final byte[] KEY = new byte[FrameCipher.KEY_LENGTH];
    private static final byte[] TEXT = Requests.get("/accessories");

    @Test
    @DisplayName("B39 Frames are sealed rightly when their counter passes 32 bits")
    void seals() throws ReflectiveOperationException {
        FrameCipher cipher = at(LAST_OF_32_BITS);
        for (long counter = LAST_OF_32_BITS; counter < LAST_OF_32_BITS + 3; counter++) {
            byte[] frame = new byte[TEXT.length + FrameCipher.OVERHEAD];
            System.arraycopy(TEXT, 0, frame, FrameCipher.HEADER_LENGTH, TEXT.length);
            cipher.seal(frame, 0, TEXT.length);
            assertArrayEquals(JdkFrames.seal(KEY, counter, TEXT), frame, "frame " + counter);
        }
    }

    @Test
    @DisplayName("B39 Frames are opened rightly when their counter passes 32 bits")
    void opens() throws ReflectiveOperationException, FrameException {
        FrameCipher cipher = at(LAST_OF_32_BITS);
        for (long counter = LAST_OF_32_BITS; counter < LAST_OF_32_BITS + 3; counter++) {
            byte[] frame = JdkFrames.seal(KEY, counter, TEXT);
            assertEquals(TEXT.length, cipher.open(frame, 0), "frame " + counter);
            byte[] opened =
                    Arrays.copyOfRange(frame, FrameCipher.HEADER_LENGTH, FrameCipher.HEADER_LENGTH + TEXT.length);
            assertArrayEquals(TEXT, opened, "frame " + counter);
        }
    }

    private static FrameCipher at(long counter) throws ReflectiveOperationException {
        FrameCipher cipher = new FrameCipher(KEY);
        Field field = FrameCipher.class.getDeclaredField("counter");
        field.setAccessible(true);
        field.setLong(cipher, counter);
        return cipher;
    }
}
