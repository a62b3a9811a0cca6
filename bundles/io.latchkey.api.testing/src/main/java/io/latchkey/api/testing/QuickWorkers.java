// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.testing;

import io.latchkey.api.concurrent.Workers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Real threads, on a clock that runs twenty times as fast while the machine keeps up. Each tick waits until a thread that was
 * just begun has run, and counts for little however long that took: where a busy machine or a halted process gives nobody a
 * thread, hardly any time passes for those who only need one, and three seconds of this clock stay enough for them.
 */
public final class QuickWorkers implements Workers, AutoCloseable {
    private static final int PACE = 20;
    private static final long TICK_NANOS = 1_000_000;
    /** What a tick counts at most, before it is multiplied. */
    private static final long LONGEST_TICK_NANOS = 10_000_000;
    /** How long a tick waits for a thread at most: then three seconds of this clock are three real ones. */
    private static final long PATIENCE_MILLIS = 200;

    private final ExecutorService threads = Executors.newFixedThreadPool(3);
    private final AtomicLong now = new AtomicLong(System.nanoTime());
    private final AtomicLong given = new AtomicLong();
    private final PriorityBlockingQueue<Timed> later = new PriorityBlockingQueue<>();
    private final Thread clock = new Thread(this::run, "quick-clock");

    /** Lets the clock run, until {@link #close}. */
    public QuickWorkers() {
        clock.setDaemon(true);
        clock.start();
    }

    /**
     * A task that waits.
     *
     * @param at when it is due by this clock
     * @param number of two that are due at once, the one with the lower runs first
     */
    private record Timed(long at, long number, FutureTask<Void> task) implements Comparable<Timed> {
        @Override
        public int compareTo(Timed other) {
            int earlier = Long.signum(at - other.at);
            return earlier == 0 ? Long.compare(number, other.number) : earlier;
        }
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
        return threads;
    }

    @Override
    public Executor disk() {
        return threads;
    }

    @Override
    public Future<?> schedule(Duration delay, Runnable task) {
        if (threads.isShutdown()) {
            throw new RejectedExecutionException("closed");
        }
        FutureTask<Void> pending = new FutureTask<>(task, null);
        later.add(new Timed(now.get() + delay.toNanos(), given.incrementAndGet(), pending));
        return pending;
    }

    @Override
    public long nanoTime() {
        return now.get();
    }

    @Override
    public void close() {
        clock.interrupt();
        threads.shutdownNow();
    }

    private void run() {
        long last = System.nanoTime();
        while (!threads.isShutdown()) {
            LockSupport.parkNanos(TICK_NANOS);
            if (!waitsForAThread()) {
                return;
            }
            long real = System.nanoTime();
            now.addAndGet(PACE * Math.min(real - last, LONGEST_TICK_NANOS));
            last = real;
            runDue();
        }
    }

    private static boolean waitsForAThread() {
        Thread probe = new Thread(() -> {}, "quick-clock-probe");
        probe.start();
        try {
            probe.join(PATIENCE_MILLIS);
            return true;
        } catch (InterruptedException closed) {
            return false;
        }
    }

    private void runDue() {
        try {
            for (Optional<Timed> due = due(); due.isPresent(); due = due()) {
                threads.execute(due.get().task());
            }
        } catch (RejectedExecutionException closed) {
            later.clear();
        }
    }

    /** Takes the next one that is due; only this clock takes any. */
    private Optional<Timed> due() {
        return Optional.ofNullable(later.peek())
                .filter(first -> first.at() - now.get() <= 0)
                .map(first -> later.poll());
    }
}
