// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import io.latchkey.api.controller.DiscoveredAccessory;
import io.latchkey.api.controller.DiscoveryListener;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers which accessories are on the network; others than those of the test may be among them. */
final class FoundAccessories implements DiscoveryListener {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<String, DiscoveredAccessory> now = new ConcurrentHashMap<>();

    @Override
    public void found(DiscoveredAccessory accessory) {
        now.put(accessory.name(), accessory);
    }

    @Override
    public void updated(DiscoveredAccessory accessory) {
        now.put(accessory.name(), accessory);
    }

    @Override
    public void lost(DiscoveredAccessory accessory) {
        now.remove(accessory.name());
    }

    /** The record of that name, once it says that it is paired, or that it isn't. */
    DiscoveredAccessory awaited(String name, boolean paired) {
        return Eventually.present(
                PATIENCE,
                "the record of " + name,
                () -> Optional.ofNullable(now.get(name)).filter(accessory -> accessory.isPaired() == paired));
    }
}
