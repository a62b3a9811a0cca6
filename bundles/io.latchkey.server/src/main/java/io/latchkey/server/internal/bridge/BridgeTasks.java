// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.store.StoreException;
import io.latchkey.server.internal.work.StageQueue;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a bridge does to itself, one task after the other on work threads; no thread waits while a task does. What the
 * store or the port refuses is told, and tried again until it works or the bridge has stopped. Safe for all threads.
 */
final class BridgeTasks {
    private static final Logger LOG = LoggerFactory.getLogger(BridgeTasks.class);
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final String bridge;
    private final Workers workers;
    private final StageQueue queue;
    private volatile Optional<String> problem = Optional.empty();
    private volatile boolean stopped;

    BridgeTasks(String bridge, Workers workers) {
        this.bridge = bridge;
        this.workers = workers;
        this.queue = new StageQueue(workers.work());
    }

    /** Does a task in its turn and leaves it to the caller what is to be done when it fails. */
    CompletionStage<Void> add(Supplier<CompletionStage<Void>> task) {
        return queue.add(task);
    }

    /** Does a task in its turn, again and again until it works. */
    void attempt(Supplier<CompletionStage<Void>> task) {
        if (stopped) {
            return;
        }
        try {
            queue.add(task).whenComplete((done, failure) -> {
                if (failure != null) {
                    failed(failure instanceof CompletionException wrapped ? wrapped.getCause() : failure, task);
                }
            });
        } catch (RejectedExecutionException full) {
            later(task);
        }
    }

    /** What keeps the bridge from working, for people. */
    Optional<String> problem() {
        return problem;
    }

    /** Nothing keeps it any more. */
    void solved() {
        problem = Optional.empty();
    }

    /** Tries nothing again. */
    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    private void failed(Throwable failure, Supplier<CompletionStage<Void>> task) {
        if (stopped) {
            LOG.debug("Bridge {} stopped while it read or wrote its store", bridge);
        } else if (failure instanceof StoreException || failure instanceof IOException) {
            tell(failure.getMessage());
            later(task);
        } else if (failure instanceof RejectedExecutionException) {
            later(task);
        } else {
            LOG.error("Bridge {} failed at what should not fail", bridge, failure);
        }
    }

    private void tell(String what) {
        if (!problem.equals(Optional.of(what))) {
            LOG.warn("Bridge {}: {}", bridge, what);
        }
        problem = Optional.of(what);
    }

    private void later(Supplier<CompletionStage<Void>> task) {
        if (!stopped) {
            workers.schedule(RETRY, () -> attempt(task));
        }
    }
}
