// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.BridgeStore;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Remembers bridges as long as they run, in memory: what a shadow bridge has and promises is nobody's tomorrow. */
final class ForgetfulStore implements BridgeStore {
    private final Map<String, BridgeMemory> memories = new ConcurrentHashMap<>();

    @Override
    public Path location() {
        throw new IllegalStateException("a store in memory has no folder");
    }

    @Override
    public Set<String> bridges() {
        return Set.copyOf(memories.keySet());
    }

    @Override
    public BridgeMemory load(String bridge) {
        return memories.getOrDefault(bridge, BridgeMemory.EMPTY);
    }

    @Override
    public BridgeMemory change(String bridge, UnaryOperator<BridgeMemory> change) {
        return memories.compute(bridge, (id, before) -> change.apply(before == null ? BridgeMemory.EMPTY : before));
    }

    @Override
    public void purge(String bridge) {
        memories.remove(bridge);
    }

    @Override
    public Path backup(String bridge) {
        throw new IllegalStateException("a store in memory has no folder");
    }
}
