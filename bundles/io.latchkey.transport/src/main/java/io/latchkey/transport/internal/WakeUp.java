// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import io.latchkey.api.concurrent.Workers;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/**
 * At most one pending wake-up of a connection: an earlier one replaces a later one, a later one is dropped, because
 * whoever wakes up looks again. The action runs on the timer thread and only hands over.
 */
final class WakeUp {
    private final Workers workers;
    private final Runnable action;
    private Future<?> pending;
    private long at;

    WakeUp(Workers workers, Runnable action) {
        this.workers = workers;
        this.action = action;
    }

    synchronized void in(long nanoseconds) {
        long wanted = workers.nanoTime() + nanoseconds;
        if (pending != null && at - wanted <= 0) {
            return;
        }
        cancel();
        at = wanted;
        try {
            pending = workers.schedule(Duration.ofNanos(nanoseconds), this::fire);
        } catch (RejectedExecutionException stopping) {
            pending = null;
        }
    }

    synchronized void cancel() {
        if (pending != null) {
            pending.cancel(false);
            pending = null;
        }
    }

    private void fire() {
        synchronized (this) {
            pending = null;
        }
        action.run();
    }
}
