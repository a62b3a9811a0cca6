// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import io.latchkey.api.discovery.BrowseListener;
import io.latchkey.api.discovery.DiscoveredBridge;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers which bridges are announced; others on this computer may be among them. */
final class Announcements implements BrowseListener {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Map<String, DiscoveredBridge> now = new ConcurrentHashMap<>();

    @Override
    public void found(DiscoveredBridge bridge) {
        now.put(bridge.name(), bridge);
    }

    @Override
    public void updated(DiscoveredBridge bridge) {
        now.put(bridge.name(), bridge);
    }

    @Override
    public void lost(String name) {
        now.remove(name);
    }

    /** The record of that name, waited for. */
    DiscoveredBridge awaited(String name) {
        return Eventually.present(PATIENCE, "the record of " + name, () -> Optional.ofNullable(now.get(name)));
    }
}
