// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.store;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.StoreException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The memory of one bridge while it runs. Whoever reads it gets at once what was durable last; a change is made on the
 * disk thread, in the order in which changes were given, and its stage goes on from there on {@code latchkey-home}. Safe for
 * all threads; no method waits.
 *
 * <p>After {@link #close} every change is refused, also one that was given before and has not begun. One that is under way
 * ends before the next run of the bridge can read: that is done on the same thread.
 */
public final class StoredBridge {
    private final String id;
    private final BridgeStore store;
    private final Workers workers;
    private volatile BridgeMemory memory = BridgeMemory.EMPTY;
    private volatile boolean closed;
    private volatile StoreListener listener = StoreListener.NONE;

    /** Prepares it; nothing is known until {@link #load}. */
    public StoredBridge(String id, BridgeStore store, Workers workers) {
        this.id = id;
        this.store = store;
        this.workers = workers;
    }

    /** The id of the bridge. */
    public String id() {
        return id;
    }

    /** What was durable last; empty before it was loaded. */
    public BridgeMemory memory() {
        return memory;
    }

    /** Where files of it may lie; empty when its store keeps none. */
    public Optional<Path> folder() {
        return store.folder(id);
    }

    /** Lets somebody hear of each change from now on, in the place of who has heard before. */
    public void listen(StoreListener next) {
        listener = next;
    }

    /** Reads what is stored. */
    public CompletionStage<BridgeMemory> load() {
        return onDisk(() -> {
            memory = store.load(id);
            return memory;
        });
    }

    /**
     * Changes it. The stage fails with a {@link StoreException} when the change could not be stored; nothing has changed
     * then.
     *
     * @param change pure: it gets what is stored when its turn has come
     */
    public CompletionStage<BridgeMemory> change(UnaryOperator<BridgeMemory> change) {
        return onDisk(() -> {
            BridgeMemory before = memory;
            memory = store.change(id, now -> {
                requireOpen();
                return change.apply(now);
            });
            listener.stored(before, memory);
            return memory;
        });
    }

    /** Refuses every change from now on. */
    public void close() {
        closed = true;
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreException("bridge " + id + " has stopped, so nothing more is stored");
        }
    }

    private <T> CompletionStage<T> onDisk(Supplier<T> task) {
        CompletableFuture<T> done = new CompletableFuture<>();
        try {
            workers.disk().execute(() -> run(task, done));
        } catch (RejectedExecutionException full) {
            done.completeExceptionally(
                    new StoreException("too much waits for the disk that bridge " + id + " is stored on: try again"));
        }
        return done;
    }

    private <T> void run(Supplier<T> task, CompletableFuture<T> done) {
        try {
            T result = task.get();
            goOn(() -> done.complete(result));
        } catch (RuntimeException | Error failed) {
            if (failed instanceof StoreException refused && !closed) {
                listener.failed(refused.getMessage());
            }
            goOn(() -> done.completeExceptionally(failed));
        }
    }

    /** What is durable must be heard of even when there is too much work. */
    private void goOn(Runnable rest) {
        try {
            workers.home().execute(rest);
        } catch (RejectedExecutionException full) {
            rest.run();
        }
    }
}
