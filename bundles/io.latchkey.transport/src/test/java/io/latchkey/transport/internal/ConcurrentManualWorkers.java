// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import io.latchkey.api.concurrent.Workers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Workers whose time stands still until a test moves it; what is due then runs on the thread of the test. */
public final class ConcurrentManualWorkers implements Workers {
    private final List<Timed> waiting = new ArrayList<>();
    private long now = -5_000_000_000L;

    private record Timed(long at, FutureTask<?> task) {}

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
        return Runnable::run;
    }

    @Override
    public synchronized Future<?> schedule(Duration delay, Runnable task) {
        FutureTask<?> future = new FutureTask<>(task, null);
        waiting.add(new Timed(now + delay.toNanos(), future));
        return future;
    }

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    /** How many tasks wait that nobody has cancelled. */
    public synchronized int waiting() {
        waiting.removeIf(timed -> timed.task.isDone());
        return waiting.size();
    }

    /** Moves the time on in steps of at most 50 ms, so that what runs can schedule again. */
    public void pass(Duration time) {
        long end = nanoTime() + time.toNanos();
        while (nanoTime() < end) {
            step(Math.min(end, nanoTime() + 50_000_000L)).forEach(timed -> timed.task.run());
        }
    }

    private synchronized List<Timed> step(long to) {
        now = to;
        List<Timed> due = waiting.stream()
                .filter(timed -> timed.at - to <= 0)
                .sorted(Comparator.comparingLong(Timed::at))
                .toList();
        waiting.removeAll(due);
        return due;
    }
}
