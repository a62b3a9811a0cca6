// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.work;

import io.latchkey.api.concurrent.Workers;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns the threads that all bundles share, from the start of this bundle to its stop. A task that throws is our bug: it is
 * logged, and the thread goes on.
 */
@Component
public final class WorkersComponent implements Workers {
    private static final Logger LOG = LoggerFactory.getLogger(WorkersComponent.class);
    private static final int WORK_THREADS = 2;
    private static final int WORK_QUEUE = 256;
    private static final int DISK_QUEUE = 1024;
    private static final long DISK_SECONDS = 2;

    private final ThreadPoolExecutor work;
    private final ThreadPoolExecutor disk;
    private final ScheduledThreadPoolExecutor timer;

    /** Starts the families; their threads come with the first tasks. */
    @Activate
    public WorkersComponent() {
        work = threads(WORK_THREADS, WORK_QUEUE, "latchkey-work");
        disk = threads(1, DISK_QUEUE, "latchkey-disk");
        timer = new ScheduledThreadPoolExecutor(1, new NamedThreads("latchkey-timer"));
        timer.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Executor work() {
        return task -> work.execute(() -> runLogged(task));
    }

    @Override
    public Executor disk() {
        return task -> disk.execute(() -> runLogged(task));
    }

    @Override
    public Future<?> schedule(Duration delay, Runnable task) {
        return timer.schedule(() -> runLogged(task), Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    /** Drops what waits and interrupts what runs, but for the disk: what it has begun it ends, unless that takes long. */
    @Deactivate
    public void stop() {
        timer.shutdownNow();
        disk.shutdown();
        try {
            if (!disk.awaitTermination(DISK_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn(
                        "The disk has not answered for {} s: changes that were not reported may be lost", DISK_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        disk.shutdownNow();
        work.shutdownNow();
    }

    private static ThreadPoolExecutor threads(int count, int queue, String name) {
        return new ThreadPoolExecutor(
                count, count, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queue), new NamedThreads(name));
    }

    private static void runLogged(Runnable task) {
        try {
            task.run();
        } catch (Throwable failure) {
            LOG.error("A task failed that should not", failure);
        }
    }
}
