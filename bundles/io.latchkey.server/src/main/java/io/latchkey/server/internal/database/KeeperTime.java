// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import java.time.Duration;
import java.time.Instant;

/**
 * One moment by two clocks.
 *
 * @param nanos of the clock that runs steadily and says nothing outside of this run
 * @param instant of the clock that people read, which may jump
 */
record KeeperTime(long nanos, Instant instant) {

    /** The steady time that has gone by since then. */
    Duration since(long then) {
        return Duration.ofNanos(nanos - then);
    }

    /** The steady moment that comes after a while. */
    long in(Duration delay) {
        return nanos + delay.toNanos();
    }

    /** Whether that moment has come. */
    boolean isAfter(long moment) {
        return nanos - moment >= 0;
    }
}
