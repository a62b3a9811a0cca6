// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.StoreException;
import java.util.List;
import java.util.Optional;

/**
 * All that is stored of a bridge at one moment, so that it can be put back when a change of it fails. Waits for the disk;
 * for one thread.
 */
final class Kept {
    private final BridgeStore store;
    private final String bridge;
    private final List<Runnable> saves;

    private Kept(BridgeStore store, String bridge) {
        this.store = store;
        this.bridge = bridge;
        this.saves =
                Domain.all().stream().flatMap(domain -> save(domain).stream()).toList();
    }

    /** Reads everything. */
    static Kept of(BridgeStore store, String bridge) {
        return new Kept(store, bridge);
    }

    /** Does work that changes the store; puts everything back when it throws. */
    void during(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            putBack(failed);
            throw failed;
        }
    }

    private void putBack(RuntimeException failed) {
        try {
            store.purge(bridge);
            saves.forEach(Runnable::run);
        } catch (StoreException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }

    private <T> Optional<Runnable> save(Domain<T> domain) {
        return store.load(bridge, domain).map(value -> () -> store.save(bridge, domain, value));
    }
}
