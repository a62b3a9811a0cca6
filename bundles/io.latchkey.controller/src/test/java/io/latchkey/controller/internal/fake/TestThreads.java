// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.fake;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.testing.ManualWorkers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/**
 * All threads there are, played by the test's own: what is handed over runs when the test lets it, in order; time passes
 * when the test says so.
 */
public final class TestThreads implements Workers {
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final ManualWorkers time = new ManualWorkers();
    private boolean full;
    private boolean onDisk;
    private boolean working;

    @Override
    public Executor disk() {
        return task -> later(() -> {
            onDisk = true;
            try {
                task.run();
            } finally {
                onDisk = false;
            }
        });
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
        return task -> {
            if (full) {
                throw new RejectedExecutionException("full");
            }
            later(() -> {
                working = true;
                try {
                    task.run();
                } finally {
                    working = false;
                }
            });
        };
    }

    /** Whether the present task is one for a work thread. */
    public boolean isWorking() {
        return working;
    }

    /** Whether the present task is one for the disk thread. */
    public boolean isOnDisk() {
        return onDisk;
    }

    /** Runs something later that belongs to no work thread, such as a message that arrives. */
    public void later(Runnable task) {
        tasks.add(task);
    }

    @Override
    public Future<?> schedule(Duration delay, Runnable task) {
        return time.schedule(delay, () -> {
            task.run();
            settle();
        });
    }

    @Override
    public long nanoTime() {
        return time.nanoTime();
    }

    /** Lets the work queue be full, or not. */
    public void full(boolean isFull) {
        full = isFull;
    }

    /** Runs everything that can run now. */
    public void settle() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    /** Lets time pass and runs what becomes due. */
    public void advance(Duration span) {
        settle();
        time.pass(span);
    }

    /** How many timers wait. */
    public long pending() {
        return time.pending();
    }

    /** What a stage ends with, once everything has run. */
    public <T> T result(CompletionStage<T> stage) {
        settle();
        CompletableFuture<T> future = stage.toCompletableFuture();
        if (!future.isDone()) {
            throw new AssertionError("nothing came of it");
        }
        return future.join();
    }

    /** What a stage fails with, once everything has run. */
    public <X extends Throwable> X failure(Class<X> type, CompletionStage<?> stage) {
        try {
            Object result = result(stage);
            throw new AssertionError("it succeeded with " + result);
        } catch (CompletionException failed) {
            return type.cast(failed.getCause());
        }
    }
}
