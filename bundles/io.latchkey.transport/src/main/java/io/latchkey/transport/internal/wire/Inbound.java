// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.wire;

import io.latchkey.crypto.FrameException;
import java.nio.ByteBuffer;

/**
 * Turns received bytes into plaintext, in the buffer they were received in. That buffer stays with the caller, who may
 * compact it between calls; what belongs together is kept relative to its position. Confined to the thread that reads.
 */
public interface Inbound {
    /** Bytes as they come. */
    Inbound PLAIN = new Inbound() {
        @Override
        public int available(ByteBuffer from) {
            return from.remaining();
        }

        @Override
        public void taken(ByteBuffer from, int length) {
            from.position(from.position() + length);
        }

        @Override
        public boolean isReady(ByteBuffer from) {
            return from.hasRemaining();
        }
    };

    /**
     * How many bytes of plaintext lie at the position of the buffer now.
     *
     * @param from received bytes, array-backed, between position and limit; its position moves to the plaintext
     * @return 0 if more must be received first
     * @throws FrameException when the received bytes must not be believed
     */
    int available(ByteBuffer from) throws FrameException;

    /**
     * Says that plaintext was taken.
     *
     * @param length more than 0, no more than is {@link #available}
     */
    void taken(ByteBuffer from, int length);

    /** Whether {@link #available} would find something without further bytes. */
    boolean isReady(ByteBuffer from);

    /**
     * Moves plaintext.
     *
     * @param to room for it
     * @return how many bytes were moved, 0 if more must be received first
     * @throws FrameException when the received bytes must not be believed
     */
    default int read(ByteBuffer from, ByteBuffer to) throws FrameException {
        int before = to.position();
        while (to.hasRemaining()) {
            int length = Math.min(available(from), to.remaining());
            if (length == 0) {
                break;
            }
            to.put(from.array(), from.arrayOffset() + from.position(), length);
            taken(from, length);
        }
        return to.position() - before;
    }
}
