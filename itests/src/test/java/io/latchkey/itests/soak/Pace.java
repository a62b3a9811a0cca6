// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** How long a session rests between two operations: at most twenty of them a second, on two shared cores. */
final class Pace {
    private static final int SHORTEST_MILLIS = 30;
    private static final int LONGEST_MILLIS = 90;

    private final Random random;

    Pace(Random random) {
        this.random = random;
    }

    /** The next rest. */
    Duration next() {
        return Duration.ofMillis(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS));
    }

    /** Rests, hearing nothing. */
    void rest() {
        LockSupport.parkNanos(next().toNanos());
    }
}
