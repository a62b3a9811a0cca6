// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import io.latchkey.api.concurrent.Workers;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that discovery uses: one for JmDNS and one timer, both real. */
final class MdnsWorkers implements Workers, AutoCloseable {
    private final ScheduledThreadPoolExecutor mdns = threads("latchkey-mdns");
    private final ScheduledThreadPoolExecutor timer = threads("latchkey-timer");

    private final AtomicInteger refusals = new AtomicInteger();

    /** So many of the next tasks are refused, as by a queue that is full. */
    void refuse(int next) {
        refusals.set(next);
    }

    /** How many are still to be refused. */
    int refusals() {
        return refusals.get();
    }

    private static ScheduledThreadPoolExecutor threads(String name) {
        return new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public Executor mdns() {
        return task -> {
            if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new RejectedExecutionException("full");
            }
            mdns.execute(task);
        };
    }

    @Override
    public Executor crypto() {
        throw new UnsupportedOperationException("discovery computes nothing");
    }

    @Override
    public Executor disk() {
        throw new UnsupportedOperationException("discovery stores nothing");
    }

    @Override
    public Executor home() {
        throw new UnsupportedOperationException("discovery knows no homes");
    }

    @Override
    public Future<?> schedule(Duration delay, Runnable task) {
        return timer.schedule(task, Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        mdns.shutdown();
    }
}
