// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.fake;

import io.latchkey.api.concurrent.Workers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
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
    private final PriorityQueue<Timed> timed =
            new PriorityQueue<>(Comparator.comparingLong(Timed::at).thenComparingLong(Timed::order));
    private long now = 1_000_000_000_000L;
    private long order;
    private boolean full;
    private boolean onDisk;
    private boolean working;

    private record Timed(long at, long order, Runnable task, CompletableFuture<Void> future) {}

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
        CompletableFuture<Void> future = new CompletableFuture<>();
        timed.add(new Timed(now + Math.max(0, delay.toNanos()), order++, task, future));
        return future;
    }

    @Override
    public long nanoTime() {
        return now;
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
    public void advance(Duration time) {
        settle();
        long until = now + time.toNanos();
        while (!timed.isEmpty() && timed.peek().at() <= until) {
            Timed next = timed.poll();
            now = Math.max(now, next.at());
            if (!next.future().isCancelled()) {
                next.task().run();
                settle();
            }
        }
        now = until;
    }

    /** How many timers wait. */
    public long pending() {
        return timed.stream().filter(each -> !each.future().isCancelled()).count();
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
