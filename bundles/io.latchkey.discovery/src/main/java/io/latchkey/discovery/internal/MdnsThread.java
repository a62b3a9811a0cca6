// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread {@code latchkey-mdns}: every call of JmDNS is made here and may take seconds. Nobody waits for it except a
 * close, and that not for long.
 */
final class MdnsThread {
    private static final Logger LOG = LoggerFactory.getLogger(MdnsThread.class);

    private final ScheduledThreadPoolExecutor executor;

    MdnsThread() {
        executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "latchkey-mdns");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
    }

    /** Runs a task after those before it; after {@link #end} nothing happens. */
    Future<?> run(Runnable task) {
        return later(Duration.ZERO, task);
    }

    Future<?> later(Duration delay, Runnable task) {
        try {
            return executor.schedule(() -> guarded(task), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The mDNS thread has ended, nothing more is done");
            return CompletableFuture.completedFuture(null);
        }
    }

    void every(Duration period, Runnable task) {
        long millis = period.toMillis();
        executor.scheduleWithFixedDelay(() -> guarded(task), millis, millis, TimeUnit.MILLISECONDS);
    }

    /** Takes no more tasks; the thread ends with the last one it has. */
    void end() {
        executor.shutdown();
    }

    /** Waits for a task, but not longer than the limit; says whether it is done. */
    static boolean await(Future<?> task, Duration limit) {
        try {
            task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (TimeoutException | ExecutionException | CancellationException e) {
            LOG.debug("Not waiting any longer for mDNS: {}", e.toString());
            return false;
        }
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("mDNS failed where it should not", e);
        }
    }
}
