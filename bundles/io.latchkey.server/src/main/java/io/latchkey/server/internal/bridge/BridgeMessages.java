// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.store.StoreException;
import io.latchkey.server.internal.work.SerialQueue;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queue of one bridge: all that changes its state is a message in it. What waits for the disk or for a port is an
 * operation, one at a time, that holds no thread, and whose end is a message, too. What the store or the port refuses is told
 * and tried again later; one such try is pending at most. Only {@link #add}, {@link #stop} and what people read are for all
 * threads; the rest is for messages.
 */
final class BridgeMessages {
    private static final Logger LOG = LoggerFactory.getLogger(BridgeMessages.class);
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final String bridge;
    private final Workers workers;
    private final Runnable advance;
    private final Consumer<String> whenRefused;
    private final SerialQueue queue;
    private final Runnable again = this::again;
    private Optional<Future<?>> retry = Optional.empty();
    private boolean busy;
    private volatile Optional<String> problem = Optional.empty();
    private volatile boolean stopped;

    /**
     * Begins empty.
     *
     * @param advance does what is to be done next; called after each operation, and for another try
     * @param whenRefused hears what the port refuses, for people
     */
    BridgeMessages(String bridge, Workers workers, Runnable advance, Consumer<String> whenRefused) {
        this.bridge = bridge;
        this.workers = workers;
        this.advance = advance;
        this.whenRefused = whenRefused;
        this.queue = new SerialQueue(workers);
    }

    /** Takes a message; it is processed in its turn, by one thread at a time. */
    void add(Runnable message) {
        queue.add(message);
    }

    /** Whether an operation is under way. */
    boolean isBusy() {
        return busy;
    }

    /** Begins an operation; when it has failed that is told and it is tried again. */
    <T> void begin(Supplier<CompletionStage<T>> operation, Consumer<T> then) {
        begin(operation, then, this::failed);
    }

    /** Begins an operation. */
    <T> void begin(Supplier<CompletionStage<T>> operation, Consumer<T> then, Consumer<Throwable> otherwise) {
        busy = true;
        begun(operation)
                .whenComplete((result, failure) -> queue.add(() -> {
                    busy = false;
                    if (failure != null) {
                        otherwise.accept(failure instanceof CompletionException wrapped ? wrapped.getCause() : failure);
                    } else {
                        problem = Optional.empty();
                        then.accept(result);
                        advance.run();
                    }
                }));
    }

    /** Tells what has failed, and tries it again later where that may help. */
    void failed(Throwable failure) {
        if (stopped) {
            LOG.debug("Bridge {} stopped while it read or wrote its store", bridge);
        } else if (failure instanceof StoreException || failure instanceof IOException) {
            if (failure instanceof IOException) {
                whenRefused.accept(failure.getMessage());
            }
            tell(failure.getMessage());
            later();
        } else if (failure instanceof RejectedExecutionException) {
            later();
        } else {
            LOG.error("Bridge {} failed at what should not fail", bridge, failure);
        }
    }

    /** Whether another try is pending, so that nobody else need try. */
    boolean isRetrying() {
        return retry.isPresent();
    }

    /** Tries again now, because something has changed that may help. */
    void retryNow() {
        retry.ifPresent(pending -> pending.cancel(false));
        again();
    }

    /** What keeps the bridge from working, for people. */
    Optional<String> problem() {
        return problem;
    }

    /** Begins nothing again. */
    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    private static <T> CompletionStage<T> begun(Supplier<CompletionStage<T>> operation) {
        try {
            return operation.get();
        } catch (RuntimeException | Error failed) {
            return CompletableFuture.failedFuture(failed);
        }
    }

    private void tell(String what) {
        if (!problem.equals(Optional.of(what))) {
            LOG.warn("Bridge {}: {}", bridge, what);
        }
        problem = Optional.of(what);
    }

    private void later() {
        if (retry.isEmpty()) {
            retry = Optional.of(workers.schedule(RETRY, () -> queue.add(again)));
        }
    }

    private void again() {
        retry = Optional.empty();
        advance.run();
    }
}
