// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.wire;

import java.nio.ByteBuffer;

/**
 * Lets at most one plain request pass: its head, then as many bytes of body as the parser has understood from that head,
 * then nothing until the answer has left. So what follows the last request of pair-verify is still here when the keys are
 * there, and is opened as frames: plain bytes that somebody injected there are never parsed.
 */
public final class PlainInbound implements Inbound {
    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};
    private static final long IN_HEAD = -1;

    private long body = IN_HEAD;
    private int matched;

    @Override
    public int read(ByteBuffer from, ByteBuffer to) {
        int length = Math.min(from.remaining(), to.remaining());
        if (body == IN_HEAD) {
            length = upToHeadEnd(from, length);
        } else {
            length = (int) Math.min(length, body);
            body -= length;
        }
        to.put(from.array(), from.arrayOffset() + from.position(), length);
        from.position(from.position() + length);
        return length;
    }

    @Override
    public boolean isReady(ByteBuffer from) {
        return from.hasRemaining() && isOpen();
    }

    /** Whether the parser may get more bytes of this request. */
    public boolean isOpen() {
        return body != 0;
    }

    /**
     * The parser has understood a head.
     *
     * @param bodyLength what it expects now, 0 or more bytes
     */
    public void headComplete(long bodyLength) {
        body = bodyLength;
        matched = 0;
    }

    /** The request was answered: the next one may pass. */
    public void answered() {
        body = IN_HEAD;
    }

    private int upToHeadEnd(ByteBuffer from, int length) {
        int start = from.position();
        for (int i = 0; i < length; i++) {
            byte next = from.get(start + i);
            if (next == HEAD_END[matched]) {
                matched++;
            } else {
                matched = next == HEAD_END[0] ? 1 : 0;
            }
            if (matched == HEAD_END.length) {
                matched = 0;
                return i + 1;
            }
        }
        return length;
    }
}
