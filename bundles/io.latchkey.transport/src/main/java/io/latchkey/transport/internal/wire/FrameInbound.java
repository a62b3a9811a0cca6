// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.wire;

import io.latchkey.crypto.FrameCipher;
import io.latchkey.crypto.FrameException;
import java.nio.ByteBuffer;

/**
 * Opens frames in the buffer they were received in, one when its last byte is there. A length that is not allowed is found
 * as soon as the two bytes of it are there. After an exception the connection must be closed.
 */
public final class FrameInbound implements Inbound {
    private final FrameCipher cipher;
    private int pending;

    /** Begins with the first frame of the session. */
    public FrameInbound(FrameCipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public int available(ByteBuffer from) throws FrameException {
        while (pending == 0 && isWhole(from)) {
            pending = cipher.open(from.array(), from.arrayOffset() + from.position());
            from.position(from.position() + FrameCipher.HEADER_LENGTH + (pending == 0 ? FrameCipher.TAG_LENGTH : 0));
        }
        return pending;
    }

    @Override
    public void taken(ByteBuffer from, int length) {
        pending -= length;
        from.position(from.position() + length + (pending == 0 ? FrameCipher.TAG_LENGTH : 0));
    }

    @Override
    public boolean isReady(ByteBuffer from) {
        try {
            return pending > 0 || isWhole(from);
        } catch (FrameException forbidden) {
            return true;
        }
    }

    /** Whether a frame was opened and not all of it was taken. */
    public boolean isWithinFrame() {
        return pending > 0;
    }

    private static boolean isWhole(ByteBuffer from) throws FrameException {
        if (from.remaining() < FrameCipher.HEADER_LENGTH) {
            return false;
        }
        int length = FrameCipher.plaintextLength(from.array(), from.arrayOffset() + from.position());
        return from.remaining() >= length + FrameCipher.OVERHEAD;
    }
}
