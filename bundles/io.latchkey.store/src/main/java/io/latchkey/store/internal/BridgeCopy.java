// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Configuration;
import io.latchkey.api.store.Domain;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A bridge as it was at one moment. Prints neither what it remembers nor its settings, among which is a setup code.
 *
 * @param bridge its id
 * @param settings of its configuration, as texts; empty for one that no configuration names
 * @param addresses where controllers reached it then
 * @param memory all that was remembered of it but what is expendable: a copy outlives the time for which people want a
 *     history to be kept
 */
public record BridgeCopy(
        String bridge, Map<String, String> settings, List<InetSocketAddress> addresses, BridgeMemory memory) {

    /** Keeps copies. */
    public BridgeCopy {
        settings = Map.copyOf(settings);
        memory = lasting(memory);
        addresses = List.copyOf(addresses);
    }

    /** The same with another memory. */
    BridgeCopy with(Map<String, String> otherSettings, BridgeMemory other) {
        return new BridgeCopy(bridge, otherSettings, addresses, other);
    }

    /** The id of the bridge that it is a further one of, if it is. */
    public Optional<String> furtherOf() {
        return memory.get(Domain.CONFIGURATION).flatMap(Configuration::furtherOf);
    }

    @Override
    public String toString() {
        return "BridgeCopy[" + bridge + ", " + settings.keySet() + ", " + memory + "]";
    }

    private static BridgeMemory lasting(BridgeMemory memory) {
        BridgeMemory lasting = memory;
        for (Domain<?> domain : Domain.all()) {
            lasting = domain.isExpendable() ? lasting.without(domain) : lasting;
        }
        return lasting;
    }
}
