// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.testing;

import io.latchkey.api.concurrent.Workers;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Real threads, on a clock that runs twenty times as fast. */
public final class QuickWorkers implements Workers, AutoCloseable {
    private static final int PACE = 20;

    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(3);

    @Override
    public Executor crypto() {
        return home();
    }

    @Override
    public Executor mdns() {
        return home();
    }

    @Override
    public Executor home() {
        return threads;
    }

    @Override
    public Executor disk() {
        return threads;
    }

    @Override
    public Future<?> schedule(Duration delay, Runnable task) {
        return threads.schedule(task, delay.toNanos() / PACE, TimeUnit.NANOSECONDS);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime() * PACE;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
