// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import io.latchkey.api.concurrent.Workers;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Waits until changes have settled, then has the work done once, on another thread. Changes that never settle are
 * worked on all the same after {@link #LIMIT}. Costs the same however many changes there are; thread-safe.
 */
public final class SettleTimer {
    static final Duration SILENCE = Duration.ofMillis(500);
    /** After this time work is done though changes go on. */
    public static final Duration LIMIT = Duration.ofSeconds(5);

    private final Workers workers;
    private final Executor threads;
    private final Runnable work;
    private boolean isWaiting;
    private boolean isClosed;
    private long first;
    private long last;

    /**
     * Waits for the first change.
     *
     * @param threads where the work is done
     */
    public SettleTimer(Workers workers, Executor threads, Runnable work) {
        this.workers = workers;
        this.threads = threads;
        this.work = work;
    }

    /** Something changed. */
    public synchronized void changed() {
        last = workers.nanoTime();
        if (!isWaiting) {
            first = last;
            waitFor(SILENCE);
        }
    }

    /** The work is due at once. */
    public void now() {
        handOver();
    }

    /** Has nothing done any more. */
    public synchronized void close() {
        isClosed = true;
    }

    private synchronized void waitFor(Duration delay) {
        isWaiting = schedule(delay, this::look);
    }

    private boolean schedule(Duration delay, Runnable task) {
        try {
            if (!isClosed) {
                workers.schedule(delay, task);
            }
        } catch (RejectedExecutionException stopping) {
            isClosed = true;
        }
        return !isClosed;
    }

    private void look() {
        synchronized (this) {
            long silent = workers.nanoTime() - last;
            boolean isOver = workers.nanoTime() - first >= LIMIT.toNanos();
            if (silent < SILENCE.toNanos() && !isOver) {
                waitFor(SILENCE.minusNanos(silent));
                return;
            }
            isWaiting = false;
        }
        handOver();
    }

    private void handOver() {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException busy) {
            changed();
        }
    }
}
