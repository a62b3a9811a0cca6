// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.wire;

import io.latchkey.crypto.FrameCipher;
import io.latchkey.crypto.FrameException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Opens frames one by one; a wrong tag, a frame without content or one over 1024 bytes is a {@link WireFault}. */
final class FrameInput extends InputStream {
    private final InputStream frames;
    private final FrameCipher cipher;
    private final byte[] frame = new byte[FrameCipher.MAX_FRAME];
    private int at;
    private int end;

    FrameInput(InputStream frames, FrameCipher cipher) {
        this.frames = frames;
        this.cipher = cipher;
    }

    @Override
    public int read() throws IOException {
        return at < end || open() ? frame[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (at == end && !open()) {
            return -1;
        }
        int count = Math.min(length, end - at);
        System.arraycopy(frame, at, into, offset, count);
        at += count;
        return count;
    }

    @Override
    public int available() {
        return end - at;
    }

    private boolean open() throws IOException {
        int first = frames.read();
        if (first < 0) {
            return false;
        }
        frame[0] = (byte) first;
        try {
            fill(1, FrameCipher.HEADER_LENGTH);
            int length = FrameCipher.plaintextLength(frame, 0);
            if (length == 0) {
                throw new WireFault("a frame without content");
            }
            fill(FrameCipher.HEADER_LENGTH, length + FrameCipher.OVERHEAD);
            at = FrameCipher.HEADER_LENGTH;
            end = at + cipher.open(frame, 0);
            return true;
        } catch (FrameException broken) {
            throw new WireFault("a broken frame: " + broken.getMessage(), broken);
        }
    }

    private void fill(int from, int to) throws IOException {
        if (frames.readNBytes(frame, from, to - from) < to - from) {
            throw new EOFException("closed within a frame");
        }
    }
}
