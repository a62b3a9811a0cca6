// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import io.latchkey.crypto.FrameCipher;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** What arrives at a client: bytes as they come, and the content of frames from the moment on that it has keys. */
final class ClientInput {
    private final InputStream in;
    private FrameCipher cipher;
    private byte[] plain = {};
    private int at;

    ClientInput(InputStream in) {
        this.in = in;
    }

    /** From now on frames come. */
    void open(FrameCipher opener) {
        cipher = opener;
    }

    /** Whether something has arrived that nobody has read. */
    boolean hasMore() {
        return at < plain.length;
    }

    int next() throws IOException {
        while (at == plain.length) {
            plain = cipher == null ? some() : frame();
            at = 0;
        }
        return plain[at++] & 0xff;
    }

    /** Puts back what was read last. */
    void back() {
        at--;
    }

    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            int next = next();
            if (next == '\r') {
                if (next() != '\n') {
                    throw new IOException("bare CR");
                }
                return line.toString();
            }
            line.append((char) next);
        }
    }

    private byte[] some() throws IOException {
        int first = in.read();
        if (first < 0) {
            throw new EOFException();
        }
        return new byte[] {(byte) first};
    }

    private byte[] frame() throws IOException {
        byte[] header = exactly(FrameCipher.HEADER_LENGTH);
        int length = FrameCipher.plaintextLength(header, 0);
        byte[] frame = Arrays.copyOf(header, length + FrameCipher.OVERHEAD);
        byte[] rest = exactly(length + FrameCipher.TAG_LENGTH);
        System.arraycopy(rest, 0, frame, FrameCipher.HEADER_LENGTH, rest.length);
        cipher.open(frame, 0);
        return Arrays.copyOfRange(frame, FrameCipher.HEADER_LENGTH, FrameCipher.HEADER_LENGTH + length);
    }

    /** So many bytes as they arrive. */
    byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }
}
