// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.link;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.controller.ControllerException;
import io.latchkey.api.controller.ControllerException.Reason;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;

/**
 * What callers wait for. Each of their stages ends on {@code latchkey-home}, fails with a {@link ControllerException}
 * only, and ends at the latest when this is closed.
 */
public final class PendingStages {
    private final Set<CompletableFuture<?>> promises = ConcurrentHashMap.newKeySet();
    private final Workers workers;
    private volatile boolean closed;

    /** Nothing is waited for yet. */
    public PendingStages(Workers workers) {
        this.workers = workers;
    }

    /**
     * The stage to give to a caller.
     *
     * @param who the accessory, for messages
     * @param stage what it follows
     */
    public <T> CompletionStage<T> show(String who, CompletionStage<T> stage) {
        CompletableFuture<T> promise = new CompletableFuture<>();
        promises.add(promise);
        if (closed) {
            fail(who, promise);
        }
        stage.whenComplete((result, failure) -> work(() -> {
            promises.remove(promise);
            if (failure == null) {
                promise.complete(result);
            } else {
                promise.completeExceptionally(ControllerFailures.of(who, failure));
            }
        }));
        return promise.minimalCompletionStage();
    }

    /**
     * Lets everything fail that is still waited for.
     *
     * @param who the accessory, for messages
     */
    public void close(String who) {
        closed = true;
        List.copyOf(promises).forEach(promise -> fail(who, promise));
    }

    private void fail(String who, CompletableFuture<?> promise) {
        promises.remove(promise);
        work(() -> promise.completeExceptionally(new ControllerException(Reason.CLOSED, who, "")));
    }

    /** Where too much waits for those threads, the present one must do. */
    private void work(Runnable task) {
        try {
            workers.home().execute(task);
        } catch (RejectedExecutionException full) {
            task.run();
        }
    }
}
