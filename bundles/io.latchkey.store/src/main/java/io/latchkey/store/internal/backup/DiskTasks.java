// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.backup;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.store.StoreException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Lets a thread that may wait have something done on {@code latchkey-disk}, for a while at most. */
final class DiskTasks {
    private static final long PATIENCE_SECONDS = 30;

    private final Workers workers;

    DiskTasks(Workers workers) {
        this.workers = workers;
    }

    /**
     * The result of a task.
     *
     * @throws StoreException when it failed or takes too long
     */
    <T> T run(Supplier<T> task) {
        try {
            return await(CompletableFuture.supplyAsync(task, workers.disk()));
        } catch (RejectedExecutionException full) {
            throw new StoreException("too much waits for the disk: try again", full);
        }
    }

    /** What a stage ends with, or a {@link StoreException} that says why it didn't. */
    static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new StoreException(String.valueOf(e.getCause().getMessage()), e.getCause());
        } catch (TimeoutException e) {
            throw new StoreException("no answer for " + PATIENCE_SECONDS + " seconds: see bridges later", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted: look whether it was done", e);
        }
    }
}
