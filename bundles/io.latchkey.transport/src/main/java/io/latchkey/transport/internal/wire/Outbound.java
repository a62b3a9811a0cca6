// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.wire;

import java.nio.ByteBuffer;

/** Turns a message into bytes for the network. Confined to the one writer of a connection. */
public interface Outbound {
    /** Before the session is secured: bytes leave as they are. */
    Outbound PLAIN = message -> message;

    /**
     * What is to be written next.
     *
     * @param message what is left of the message, which has at least one byte left
     * @return buffers to write until they are empty; when they are, and the message has bytes left, ask again
     */
    ByteBuffer[] take(ByteBuffer[] message);
}
