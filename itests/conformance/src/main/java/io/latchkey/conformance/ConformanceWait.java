// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits until something comes true that the server does in its own time. */
public final class ConformanceWait {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

    private ConformanceWait() {}

    /** A question to the server. */
    @FunctionalInterface
    public interface Condition {
        /** Whether it has come true. */
        boolean holds() throws IOException;
    }

    /** Fails when it has not come true within ten seconds. */
    public static void until(String what, Condition condition) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() - end > 0) {
                fail("waited " + PATIENCE.toSeconds() + " seconds in vain until " + what);
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** Lets time pass that a rule is about. */
    public static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
