// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.fake;

import io.latchkey.api.concurrent.Workers;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Workers without threads: work runs at once, on the thread that gives it, timers when the test lets time pass. Contributors
 * that are called on threads of their own give work too, so a test may have to wait until that {@link #isIdle has ended}.
 */
public final class InlineWorkers implements Workers {
    private final PriorityQueue<Timed> timed =
            new PriorityQueue<>(Comparator.comparingLong(Timed::at).thenComparingLong(Timed::order));
    private long now = 1_000_000_000_000L;
    private long order;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger given = new AtomicInteger();
    private volatile boolean full;

    private record Timed(long at, long order, Runnable task, CompletableFuture<Void> future) {}

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
        return task -> {
            if (full) {
                throw new RejectedExecutionException("full");
            }
            run(task);
        };
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
        CompletableFuture<Void> future = new CompletableFuture<>();
        synchronized (timed) {
            timed.add(new Timed(now + Math.max(0, delay.toNanos()), order++, task, future));
        }
        return future;
    }

    @Override
    public long nanoTime() {
        synchronized (timed) {
            return now;
        }
    }

    /** Lets the work queue be full, or not. */
    public void full(boolean isFull) {
        full = isFull;
    }

    /** Lets time pass and runs what is due, in order. */
    public void advance(Duration time) {
        long until = nanoTime() + time.toNanos();
        for (Timed next = due(until); next != null; next = due(until)) {
            if (!next.future().isCancelled()) {
                next.task().run();
            }
        }
        synchronized (timed) {
            now = until;
        }
    }

    /** How many timers wait. */
    public long pending() {
        synchronized (timed) {
            return timed.stream().filter(each -> !each.future().isCancelled()).count();
        }
    }

    private Timed due(long until) {
        synchronized (timed) {
            Timed next = timed.peek();
            if (next == null || next.at() > until) {
                return null;
            }
            now = Math.max(now, next.at());
            return timed.poll();
        }
    }
}
