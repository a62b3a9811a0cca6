// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.wire;

import io.latchkey.crypto.FrameCipher;
import java.nio.ByteBuffer;

/** Seals a message into frames, all of them full but the last of a step, at most 16 frames in a step. */
public final class FrameOutbound implements Outbound {
    private static final int FRAMES_AT_ONCE = 16;

    private final FrameCipher cipher;

    /** Begins with the first frame of the session. */
    public FrameOutbound(FrameCipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public ByteBuffer[] take(ByteBuffer[] message) {
        int length = lengthOf(message);
        int frames = (length + FrameCipher.MAX_PLAINTEXT - 1) / FrameCipher.MAX_PLAINTEXT;
        byte[] sealed = new byte[length + frames * FrameCipher.OVERHEAD];
        int offset = 0;
        while (length > 0) {
            int part = Math.min(length, FrameCipher.MAX_PLAINTEXT);
            gather(message, sealed, offset + FrameCipher.HEADER_LENGTH, part);
            offset += cipher.seal(sealed, offset, part);
            length -= part;
        }
        return new ByteBuffer[] {ByteBuffer.wrap(sealed)};
    }

    private static int lengthOf(ByteBuffer[] message) {
        long length = 0;
        for (ByteBuffer buffer : message) {
            length += buffer.remaining();
        }
        return (int) Math.min(length, FRAMES_AT_ONCE * FrameCipher.MAX_PLAINTEXT);
    }

    private static void gather(ByteBuffer[] message, byte[] to, int offset, int length) {
        int at = offset;
        int end = offset + length;
        for (ByteBuffer buffer : message) {
            int part = Math.min(buffer.remaining(), end - at);
            buffer.get(to, at, part);
            at += part;
        }
    }
}
