// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.apple;

import io.latchkey.conformance.ConformanceWait;
import java.time.Duration;

/**
 * How long the pauses of a home are in a test. Those of people and clocks, a second and more, are divided by one number;
 * those between machines, some milliseconds, stay as they are.
 *
 * @param divisor 1 for the full length
 */
public record Pauses(int divisor) {
    /** The system property that holds the divisor. */
    public static final String PROPERTY = "latchkey.pauses.divisor";

    private static final int USUAL = 200;
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** Refuses a divisor below 1. */
    public Pauses {
        if (divisor < 1) {
            throw new IllegalArgumentException(PROPERTY + " is a whole number from 1 on, not " + divisor);
        }
    }

    /** As the system property says; a two hundredth where it says nothing. */
    public static Pauses configured() {
        return new Pauses(Integer.getInteger(PROPERTY, USUAL));
    }

    /** Whether pauses have their full length: somebody looks at a bridge that has the computer for itself. */
    boolean isFull() {
        return divisor == 1;
    }

    /** How long such a pause is here. */
    Duration of(Duration full) {
        return full.compareTo(SECOND) < 0 ? full : full.dividedBy(divisor);
    }

    /** Lets such a pause pass. */
    void pass(Duration full) {
        ConformanceWait.pass(of(full));
    }

    /** When a time that begins now is over, by {@link System#nanoTime}. */
    long end(Duration full) {
        return System.nanoTime() + of(full).toNanos();
    }
}
