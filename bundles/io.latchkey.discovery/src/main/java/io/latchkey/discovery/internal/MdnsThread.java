// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import io.latchkey.api.concurrent.Workers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this bundle does on the thread {@code latchkey-mdns}: every call of JmDNS is made there and may take seconds. Nobody
 * waits for it except a close, and that not for long. Safe for all threads.
 */
final class MdnsThread {
    private static final Logger LOG = LoggerFactory.getLogger(MdnsThread.class);

    private final Workers workers;
    private volatile boolean ended;

    MdnsThread(Workers workers) {
        this.workers = workers;
    }

    /**
     * Runs a task after those before it; after {@link #end} nothing happens.
     *
     * @return done when it has run, or will never run
     */
    CompletableFuture<Void> run(Runnable task) {
        if (ended) {
            return CompletableFuture.completedFuture(null);
        }
        try {
            return CompletableFuture.runAsync(() -> guarded(task), workers.mdns());
        } catch (RejectedExecutionException e) {
            LOG.warn("mDNS has too much to do, or has ended: a change of what is announced may be missing");
            return CompletableFuture.completedFuture(null);
        }
    }

    /** The time, in nanoseconds since some moment. */
    long nanoTime() {
        return workers.nanoTime();
    }

    void later(Duration delay, Runnable task) {
        try {
            workers.schedule(delay, () -> run(task));
        } catch (RejectedExecutionException e) {
            LOG.debug("The threads have ended, nothing more is done");
        }
    }

    /** Runs a task again and again until {@link #end}, also after one that had to be left out. */
    void every(Duration period, Runnable task) {
        if (ended) {
            return;
        }
        try {
            workers.schedule(period, () -> run(task).whenComplete((done, failure) -> every(period, task)));
        } catch (RejectedExecutionException e) {
            LOG.debug("The threads have ended, nothing more is done");
        }
    }

    /** Takes no more tasks; those that wait are still done. */
    void end() {
        ended = true;
    }

    /** Waits for a task, but not longer than the limit; says whether it is done. */
    static boolean await(Future<?> task, Duration limit) {
        try {
            task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (TimeoutException | ExecutionException | CompletionException e) {
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
