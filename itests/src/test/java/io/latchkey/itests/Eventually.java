// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition with a deadline and looks often; a test that waits longer fails and says for what. */
public final class Eventually {
    private static final long PAUSE_NANOS = 10_000_000;

    private Eventually() {}

    /** Waits until the condition holds. */
    public static void until(Duration patience, String what, Callable<Boolean> condition) {
        present(patience, what, () -> condition.call() ? Optional.of(true) : Optional.empty());
    }

    /** Waits until there is something. */
    public static <T> T present(Duration patience, String what, Callable<Optional<T>> source) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<T> found = call(source);
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited " + patience.toMillis() + " ms for " + what);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Ends a process that takes longer, so that nobody reads its output for ever; who cancels it lets the process live. */
    public static Future<?> endAfter(int seconds, Process process) {
        return CompletableFuture.runAsync(
                process::destroyForcibly, CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS));
    }

    private static <T> T call(Callable<T> source) {
        try {
            return source.call();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }
}
