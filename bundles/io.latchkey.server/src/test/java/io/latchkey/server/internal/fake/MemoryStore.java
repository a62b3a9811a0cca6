// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.fake;

import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A store that forgets with the test, notes the order of saves, and fails when it is told to. */
public final class MemoryStore implements BridgeStore {
    private final Map<String, Map<String, Object>> values = new ConcurrentHashMap<>();
    private final List<String> saves = new CopyOnWriteArrayList<>();
    private volatile boolean broken;

    /** Lets saving fail, or not. */
    public void broken(boolean isBroken) {
        broken = isBroken;
    }

    /** The names of the domains that were saved, in order. */
    public List<String> saves() {
        return saves;
    }

    @Override
    public Path location() {
        return Path.of("memory");
    }

    @Override
    public Set<String> bridges() {
        return new TreeMap<>(values).keySet();
    }

    @Override
    public <T> Optional<T> load(String bridge, Domain<T> domain) {
        return Optional.ofNullable(values.getOrDefault(bridge, Map.of()).get(domain.name()))
                .map(domain.type()::cast);
    }

    @Override
    public <T> void save(String bridge, Domain<T> domain, T value) {
        if (broken) {
            throw new StoreException("the disk is full: make room");
        }
        saves.add(domain.name());
        values.computeIfAbsent(bridge, each -> new ConcurrentHashMap<>()).put(domain.name(), value);
    }

    @Override
    public void purge(String bridge) {
        values.remove(bridge);
    }

    @Override
    public Path backup(String bridge) {
        return location().resolve(bridge + ".zip");
    }
}
