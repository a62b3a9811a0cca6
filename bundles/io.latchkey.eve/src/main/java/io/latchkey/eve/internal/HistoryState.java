// SPDX-License-Identifier: EPL-2.0
package io.latchkey.eve.internal;

/**
 * How a history stands. The oldest number never names an entry: there the reference time is told.
 *
 * @param reference the moment from which entries count their seconds, in seconds since 2001-01-01 UTC
 * @param last the newest number, zero while there is none
 * @param seconds of the newest entry, since the reference time
 */
record HistoryState(long reference, long last, long seconds) {
    /** How many numbers are kept: four weeks with an entry each ten minutes. */
    static final int CAPACITY = 4032;
    /** Nothing is kept. */
    static final HistoryState EMPTY = new HistoryState(0, 0, 0);

    /** The oldest number. */
    long first() {
        return Math.max(1, last - CAPACITY + 1);
    }

    /** How many numbers there are. */
    long used() {
        return last - first() + 1;
    }
}
