// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.fake;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.testing.ManualWorkers;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Workers without threads: work runs at once, on the thread that gives it, timers when the test lets time pass. Contributors
 * that are called on threads of their own give work too, so a test may have to wait until that {@link #isIdle has ended}.
 */
public final class InlineWorkers implements Workers {
    private final ManualWorkers time = new ManualWorkers();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger given = new AtomicInteger();

    @Override
    public Executor disk() {
        return this::run;
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
        return task -> time.home().execute(() -> run(task));
    }

    /** Whether no thread is at work. */
    public boolean isIdle() {
        return running.get() == 0;
    }

    /** How many tasks were given to any thread so far. */
    public int given() {
        return given.get();
    }

    private void run(Runnable task) {
        given.incrementAndGet();
        running.incrementAndGet();
        try {
            task.run();
        } finally {
            running.decrementAndGet();
        }
    }

    @Override
    public Future<?> schedule(Duration delay, Runnable task) {
        return time.schedule(delay, task);
    }

    @Override
    public long nanoTime() {
        return time.nanoTime();
    }

    /** Lets the work queue be full, or not. */
    public void full(boolean isFull) {
        time.full(isFull);
    }

    /** Lets time pass and runs what is due, in order. */
    public void pass(Duration span) {
        time.pass(span);
    }

    /** How many timers wait. */
    public long pending() {
        return time.pending();
    }
}
