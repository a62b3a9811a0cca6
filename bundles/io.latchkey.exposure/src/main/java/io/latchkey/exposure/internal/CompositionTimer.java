// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.concurrent.Workers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says when it is time to compose: once changes have settled, or have gone on for {@link #LIMIT} without. Has the work done
 * on a thread for foreign code. Returns at once, also while that runs; thread-safe.
 */
final class CompositionTimer {
    /** How long changes that don't settle may put it off. */
    static final Duration LIMIT = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(CompositionTimer.class);
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final Workers workers;
    private final Executor threads;
    private final Runnable work;
    private Optional<Future<?>> pending = Optional.empty();
    private long firstAt;
    private boolean isUrged;
    private boolean isClosed;

    /**
     * Nothing has changed yet.
     *
     * @param threads where the work is done
     */
    CompositionTimer(Workers workers, Executor threads, Runnable work) {
        this.workers = workers;
        this.threads = threads;
        this.work = work;
    }

    /** Something changed: it is time when nothing else has for that long. */
    synchronized void changed(Duration silence) {
        long now = workers.nanoTime();
        if (!isUrged) {
            firstAt = now;
        }
        isUrged = true;
        long left = Math.max(0, LIMIT.toNanos() - (now - firstAt));
        schedule(Duration.ofNanos(Math.min(silence.toNanos(), left)));
    }

    /** It is time in that time, unless something changes before. */
    synchronized void remind(Duration delay) {
        if (pending.isEmpty()) {
            schedule(delay);
        }
    }

    synchronized void close() {
        isClosed = true;
        pending.ifPresent(each -> each.cancel(false));
    }

    private void schedule(Duration delay) {
        pending.ifPresent(each -> each.cancel(false));
        try {
            pending = isClosed ? Optional.empty() : Optional.of(workers.schedule(delay, this::due));
        } catch (RejectedExecutionException stopping) {
            LOG.debug("Nothing is composed any more: the threads have stopped");
        }
    }

    private void due() {
        synchronized (this) {
            pending = Optional.empty();
            isUrged = false;
        }
        try {
            threads.execute(work);
        } catch (RejectedExecutionException busy) {
            remind(BUSY);
        }
    }
}
