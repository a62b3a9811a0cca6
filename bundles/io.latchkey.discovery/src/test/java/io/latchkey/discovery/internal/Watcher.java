// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import io.latchkey.api.discovery.BrowseListener;
import io.latchkey.api.discovery.DiscoveredBridge;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Remembers what a search sees and waits for it. */
final class Watcher implements BrowseListener {
    private final Map<String, DiscoveredBridge> seen = new HashMap<>();
    private final Set<String> lost = new TreeSet<>();
    private final Set<String> threads = new TreeSet<>();

    @Override
    public synchronized void found(DiscoveredBridge bridge) {
        if (seen.put(bridge.name(), bridge) != null) {
            throw new IllegalStateException("found twice: " + bridge);
        }
        noteThread();
    }

    @Override
    public synchronized void updated(DiscoveredBridge bridge) {
        if (seen.put(bridge.name(), bridge) == null) {
            throw new IllegalStateException("updated before it was found: " + bridge);
        }
        noteThread();
    }

    @Override
    public synchronized void lost(String name) {
        seen.remove(name);
        lost.add(name);
        noteThread();
    }

    synchronized DiscoveredBridge await(Duration limit, Predicate<DiscoveredBridge> wanted)
            throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            var found = seen.values().stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            waitUntil(end, "seen " + seen);
        }
    }

    synchronized void awaitLost(Duration limit, String name) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!lost.contains(name)) {
            waitUntil(end, "lost " + lost);
        }
    }

    /** The names that begin so: other bridges of this computer may be seen too. */
    synchronized Set<String> names(String beginning) {
        Set<String> names = new TreeSet<>(seen.keySet());
        names.removeIf(name -> !name.startsWith(beginning));
        return names;
    }

    synchronized Set<String> threads() {
        return new TreeSet<>(threads);
    }

    private void waitUntil(long end, String state) throws InterruptedException {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new AssertionError("not in time; " + state);
        }
        wait(left);
    }

    private void noteThread() {
        threads.add(Thread.currentThread().getName());
        notifyAll();
    }
}
