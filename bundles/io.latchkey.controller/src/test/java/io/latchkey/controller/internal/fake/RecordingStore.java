// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.fake;

import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A store that forgets with the test, notes the order of saves, and fails when it is told to. */
public final class RecordingStore implements BridgeStore {
    private final Map<String, BridgeMemory> values = new HashMap<>();
    private final List<Object> saves = new ArrayList<>();
    private final TestThreads threads;
    private int room = Integer.MAX_VALUE;

    /** Fails a test that uses it on another thread than the disk thread. */
    public RecordingStore(TestThreads threads) {
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
    public BridgeMemory load(String bridge) {
        requireDisk();
        return values.getOrDefault(bridge, BridgeMemory.EMPTY);
    }

    @Override
    public BridgeMemory change(String bridge, UnaryOperator<BridgeMemory> change) {
        BridgeMemory before = load(bridge);
        BridgeMemory after = change.apply(before);
        if (!after.equals(before)) {
            if (room-- <= 0) {
                throw new StoreException("the disk is full: make room");
            }
            after.get(Domain.CONTROLLER).ifPresent(saves::add);
            values.put(bridge, after);
        }
        return after;
    }

    @Override
    public void purge(String bridge) {
        values.clear();
    }

    @Override
    public Path backup(String bridge) {
        return location().resolve(bridge + ".zip");
    }

    private void requireDisk() {
        if (!threads.isOnDisk()) {
            throw new AssertionError("the store belongs on the disk thread");
        }
    }
}
