// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.StoreException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A store in memory of one bridge that is there already; counts its changes and can be jammed. */
final class OneBridgeStore implements BridgeStore {
    BridgeMemory memory = BridgeMemory.EMPTY.with(Domain.PAIRINGS, Pairings.NONE);
    int saves;
    boolean isJammed;

    <T> Optional<T> load(String bridge, Domain<T> domain) {
        return load(bridge).get(domain);
    }

    @Override
    public Path location() {
        return Path.of("drawer");
    }

    @Override
    public Set<String> bridges() {
        return Set.of();
    }

    @Override
    public synchronized BridgeMemory load(String bridge) {
        jam();
        return memory;
    }

    @Override
    public synchronized BridgeMemory change(String bridge, UnaryOperator<BridgeMemory> change) {
        jam();
        BridgeMemory changed = change.apply(memory);
        if (!changed.equals(memory)) {
            saves++;
            memory = changed;
        }
        return memory;
    }

    @Override
    public void purge(String bridge) {
        memory = BridgeMemory.EMPTY;
    }

    @Override
    public Path backup(String bridge) {
        throw new StoreException("no backups");
    }

    private void jam() {
        if (isJammed) {
            throw new StoreException("the drawer is jammed");
        }
    }
}
