// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.wire;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.latchkey.crypto.FrameCipher;
import io.latchkey.crypto.FrameException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Fuzzes what anybody on the network can send where frames are expected. In a normal build only the kept inputs run; with
 * {@code JAZZER_FUZZ=1} Jazzer searches for new ones.
 */
class FrameFuzzTest {
    private static final byte[] KEY = {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
        31, 32
    };

    /** Whoever has no key gets nothing through, however the bytes are cut: the first one says where. */
    @FuzzTest(maxDuration = "2m")
    void strangers(byte[] input) {
        if (input.length == 0) {
            return;
        }
        FrameInbound inbound = new FrameInbound(new FrameCipher(KEY));
        ByteBuffer plain = ByteBuffer.allocate(input.length);
        ByteBuffer received = ByteBuffer.wrap(input, 1, Math.min(input[0] & 0xff, input.length - 1));
        try {
            inbound.read(received, plain);
            received.limit(input.length);
            inbound.read(received, plain);
        } catch (FrameException refused) {
            check(plain.position() == 0);
            return;
        }
        check(plain.position() == 0 && !inbound.isReady(received));
    }

    /** Whoever has the key gets everything through, in frames as long as the input wishes. */
    @FuzzTest(maxDuration = "2m")
    void controllers(byte[] input) throws FrameException {
        FrameCipher peer = new FrameCipher(KEY);
        FrameInbound inbound = new FrameInbound(new FrameCipher(KEY));
        ByteBuffer plain = ByteBuffer.allocate(input.length);
        for (int offset = 0; offset < input.length; ) {
            int length = Math.min(input.length - offset, 1 + (input[offset] & 0xff) * 4);
            byte[] frame = new byte[length + FrameCipher.OVERHEAD];
            System.arraycopy(input, offset, frame, FrameCipher.HEADER_LENGTH, length);
            peer.seal(frame, 0, length);
            inbound.read(ByteBuffer.wrap(frame), plain);
            offset += length;
        }
        check(Arrays.equals(input, Arrays.copyOf(plain.array(), plain.position())));
    }

    private static void check(boolean promise) {
        if (!promise) {
            throw new AssertionError("a frame was not treated as promised");
        }
    }
}
