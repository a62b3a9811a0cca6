// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import io.latchkey.api.concurrent.Workers;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Workers by the clock of the machine. */
final class RealWorkers implements Workers, AutoCloseable {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @Override
    public Executor disk() {
        return home();
    }

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
        return timer;
    }

    @Override
    public Future<?> schedule(Duration delay, Runnable task) {
        return timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
