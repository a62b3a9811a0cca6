// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.wire;

import io.latchkey.crypto.FrameCipher;
import io.latchkey.crypto.FrameException;
import java.nio.ByteBuffer;

/**
 * Opens frames in the buffer they were received in, one when its last byte is there, and delivers its plaintext in as many
 * steps as the parser has room for. A length that is not allowed is found as soon as the two bytes of it are there. After
 * an exception the connection must be closed.
 */
public final class FrameInbound implements Inbound {
    private final FrameCipher cipher;
    private int pending;
    private boolean opened;

    /** Begins with the first frame of the session. */
    public FrameInbound(FrameCipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public int read(ByteBuffer from, ByteBuffer to) throws FrameException {
        int before = to.position();
        while (to.hasRemaining() && (pending > 0 || openNext(from))) {
            int length = Math.min(pending, to.remaining());
            to.put(from.array(), from.arrayOffset() + from.position(), length);
            pending -= length;
            from.position(from.position() + length + (pending == 0 ? FrameCipher.TAG_LENGTH : 0));
        }
        return to.position() - before;
    }

    @Override
    public boolean isReady(ByteBuffer from) {
        try {
            return pending > 0 || isWhole(from);
        } catch (FrameException forbidden) {
            return true;
        }
    }

    /** Whether a frame with these keys was ever believed: if not, no parsed byte can be from the holder of the keys. */
    public boolean hasOpened() {
        return opened;
    }

    private boolean openNext(ByteBuffer from) throws FrameException {
        if (!isWhole(from)) {
            return false;
        }
        pending = cipher.open(from.array(), from.arrayOffset() + from.position());
        from.position(from.position() + FrameCipher.HEADER_LENGTH);
        opened = true;
        return true;
    }

    private static boolean isWhole(ByteBuffer from) throws FrameException {
        if (from.remaining() < FrameCipher.HEADER_LENGTH) {
            return false;
        }
        int length = FrameCipher.plaintextLength(from.array(), from.arrayOffset() + from.position());
        return from.remaining() >= length + FrameCipher.OVERHEAD;
    }
}
