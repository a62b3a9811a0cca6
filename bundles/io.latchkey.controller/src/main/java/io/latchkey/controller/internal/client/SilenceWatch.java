// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.client;

import io.latchkey.api.concurrent.Workers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that an accessory has gone without a word, as after a power cut: no packet tells of that, and probes of TCP are
 * forbidden. After a while without an answer or event it has something asked, and what isn't heard of then is dead. While
 * an answer is waited for, the limit of that answer counts instead. Called on any thread; its timer never waits.
 */
final class SilenceWatch {
    /** With the patience after it less than a minute. */
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(45);

    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(SilenceWatch.class);

    private final Workers workers;
    private final Runnable question;
    private final Runnable dead;
    private Optional<Future<?>> timer = Optional.empty();
    private int awaited;
    private boolean closed;
    private volatile long heardAt;

    /**
     * Prepares a watch; {@link #begin} begins.
     *
     * @param question sends a request, and waits for nothing
     * @param dead told when nothing was heard in spite of it
     */
    SilenceWatch(Workers workers, Runnable question, Runnable dead) {
        this.workers = workers;
        this.question = question;
        this.dead = dead;
        this.heardAt = workers.nanoTime();
    }

    /** Begins to watch. */
    void begin() {
        heard();
        after(LONGEST_SILENCE, this::look);
    }

    /** The accessory has said something. */
    void heard() {
        heardAt = workers.nanoTime();
    }

    /** A request has left, and its answer has a limit of its own. */
    synchronized void asked() {
        awaited++;
    }

    /** That request has its answer, or will never have one. */
    synchronized void answered() {
        awaited--;
        heard();
    }

    /** Watches no more. */
    synchronized void close() {
        closed = true;
        timer.ifPresent(running -> running.cancel(false));
        timer = Optional.empty();
    }

    private void look() {
        Duration left = LONGEST_SILENCE.minusNanos(workers.nanoTime() - heardAt);
        if (isAwaiting()) {
            after(LONGEST_SILENCE, this::look);
        } else if (!left.isNegative() && !left.isZero()) {
            after(left, this::look);
        } else {
            long asked = workers.nanoTime();
            after(PATIENCE, () -> judge(asked));
            question.run();
        }
    }

    private void judge(long asked) {
        if (heardAt - asked < 0) {
            dead.run();
        } else {
            after(LONGEST_SILENCE.minusNanos(workers.nanoTime() - heardAt), this::look);
        }
    }

    private synchronized boolean isAwaiting() {
        return awaited > 0;
    }

    private synchronized void after(Duration wait, Runnable next) {
        if (closed) {
            return;
        }
        try {
            timer = Optional.of(workers.schedule(wait, next));
        } catch (RejectedExecutionException stopped) {
            LOG.debug("Silence isn't noticed any more: the threads have stopped");
        }
    }
}
