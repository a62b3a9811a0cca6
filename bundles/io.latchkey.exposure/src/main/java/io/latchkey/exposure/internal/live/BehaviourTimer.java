// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.concurrent.Workers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes the behaviour of one service when it asked for that; only what it asked last counts. The step is a task of the service
 * on a thread for foreign code, and is tried again until there is one. Safe for all threads.
 */
final class BehaviourTimer {
    private static final Logger LOG = LoggerFactory.getLogger(BehaviourTimer.class);
    private static final Duration BUSY = Duration.ofMillis(100);

    private final LiveService service;
    private final Workers workers;
    private final Supplier<List<Runnable>> step;
    private volatile Optional<Future<?>> pending = Optional.empty();
    private volatile boolean isClosed;

    /**
     * Wakes nobody yet.
     *
     * @param step what to do when it is time
     */
    BehaviourTimer(LiveService service, Workers workers, Supplier<List<Runnable>> step) {
        this.service = service;
        this.workers = workers;
        this.step = step;
    }

    /** It is time in that time, and not when it was to be before. */
    void set(Duration delay) {
        if (!isClosed) {
            pending.ifPresent(before -> before.cancel(false));
            pending = scheduled(delay);
        }
    }

    /** It is never time any more. */
    void close() {
        isClosed = true;
        pending.ifPresent(before -> before.cancel(false));
    }

    private Optional<Future<?>> scheduled(Duration delay) {
        try {
            return Optional.of(workers.schedule(delay, this::wake));
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The behaviour of {} isn't woken any more: the threads have stopped", service);
            return Optional.empty();
        }
    }

    private void wake() {
        service.contributor()
                .ask("step", () -> {
                    service.run(() -> isClosed ? List.of() : step.get());
                    return this;
                })
                .whenComplete((done, failure) -> {
                    if (failure != null && !isClosed) {
                        scheduled(BUSY);
                    }
                });
    }
}
