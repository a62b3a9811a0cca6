// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import io.latchkey.api.concurrent.Workers;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/** Lets Jetty's timeouts use the one timer of all bundles: the timer thread only hands the task over to the io threads. */
final class IoScheduler extends AbstractLifeCycle implements Scheduler {
    private final Workers workers;
    private final Executor io;

    IoScheduler(Workers workers, Executor io) {
        this.workers = workers;
        this.io = io;
    }

    @Override
    public Task schedule(Runnable task, long delay, TimeUnit unit) {
        try {
            Future<?> pending = workers.schedule(Duration.of(delay, unit.toChronoUnit()), () -> handOver(task));
            return () -> pending.cancel(false);
        } catch (RejectedExecutionException stopping) {
            return () -> false;
        }
    }

    private void handOver(Runnable task) {
        if (isRunning()) {
            io.execute(task);
        }
    }
}
