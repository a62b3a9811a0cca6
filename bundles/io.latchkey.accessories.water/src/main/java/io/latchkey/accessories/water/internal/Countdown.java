// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.water.internal;

import java.time.Duration;

/**
 * Time that runs out. Controllers count down by themselves, so they are told when it begins, when it jumps and when it is
 * over; who reads gets what is left. Immutable.
 *
 * @param end when it is over, on the clock of the scene
 * @param announced the seconds that controllers were told; 0 when nothing runs
 */
record Countdown(Duration end, long announced) {
    /** Nothing runs. */
    static final Countdown OVER = new Countdown(Duration.ZERO, 0);

    private static final long JUMP = 5;

    /** Begins now; over at once for zero and less. */
    static Countdown of(long seconds, Duration now) {
        return seconds > 0 ? new Countdown(now.plusSeconds(seconds), seconds) : OVER;
    }

    /** Whether it has begun and nobody has ended it. */
    boolean isRunning() {
        return announced > 0;
    }

    /** The seconds that are left, begun ones included. */
    long remaining(Duration now) {
        Duration left = end.minus(now);
        return isRunning() && !left.isNegative()
                ? Math.min(announced, left.plusNanos(999_999_999).toSeconds())
                : 0;
    }

    /** An item says what is left: the same countdown as long as that is about what was to be expected. */
    Countdown told(long seconds, Duration now) {
        boolean isExpected = isRunning() && seconds > 0 && Math.abs(seconds - remaining(now)) <= JUMP;
        return isExpected ? this : of(seconds, now);
    }
}
