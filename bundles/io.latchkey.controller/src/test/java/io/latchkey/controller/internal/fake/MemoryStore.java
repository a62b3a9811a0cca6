// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.fake;

import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A store that forgets with the test, notes the order of saves, and fails when it is told to. */
public final class MemoryStore implements BridgeStore {
    private final Map<String, Object> values = new HashMap<>();
    private final List<Object> saves = new ArrayList<>();
    private final TestThreads threads;
    private int room = Integer.MAX_VALUE;

    /** Fails a test that uses it on another thread than a work thread. */
    public MemoryStore(TestThreads threads) {
        this.threads = threads;
    }

    /** Lets only so many saves more succeed. */
    public void room(int saves) {
        room = saves;
    }

    /** What was saved, in order. */
    public List<Object> saves() {
        return saves;
    }

    @Override
    public Path location() {
        return Path.of("memory");
    }

    @Override
    public Set<String> bridges() {
        return Set.of();
    }

    @Override
    public <T> Optional<T> load(String bridge, Domain<T> domain) {
        requireWork();
        return Optional.ofNullable(values.get(bridge + "/" + domain)).map(domain.type()::cast);
    }

    @Override
    public <T> void save(String bridge, Domain<T> domain, T value) {
        requireWork();
        if (room-- <= 0) {
            throw new StoreException("the disk is full: make room");
        }
        saves.add(value);
        values.put(bridge + "/" + domain, value);
    }

    @Override
    public void purge(String bridge) {
        values.clear();
    }

    @Override
    public Path backup(String bridge) {
        return location().resolve(bridge + ".zip");
    }

    private void requireWork() {
        if (!threads.isWorking()) {
            throw new AssertionError("the disk belongs on a work thread");
        }
    }
}
