// SPDX-License-Identifier: EPL-2.0
package io.latchkey.eve.internal;

/**
 * When a contact was opened last, or something began to move, as the entries of a history tell it. Entries are to be shown in
 * their order, by one thread at a time; the result may be asked for on any.
 */
final class LastActivation {
    private final HistorySeries series;
    private boolean isActive;
    private volatile long seconds;

    LastActivation(HistorySeries series) {
        this.series = series;
    }

    /**
     * The next entry.
     *
     * @param moment of the entry, in seconds since the reference time
     */
    void next(int mask, byte[] values, long moment) {
        series.isActive(mask, values).ifPresent(now -> {
            if (now && !isActive) {
                seconds = moment;
            }
            isActive = now;
        });
    }

    /** In seconds since the reference time; zero while there was none. */
    long seconds() {
        return seconds;
    }
}
