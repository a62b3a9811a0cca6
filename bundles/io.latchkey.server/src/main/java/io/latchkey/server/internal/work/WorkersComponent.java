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
    private static final int CRYPTO_THREADS = 2;
    private static final int CRYPTO_QUEUE = 256;
    private static final int DISK_QUEUE = 1024;
    private static final int HOME_THREADS = 2;
    private static final int HOME_QUEUE = 1024;
    private static final int MDNS_QUEUE = 256;
    private static final long DISK_SECONDS = 2;

    private final ThreadPoolExecutor crypto;
    private final ThreadPoolExecutor disk;
    private final ThreadPoolExecutor home;
    private final ThreadPoolExecutor mdns;
    private final ScheduledThreadPoolExecutor timer;

    /** Starts the families; their threads come with the first tasks. */
    @Activate
    public WorkersComponent() {
        crypto = threads(CRYPTO_THREADS, CRYPTO_QUEUE, "latchkey-crypto");
        disk = threads(1, DISK_QUEUE, "latchkey-disk");
        home = threads(HOME_THREADS, HOME_QUEUE, "latchkey-home");
        mdns = threads(1, MDNS_QUEUE, "latchkey-mdns");
        timer = new ScheduledThreadPoolExecutor(1, new NamedThreads("latchkey-timer"));
        timer.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Executor crypto() {
        return task -> crypto.execute(() -> runLogged(task));
    }

    @Override
    public Executor disk() {
        return task -> disk.execute(() -> runLogged(task));
    }

    @Override
    public Executor home() {
        return task -> home.execute(() -> runLogged(task));
    }

    @Override
    public Executor mdns() {
        return task -> mdns.execute(() -> runLogged(task));
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
        crypto.shutdownNow();
        home.shutdownNow();
        mdns.shutdownNow();
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
