// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.testing;

import io.latchkey.api.concurrent.Workers;
import java.time.Duration;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;

/** Runs work at once and later tasks when the test lets time pass. */
public final class ManualWorkers implements Workers {
    private final PriorityQueue<Task> tasks = new PriorityQueue<>((a, b) -> Long.compare(a.at, b.at));
    private long now;

    private record Task(long at, Runnable run, CompletableFuture<Void> future) {}

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
    public Future<?> schedule(Duration delay, Runnable task) {
        CompletableFuture<Void> future = new CompletableFuture<>();
        tasks.add(new Task(now + delay.toNanos(), task, future));
        return future;
    }

    @Override
    public long nanoTime() {
        return now;
    }

    /** Lets time pass and runs what is due, in order. */
    public void pass(Duration time) {
        long end = now + time.toNanos();
        while (!tasks.isEmpty() && tasks.peek().at <= end) {
            Task task = tasks.poll();
            now = task.at;
            if (!task.future.isCancelled()) {
                task.run.run();
            }
        }
        now = end;
    }

    /** How many tasks wait that nobody has cancelled. */
    public long pending() {
        return tasks.stream().filter(task -> !task.future.isCancelled()).count();
    }
}
