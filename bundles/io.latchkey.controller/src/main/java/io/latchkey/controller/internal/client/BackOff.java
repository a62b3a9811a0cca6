// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.client;

import java.time.Duration;

/** How long to wait before the next attempt: a second, then twice as long each time, a minute at the most. */
final class BackOff {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int LARGEST_POWER = 6;

    private int attempts;

    /** The wait that comes now. */
    Duration next() {
        Duration wait = Duration.ofSeconds(1L << Math.min(attempts++, LARGEST_POWER));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    /** An attempt has succeeded. */
    void reset() {
        attempts = 0;
    }
}
