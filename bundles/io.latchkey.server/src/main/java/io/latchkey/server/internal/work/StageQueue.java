// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.work;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * Tasks that wait for something, one after the other: the next one begins when the stage of the one before has ended, and
 * no thread and no lock is held meanwhile. So what only they change needs no lock. Safe for all threads.
 */
public final class StageQueue {
    private static final int MOST_WAITING = 256;

    private final Executor executor;
    private final Queue<Task<?>> waiting = new ArrayDeque<>();
    private boolean busy;

    /** Begins empty; tasks begin on that executor. */
    public StageQueue(Executor executor) {
        this.executor = executor;
    }

    private record Task<T>(Supplier<CompletionStage<T>> work, CompletableFuture<T> done) {}

    /**
     * Adds a task.
     *
     * @return ends as the stage of the task does
     * @throws RejectedExecutionException when too many tasks wait, or the executor has too much to do
     */
    public <T> CompletionStage<T> add(Supplier<CompletionStage<T>> work) {
        Task<T> task = new Task<>(work, new CompletableFuture<>());
        if (begins(task)) {
            try {
                executor.execute(() -> run(task));
            } catch (RejectedExecutionException full) {
                next();
                throw full;
            }
        }
        return task.done();
    }

    /** Whether nothing runs or waits. */
    public synchronized boolean isIdle() {
        return !busy;
    }

    private synchronized boolean begins(Task<?> task) {
        if (!busy) {
            busy = true;
            return true;
        }
        if (waiting.size() >= MOST_WAITING) {
            throw new RejectedExecutionException("too many tasks wait");
        }
        waiting.add(task);
        return false;
    }

    private <T> void run(Task<T> task) {
        CompletionStage<T> stage;
        try {
            stage = task.work().get();
        } catch (RuntimeException | Error failed) {
            stage = CompletableFuture.failedFuture(failed);
        }
        stage.whenComplete((result, failure) -> {
            if (failure == null) {
                task.done().complete(result);
            } else {
                task.done().completeExceptionally(failure);
            }
            next();
        });
    }

    private void next() {
        for (Task<?> task = poll(); task != null; task = poll()) {
            Task<?> begun = task;
            try {
                executor.execute(() -> run(begun));
                return;
            } catch (RejectedExecutionException full) {
                begun.done().completeExceptionally(full);
            }
        }
    }

    private synchronized Task<?> poll() {
        Task<?> task = waiting.poll();
        busy = task != null;
        return task;
    }
}
