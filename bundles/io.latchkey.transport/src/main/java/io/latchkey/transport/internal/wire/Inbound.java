// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.wire;

import io.latchkey.crypto.FrameException;
import java.nio.ByteBuffer;

/**
 * Turns received bytes into bytes for the HTTP parser. The received bytes stay in the buffer of the caller, who may compact
 * it between calls; what belongs together is kept relative to its position. Confined to the thread that reads.
 */
public interface Inbound {

    /**
     * Moves what may be parsed now.
     *
     * @param from received bytes, array-backed, between position and limit; consumed as far as they are delivered
     * @param to room for plaintext
     * @return how many bytes were delivered, 0 if more must be received first
     * @throws FrameException when the received bytes must not be believed
     */
    int read(ByteBuffer from, ByteBuffer to) throws FrameException;

    /** Whether {@link #read} would do something without further bytes. */
    boolean isReady(ByteBuffer from);
}
