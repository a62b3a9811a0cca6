// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.fake;

import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.StoreException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** A store that forgets with the test, counts its changes, and fails or waits when it is told to. */
public final class FakeStore implements BridgeStore {
    private final Map<String, BridgeMemory> memories = new ConcurrentHashMap<>();
    private volatile boolean broken;
    private volatile Runnable beforeChange = () -> {};
    private volatile int changes;
    private volatile Optional<Path> files = Optional.empty();

    /** Lets changes fail, or not. */
    public void broken(boolean isBroken) {
        broken = isBroken;
    }

    /** Runs something on the disk thread before each change. */
    public void beforeChange(Runnable action) {
        beforeChange = action;
    }

    /** What another process would find if this one ended now. */
    public FakeStore copy() {
        FakeStore copy = new FakeStore();
        copy.memories.putAll(memories);
        return copy;
    }

    /** How many changes were made that have changed something. */
    public int changes() {
        return changes;
    }

    /** One value of what is remembered. */
    public <T> Optional<T> load(String bridge, Domain<T> domain) {
        return load(bridge).get(domain);
    }

    /** Lets a value be remembered. */
    public <T> void save(String bridge, Domain<T> domain, T value) {
        memories.merge(bridge, BridgeMemory.EMPTY.with(domain, value), (before, alone) -> before.with(domain, value));
    }

    /** Keeps files, too, in a folder. */
    public void keepFiles(Path folder) {
        files = Optional.of(folder);
    }

    @Override
    public Optional<Path> folder(String bridge) {
        return files.map(all -> all.resolve(bridge));
    }

    @Override
    public Path location() {
        return Path.of("memory");
    }

    @Override
    public Set<String> bridges() {
        return new TreeMap<>(memories).keySet();
    }

    @Override
    public BridgeMemory load(String bridge) {
        return memories.getOrDefault(bridge, BridgeMemory.EMPTY);
    }

    @Override
    public synchronized BridgeMemory change(String bridge, UnaryOperator<BridgeMemory> change) {
        beforeChange.run();
        BridgeMemory before = load(bridge);
        BridgeMemory after = change.apply(before);
        if (broken) {
            throw new StoreException("the disk is full: make room");
        }
        if (!after.equals(before)) {
            changes++;
            memories.put(bridge, after);
        }
        return after;
    }

    @Override
    public void purge(String bridge) {
        memories.remove(bridge);
    }

    @Override
    public Path backup(String bridge) {
        return location().resolve(bridge + ".zip");
    }
}
