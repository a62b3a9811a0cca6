// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.testing;

import io.latchkey.api.concurrent.Workers;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs work at once, on the thread that gives it, and timers when the test lets time pass, on the thread of the test. Any
 * thread may give work, schedule and ask for the time. The clock begins below zero, as that of a machine may.
 */
public final class ManualWorkers implements Workers {
    private final PriorityQueue<Timed> timers =
            new PriorityQueue<>(Comparator.comparingLong(Timed::at).thenComparingLong(Timed::order));
    private long now = -5_000_000_000L;
    private long order;
    private volatile boolean full;

    private record Timed(long at, long order, Runnable task, CompletableFuture<Void> future) {}

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
        return task -> {
            if (full) {
                throw new RejectedExecutionException("full");
            }
            task.run();
        };
    }

    /** Lets all threads be busy, and their queues full, or not: then work is refused. Timers are never refused. */
    public void full(boolean isFull) {
        full = isFull;
    }

    @Override
    public synchronized Future<?> schedule(Duration delay, Runnable task) {
        CompletableFuture<Void> future = new CompletableFuture<>();
        timers.add(new Timed(now + Math.max(0, delay.toNanos()), order++, task, future));
        return future;
    }

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    /** Lets time pass and runs what is due, in order, and what that schedules where it is due as well. */
    public void pass(Duration time) {
        long until = nanoTime() + time.toNanos();
        for (Timed due = due(until); due != null; due = due(until)) {
            if (!due.future.isCancelled()) {
                due.task.run();
                due.future.complete(null);
            }
        }
        reach(until);
    }

    /** How many timers wait that nobody has cancelled. */
    public synchronized long pending() {
        return timers.stream().filter(timed -> !timed.future.isCancelled()).count();
    }

    private synchronized Timed due(long until) {
        Timed next = timers.peek();
        if (next == null || next.at > until) {
            return null;
        }
        now = Math.max(now, next.at);
        return timers.poll();
    }

    private synchronized void reach(long time) {
        now = Math.max(now, time);
    }
}
