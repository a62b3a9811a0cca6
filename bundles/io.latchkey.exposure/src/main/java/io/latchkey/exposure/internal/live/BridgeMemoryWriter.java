// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.StoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a part of a bridge's memory a few seconds after it has changed, on the disk thread, and again until that has
 * worked. Trouble with the store is told and keeps nothing else from working. Thread-safe.
 */
public final class BridgeMemoryWriter {
    /** How long a change may wait to be written. */
    public static final Duration DELAY = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(BridgeMemoryWriter.class);
    private static final long LOAD_SECONDS = 20;

    private final String bridge;
    private final String what;
    private final BridgeStore store;
    private final Workers workers;
    private final AtomicBoolean isDirty = new AtomicBoolean();
    private Optional<String> trouble = Optional.empty();

    /**
     * Begins with nothing to write.
     *
     * @param what what is remembered, for people
     */
    public BridgeMemoryWriter(String bridge, String what, BridgeStore store, Workers workers) {
        this.bridge = bridge;
        this.what = what;
        this.store = store;
        this.workers = workers;
    }

    /** What is remembered of the bridge, empty when it can't be read; waits for the disk, so not for borrowed threads. */
    public Optional<BridgeMemory> load() {
        try {
            return Optional.of(CompletableFuture.supplyAsync(() -> store.load(bridge), workers.disk())
                    .get(LOAD_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            LOG.warn(
                    "Bridge {} does not know {}: {}", bridge, what, e.getCause().getMessage());
        } catch (TimeoutException | RejectedExecutionException e) {
            LOG.warn("Bridge {} does not know {}: the disk does not answer", bridge, what);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    /**
     * Something has changed; returns at once.
     *
     * @param change makes of the memory what it is to be; called later, when it is written
     */
    public void changed(UnaryOperator<BridgeMemory> change) {
        if (isDirty.compareAndSet(false, true)) {
            saveSoon(change);
        }
    }

    /** Lets what isn't written yet be written; returns at once. */
    public void save(UnaryOperator<BridgeMemory> change) {
        if (!isDirty.get()) {
            return;
        }
        try {
            workers.disk().execute(() -> write(change));
        } catch (RejectedExecutionException busy) {
            saveSoon(change);
        }
    }

    private synchronized void write(UnaryOperator<BridgeMemory> change) {
        if (!isDirty.compareAndSet(true, false)) {
            return;
        }
        try {
            store.change(bridge, memory -> memory.domains().isEmpty() ? memory : change.apply(memory));
            trouble = Optional.empty();
        } catch (StoreException e) {
            unsaved(e.getMessage());
            isDirty.set(true);
            saveSoon(change);
        }
    }

    private void unsaved(String why) {
        if (!trouble.equals(Optional.of(why))) {
            LOG.warn("Bridge {} can't remember {} over a restart: {}", bridge, what, why);
        }
        trouble = Optional.of(why);
    }

    private void saveSoon(UnaryOperator<BridgeMemory> change) {
        try {
            workers.schedule(DELAY, () -> save(change));
        } catch (RejectedExecutionException stopping) {
            LOG.debug("What bridge {} is to remember is written when it closes", bridge);
        }
    }
}
