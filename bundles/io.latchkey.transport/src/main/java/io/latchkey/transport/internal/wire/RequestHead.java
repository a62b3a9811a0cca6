// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Copies the head of one request to the HTTP parser, but nothing of what the peer says about whom it talks to. iPhones
 * write the escaped instance name of the bridge as Host ({@code My\032Home._hap._tcp.local}), others write nothing at all;
 * the parser judges that and logs it, with no setting against either. So a Host of our own follows the request line, each
 * one of the peer goes by as an unknown header without a value, and so does the target of CONNECT. All other bytes pass as
 * they are and are the parser's to judge, control characters in a Host included.
 *
 * <p>Understands heads in any pieces and keeps none of them. Confined to the thread that reads.
 */
final class RequestHead {
    private static final byte[] OUR_HOST = ascii("Host: latchkey\r\n");
    private static final Hidden HOST = new Hidden(ascii("host"), (byte) ':', ascii("-:"), true);
    private static final Hidden TUNNEL = new Hidden(ascii("connect"), (byte) ' ', ascii(" h:1"), false);
    private static final byte[] NOTHING = {};
    private static final int UPPER_TO_LOWER = 'a' - 'A';
    private static final int DELETE = 127;
    /** Five times the longest escaped name; of what is longer the rest passes, so that the parser's limit holds. */
    private static final int MOST_HIDDEN = 1024;

    private Part part = Part.START_OF_LINE;
    private boolean requestLine = true;
    private int matched;
    private int hidden;
    private byte[] owed = NOTHING;
    private int paid;

    /** What follows a word at the start of a line and is not passed on; another text is passed instead. */
    private record Hidden(byte[] word, byte delimiter, byte[] instead, boolean withBlanks) {}

    private enum Part {
        START_OF_LINE,
        WORD,
        HIDDEN,
        REST_OF_LINE,
        EMPTY_LINE,
        COMPLETE
    }

    /** Whether the line that ends the head was passed on. */
    boolean isComplete() {
        return part == Part.COMPLETE;
    }

    /** Whether there is something to pass on without further bytes. */
    boolean owes() {
        return paid < owed.length;
    }

    /** Begins with another head. */
    void reset() {
        part = Part.START_OF_LINE;
        requestLine = true;
        hidden = 0;
    }

    /**
     * Passes on as much as there is room for, to the end of the head at most.
     *
     * @return how many bytes were taken
     */
    int pass(byte[] bytes, int offset, int length, ByteBuffer to) {
        int end = offset + length;
        int at = offset;
        while ((!owes() || pay(to)) && at < end && to.hasRemaining() && part != Part.COMPLETE) {
            at = switch (part) {
                case HIDDEN -> hide(bytes, at, end);
                case REST_OF_LINE -> copy(bytes, at, end, to);
                default -> at + step(bytes[at], to);
            };
        }
        return at - offset;
    }

    /** Takes the next byte, or none where it belongs to another part of the line. */
    private int step(byte next, ByteBuffer to) {
        return switch (part) {
            case START_OF_LINE -> start(next, to);
            case EMPTY_LINE -> finish(next, to);
            default -> match(next, to);
        };
    }

    private int start(byte next, ByteBuffer to) {
        matched = 0;
        if (next != '\r') {
            part = Part.WORD;
            return 0;
        }
        part = Part.EMPTY_LINE;
        to.put(next);
        return 1;
    }

    /** Empty lines before the request line are no end. */
    private int finish(byte next, ByteBuffer to) {
        if (next != '\n') {
            part = Part.REST_OF_LINE;
            return 0;
        }
        part = requestLine ? Part.START_OF_LINE : Part.COMPLETE;
        to.put(next);
        return 1;
    }

    private int match(byte next, ByteBuffer to) {
        Hidden sought = requestLine ? TUNNEL : HOST;
        if (matched < sought.word.length && isLetter(next, sought.word[matched])) {
            matched++;
            to.put(next);
            return 1;
        }
        if (matched == sought.word.length && next == sought.delimiter) {
            owe(sought.instead);
            part = Part.HIDDEN;
            return 1;
        }
        part = Part.REST_OF_LINE;
        return 0;
    }

    private int hide(byte[] bytes, int from, int end) {
        boolean withBlanks = (requestLine ? TUNNEL : HOST).withBlanks;
        int at = from;
        while (at < end && hidden < MOST_HIDDEN && isVisible(bytes[at], withBlanks)) {
            at++;
            hidden++;
        }
        if (at < end) {
            part = Part.REST_OF_LINE;
        }
        return at;
    }

    private int copy(byte[] bytes, int from, int end, ByteBuffer to) {
        int limit = Math.min(end, from + to.remaining());
        int at = from;
        while (at < limit && bytes[at] != '\n') {
            at++;
        }
        boolean ended = at < limit;
        if (ended) {
            at++;
        }
        to.put(bytes, from, at - from);
        if (ended) {
            endLine();
        }
        return at;
    }

    private void endLine() {
        part = Part.START_OF_LINE;
        if (requestLine) {
            requestLine = false;
            owe(OUR_HOST);
        }
    }

    private void owe(byte[] text) {
        owed = text;
        paid = 0;
    }

    /** Passes on what is owed; false when there is no room for all of it. */
    private boolean pay(ByteBuffer to) {
        int length = Math.min(owed.length - paid, to.remaining());
        to.put(owed, paid, length);
        paid += length;
        return paid == owed.length;
    }

    private static boolean isLetter(byte next, byte lowerCase) {
        return next == lowerCase || next + UPPER_TO_LOWER == lowerCase;
    }

    /** What a header's value may hold (RFC 9110 section 5.5), or of it what has no blanks. */
    private static boolean isVisible(byte next, boolean withBlanks) {
        boolean blank = next == ' ' || next == '\t';
        return blank ? withBlanks : next < 0 || next > ' ' && next != DELETE;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
