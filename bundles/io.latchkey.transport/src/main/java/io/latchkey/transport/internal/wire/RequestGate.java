// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.wire;

import io.latchkey.crypto.FrameException;
import java.nio.ByteBuffer;

/**
 * Lets at most one request pass to the HTTP parser: its {@link RequestHead}, then as many bytes of body as the parser has
 * understood from that head, then nothing until the answer has left. So what follows the last request of pair-verify is
 * still here when the keys are there, and is opened with these: bytes that somebody injected there are never parsed.
 *
 * <p>Confined to the thread that reads, except that whoever answers opens it again before that thread goes on.
 */
public final class RequestGate {
    private final RequestHead head = new RequestHead();
    private long body;

    /**
     * Moves what may be parsed now.
     *
     * @param from received bytes, array-backed, between position and limit; consumed as far as they are delivered
     * @param to room for plaintext
     * @return how many bytes were delivered, 0 if more must be received first or the gate is shut
     * @throws FrameException when the received bytes must not be believed
     */
    public int read(Inbound source, ByteBuffer from, ByteBuffer to) throws FrameException {
        int before = to.position();
        while (isOpen() && to.hasRemaining()) {
            int available = source.available(from);
            if (available == 0 && !head.owes()) {
                break;
            }
            int passed = pass(from, available, to);
            if (passed > 0) {
                source.taken(from, passed);
            }
        }
        return to.position() - before;
    }

    /** Whether {@link #read} would do something without further bytes. */
    public boolean isReady(Inbound source, ByteBuffer from) {
        return isOpen() && (head.owes() || source.isReady(from));
    }

    /** Whether the parser may get more bytes of this request. */
    public boolean isOpen() {
        return !head.isComplete() || body > 0;
    }

    /**
     * The parser has understood a head.
     *
     * @param bodyLength what it expects now, 0 or more bytes
     */
    public void headComplete(long bodyLength) {
        body = bodyLength;
    }

    /** The request was answered: the next one may pass. */
    public void answered() {
        head.reset();
        body = 0;
    }

    private int pass(ByteBuffer from, int available, ByteBuffer to) {
        int start = from.arrayOffset() + from.position();
        if (!head.isComplete()) {
            return head.pass(from.array(), start, available, to);
        }
        int length = (int) Math.min(Math.min(available, to.remaining()), body);
        to.put(from.array(), start, length);
        body -= length;
        return length;
    }
}
