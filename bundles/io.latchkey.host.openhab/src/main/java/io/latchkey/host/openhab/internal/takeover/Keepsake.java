// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.takeover;

import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.Domain;

/**
 * What was stored of a bridge before a take-over, kept in the store under a name of its own, so that the take-over can be
 * undone days later. Waits for the disk.
 */
final class Keepsake {
    private final BridgeStore store;
    private final String bridge;
    private final String kept;

    Keepsake(BridgeStore store, String bridge) {
        this.store = store;
        this.bridge = bridge;
        this.kept = bridge + " before take-over";
    }

    /** Whether there is something to go back to. */
    boolean exists() {
        return store.bridges().contains(kept);
    }

    /** Keeps what is stored now, in place of what was kept before. */
    void keep() {
        store.purge(kept);
        copyAll(bridge, kept);
    }

    /** Puts back what was kept, and nothing else, and keeps it no longer. */
    void putBack() {
        store.purge(bridge);
        copyAll(kept, bridge);
        store.purge(kept);
    }

    private void copyAll(String from, String to) {
        Domain.all().forEach(domain -> copy(domain, from, to));
    }

    private <T> void copy(Domain<T> domain, String from, String to) {
        store.load(from, domain).ifPresent(value -> store.save(to, domain, value));
    }
}
