// SPDX-License-Identifier: EPL-2.0
package io.latchkey.eve.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The bytes of Eve's four characteristics, all numbers little-endian. Pure. */
final class HistoryMessages {
    private static final int STATUS_AROUND = 4 + 4 + 4 + 2 + 2 + 4 + 4 + 2;
    private static final int ENTRY_HEAD = 1 + 4 + 4 + 1;
    private static final int REFERENCE_LENGTH = 21;
    private static final int REFERENCE_MASK = 0x81;
    private static final int END = 0x0101;
    private static final int NUMBER_AT = 2;

    private HistoryMessages() {}

    /**
     * How a history stands.
     *
     * @param signature the number of values, and tag and length of each
     */
    static byte[] status(byte[] signature, HistoryState state) {
        return buffer(STATUS_AROUND + signature.length)
                .putInt((int) state.seconds())
                .putInt(0)
                .putInt((int) state.reference())
                .put(signature)
                .putShort((short) state.used())
                .putShort((short) HistoryState.CAPACITY)
                .putInt((int) state.first())
                .putInt(0)
                .putShort((short) END)
                .array();
    }

    /** An entry. */
    static byte[] entry(HistoryEntry entry) {
        byte[] values = entry.values();
        return buffer(ENTRY_HEAD + values.length)
                .put((byte) (ENTRY_HEAD + values.length))
                .putInt((int) entry.number())
                .putInt((int) entry.seconds())
                .put((byte) entry.mask())
                .put(values)
                .array();
    }

    /** What stands in place of an entry and tells the moment from which others count. */
    static byte[] reference(long number, long reference) {
        return buffer(REFERENCE_LENGTH)
                .put((byte) REFERENCE_LENGTH)
                .putInt((int) number)
                .putInt(1)
                .put((byte) REFERENCE_MASK)
                .putInt((int) reference)
                .array();
    }

    /** What is told when nothing is left. */
    static byte[] nothing() {
        return new byte[1];
    }

    /**
     * The number that a request asks from, zero for the oldest.
     *
     * @throws IllegalArgumentException when it is too short to be a request
     */
    static long requested(byte[] request) {
        if (request.length < NUMBER_AT + Integer.BYTES) {
            throw new IllegalArgumentException("a request has six bytes or more, not " + request.length);
        }
        return Integer.toUnsignedLong(
                ByteBuffer.wrap(request).order(ByteOrder.LITTLE_ENDIAN).getInt(NUMBER_AT));
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
