// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.setup;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.controller.ControllerException;
import io.latchkey.api.controller.ControllerException.Reason;
import io.latchkey.controller.internal.link.ControllerFailures;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tries again what an accessory is too busy for: some pair with one controller at a time, others let an address begin
 * once a second. Waits a second, then twice as long each time, ten seconds at the most, and gives up after a minute. Any
 * other failure is final. Called on any thread; nothing waits on one.
 */
final class BusyRetries implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Workers workers;
    private final Set<CompletableFuture<Void>> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    BusyRetries(Workers workers) {
        this.workers = workers;
    }

    /**
     * Has something done until the accessory has time for it.
     *
     * @param who the accessory, for messages
     * @param attempt begins on a connection of its own
     */
    <T> CompletionStage<T> of(String who, Supplier<CompletionStage<T>> attempt) {
        return run(who, attempt, FIRST_WAIT, workers.nanoTime());
    }

    /** Tries nothing again. */
    @Override
    public void close() {
        closed = true;
        List.copyOf(waiting).forEach(BusyRetries::giveUp);
    }

    private <T> CompletionStage<T> run(String who, Supplier<CompletionStage<T>> attempt, Duration wait, long begunAt) {
        return attempt.get()
                .handle((result, failure) -> failure == null
                        ? CompletableFuture.completedFuture(result)
                        : again(who, attempt, wait, begunAt, ControllerFailures.of(who, failure)))
                .thenCompose(Function.identity());
    }

    private <T> CompletionStage<T> again(
            String who, Supplier<CompletionStage<T>> attempt, Duration wait, long begunAt, ControllerException cause) {
        Duration past = Duration.ofNanos(workers.nanoTime() - begunAt);
        if (cause.reason() != Reason.BUSY || past.plus(wait).compareTo(PATIENCE) > 0) {
            return CompletableFuture.failedFuture(cause);
        }
        Duration twice = wait.multipliedBy(2);
        Duration next = twice.compareTo(LONGEST_WAIT) < 0 ? twice : LONGEST_WAIT;
        return after(wait).thenCompose(turn -> run(who, attempt, next, begunAt));
    }

    private CompletionStage<Void> after(Duration wait) {
        CompletableFuture<Void> turn = new CompletableFuture<>();
        waiting.add(turn);
        Future<?> timer = workers.schedule(wait, () -> turn.complete(null));
        if (closed) {
            giveUp(turn);
        }
        return turn.whenComplete((come, givenUp) -> {
            waiting.remove(turn);
            timer.cancel(false);
        });
    }

    private static void giveUp(CompletableFuture<Void> turn) {
        turn.completeExceptionally(new ControllerException(Reason.CLOSED, "The controller", ""));
    }
}
