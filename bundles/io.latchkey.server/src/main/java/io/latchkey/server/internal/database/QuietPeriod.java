// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.concurrent.Workers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs an action on {@code latchkey-home} once nothing has changed for a while, or changes have gone on for too long.
 * Safe for all threads; a touch costs next to nothing.
 */
final class QuietPeriod {
    /** How long nothing must change before what only came back is shown. */
    static final Duration SOON = Duration.ofMillis(20);

    private final Workers workers;
    private final Timing timing;
    private final Runnable action;
    private boolean pending;
    private boolean stopped;
    private Future<?> alarm = CompletableFuture.completedFuture(null);
    private Duration silence = Duration.ZERO;
    private long first;
    private long last;

    QuietPeriod(Workers workers, Timing timing, Runnable action) {
        this.workers = workers;
        this.timing = timing;
        this.action = action;
    }

    /** Something has changed. */
    synchronized void touch() {
        touch(timing.settle());
    }

    /** Something is back as it was: nothing else has to be gathered for that. */
    synchronized void touchSoon() {
        touch(timing.settle().compareTo(SOON) < 0 ? timing.settle() : SOON);
    }

    private void touch(Duration quiet) {
        last = workers.nanoTime();
        if (pending) {
            silence = quiet.compareTo(silence) > 0 ? quiet : silence;
        } else if (!stopped) {
            pending = true;
            first = last;
            silence = quiet;
            workers.schedule(quiet, this::check);
        }
    }

    /** Runs the action again after a while. */
    synchronized void touchIn(Duration delay) {
        if (!stopped) {
            workers.schedule(delay, this::touch);
        }
    }

    /** Runs the action again once that steady moment has come, in place of what was asked for so last. */
    synchronized void touchAt(long moment) {
        alarm.cancel(false);
        if (!stopped) {
            alarm = workers.schedule(Duration.ofNanos(moment - workers.nanoTime()), this::touch);
        }
    }

    /** Runs the action without waiting for anything to settle. */
    void now() {
        try {
            workers.home().execute(action);
        } catch (RejectedExecutionException busy) {
            touchIn(timing.settle());
        }
    }

    synchronized void stop() {
        stopped = true;
        alarm.cancel(false);
    }

    private void check() {
        synchronized (this) {
            long now = workers.nanoTime();
            long quiet = silence.toNanos() - (now - last);
            long patience = timing.settleAtMost().toNanos() - (now - first);
            if (stopped) {
                return;
            }
            if (quiet > 0 && patience > 0) {
                workers.schedule(Duration.ofNanos(Math.min(quiet, patience)), this::check);
                return;
            }
            pending = false;
        }
        now();
    }
}
