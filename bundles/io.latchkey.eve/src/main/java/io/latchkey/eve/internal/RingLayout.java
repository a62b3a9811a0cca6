// SPDX-License-Identifier: EPL-2.0
package io.latchkey.eve.internal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Where in the file of a ring what lies: a head, a record for each number, and the head once more, so that one bad block takes
 * only what is in it. Records lie one behind the other; the one of a number is where that of the number
 * {@value HistoryState#CAPACITY} before was. Pure.
 */
final class RingLayout {
    /** Bytes of a head. */
    static final int HEAD = 64;
    /** Bytes of a record. */
    static final int RECORD = 24;
    /** Bytes of the file. */
    static final int SIZE = HEAD + HistoryState.CAPACITY * RECORD + HEAD;

    private static final int MAGIC = 0x4C4B4531;
    private static final int CHECK = Integer.BYTES;
    private static final int NUMBER_BITS = 28;
    private static final int SECOND_HEAD = SIZE - HEAD;
    private static final int MOST_SIGNATURE = 32;

    private RingLayout() {}

    /** Where the record of a number begins. */
    static int position(long number) {
        return HEAD + (int) ((number - 1) % HistoryState.CAPACITY) * RECORD;
    }

    /** A file without entries. */
    static byte[] blank(long reference, byte[] signature) {
        byte[] head = checked(ByteBuffer.allocate(HEAD)
                .putInt(MAGIC)
                .putInt((int) reference)
                .put((byte) signature.length)
                .put(Arrays.copyOf(signature, MOST_SIGNATURE)));
        return ByteBuffer.allocate(SIZE)
                .put(head)
                .position(SECOND_HEAD)
                .put(head)
                .array();
    }

    /** The reference time that one of the heads tells; empty when none does or values are others. */
    static Optional<Long> reference(byte[] file, byte[] signature) {
        return head(file, 0, signature).or(() -> head(file, SECOND_HEAD, signature));
    }

    /** The record of an entry. */
    static byte[] record(HistoryEntry entry) {
        byte[] values = entry.values();
        return checked(ByteBuffer.allocate(RECORD)
                .putInt(values.length << NUMBER_BITS | (int) entry.number())
                .putInt((int) entry.seconds())
                .put((byte) entry.mask())
                .put(Arrays.copyOf(values, HistoryEntry.MOST_VALUES)));
    }

    /** The entry of a record; empty when there is none or it is damaged. */
    static Optional<HistoryEntry> entry(byte[] bytes, int at) {
        if (!isWhole(bytes, at, RECORD)) {
            return Optional.empty();
        }
        ByteBuffer record = ByteBuffer.wrap(bytes, at, RECORD);
        int numbered = record.getInt();
        long seconds = Integer.toUnsignedLong(record.getInt());
        int mask = record.get();
        byte[] values = new byte[Math.min(numbered >>> NUMBER_BITS, HistoryEntry.MOST_VALUES)];
        record.get(values);
        long number = numbered & HistoryEntry.MOST_NUMBER;
        return number > 0 && mask > 0 && values.length > 0
                ? Optional.of(new HistoryEntry(number, seconds, mask, values))
                : Optional.empty();
    }

    /** Whether nothing was ever written there. */
    static boolean isBlank(byte[] bytes, int at) {
        return Arrays.equals(bytes, at, at + RECORD, new byte[RECORD], 0, RECORD);
    }

    private static Optional<Long> head(byte[] file, int at, byte[] signature) {
        if (file.length < at + HEAD || !isWhole(file, at, HEAD)) {
            return Optional.empty();
        }
        ByteBuffer head = ByteBuffer.wrap(file, at, HEAD);
        int magic = head.getInt();
        long reference = Integer.toUnsignedLong(head.getInt());
        byte[] values = new byte[Byte.toUnsignedInt(head.get()) % (MOST_SIGNATURE + 1)];
        head.get(values);
        return magic == MAGIC && Arrays.equals(values, signature) ? Optional.of(reference) : Optional.empty();
    }

    private static byte[] checked(ByteBuffer bytes) {
        byte[] content = bytes.array();
        ByteBuffer.wrap(content).putInt(content.length - CHECK, check(content, 0, content.length));
        return content;
    }

    private static boolean isWhole(byte[] bytes, int at, int length) {
        return ByteBuffer.wrap(bytes).getInt(at + length - CHECK) == check(bytes, at, length);
    }

    private static int check(byte[] bytes, int at, int length) {
        CRC32 check = new CRC32();
        check.update(bytes, at, length - CHECK);
        return (int) check.getValue();
    }
}
