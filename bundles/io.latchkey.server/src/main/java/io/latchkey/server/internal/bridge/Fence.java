// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.StoreException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The store as one run of a bridge sees it. Once closed it takes nothing more, so that work which a stopped bridge still
 * has under way can't overwrite what somebody else stores in the meantime. Safe for all threads.
 */
final class Fence implements BridgeStore {
    private final BridgeStore store;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    Fence(BridgeStore store) {
        this.store = store;
    }

    /** Takes nothing more; waits for the changes that are being made. */
    void close() {
        lock.writeLock().lock();
        closed = true;
        lock.writeLock().unlock();
    }

    @Override
    public Path location() {
        return store.location();
    }

    @Override
    public Set<String> bridges() {
        return store.bridges();
    }

    @Override
    public <T> Optional<T> load(String bridge, Domain<T> domain) {
        return store.load(bridge, domain);
    }

    @Override
    public <T> void save(String bridge, Domain<T> domain, T value) {
        change(bridge, () -> store.save(bridge, domain, value));
    }

    @Override
    public void purge(String bridge) {
        change(bridge, () -> store.purge(bridge));
    }

    @Override
    public Path backup(String bridge) {
        return store.backup(bridge);
    }

    private void change(String bridge, Runnable change) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new StoreException("bridge " + bridge + " has stopped, so nothing more is saved");
            }
            change.run();
        } finally {
            lock.readLock().unlock();
        }
    }
}
