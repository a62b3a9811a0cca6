// SPDX-License-Identifier: EPL-2.0
package io.latchkey.eve.internal;

import java.util.Optional;

/** The average over time of a measured value since it was last taken. Safe for all threads. */
final class MeasuredAverage {
    private double value;
    private double sum;
    private long since;
    private long from;
    private boolean isKnown;

    /**
     * The value is another one from now on.
     *
     * @param now in milliseconds
     */
    synchronized void changed(double next, long now) {
        if (isKnown) {
            sum += value * Math.max(0, now - since);
        } else {
            from = now;
        }
        value = next;
        since = now;
        isKnown = true;
    }

    /** Nobody knows the value any more. */
    synchronized void forget() {
        isKnown = false;
        sum = 0;
    }

    /**
     * Takes the average, and begins the next one with the value of now; empty when none was told.
     *
     * @param now in milliseconds
     */
    synchronized Optional<Double> take(long now) {
        if (!isKnown) {
            return Optional.empty();
        }
        long time = now - from;
        double average = time > 0 ? (sum + value * Math.max(0, now - since)) / time : value;
        sum = 0;
        from = now;
        since = now;
        return Optional.of(average);
    }
}
