// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.fake;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another thread does. */
public final class ServerWait {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

    private ServerWait() {}

    /** Until it holds; fails after five seconds. */
    public static void until(String what, BooleanSupplier holds) {
        long since = System.nanoTime();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - since > PATIENCE) {
                throw new AssertionError("not within five seconds: " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    /** Whether a latch opens within that time. */
    public static boolean isOpenWithin(CountDownLatch latch, Duration time) {
        try {
            return latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
