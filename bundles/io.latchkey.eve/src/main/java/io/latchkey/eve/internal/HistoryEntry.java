// SPDX-License-Identifier: EPL-2.0
package io.latchkey.eve.internal;

import java.util.Arrays;

/**
 * An entry of a history.
 *
 * @param number counts entries from 1 on
 * @param seconds since the reference time of the history
 * @param mask which values of the status it has
 * @param values as they are on the wire, {@link #MOST_VALUES} bytes at most
 */
record HistoryEntry(long number, long seconds, int mask, byte[] values) {
    /** The highest number. */
    static final long MOST_NUMBER = (1L << 28) - 1;
    /** The most bytes of values. */
    static final int MOST_VALUES = 11;

    /**
     * Keeps a copy.
     *
     * @throws IllegalArgumentException when it can't be one
     */
    HistoryEntry {
        values = values.clone();
        boolean fits = number > 0 && number <= MOST_NUMBER && seconds >= 0 && seconds <= 0xFFFF_FFFFL;
        if (!fits || mask <= 0 || mask > 0x7F || values.length == 0 || values.length > MOST_VALUES) {
            throw new IllegalArgumentException("no entry: number " + number + " at " + seconds + " s, mask " + mask
                    + ", " + values.length + " bytes");
        }
    }

    @Override
    public byte[] values() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HistoryEntry that
                && number == that.number
                && seconds == that.seconds
                && mask == that.mask
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }
}
