// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.store.Allocation;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Configuration;
import io.latchkey.api.store.Domain;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whose a bridge is that no configuration names: a further one of another bridge, or the server of one accessory that
 * stands alone beside it. What is stored says it, so that a bridge that happens to have such a name is never taken for
 * one. Stores of the first schema said it of further ones by the key of the bridge's own accessory.
 *
 * @param first the id of the bridge that it belongs to
 * @param accessory which accessory it shows alone; empty for a further bridge
 */
public record BridgeOwner(String first, Optional<AccessoryKey> accessory) {
    private static final String BEGINNING =
            new AccessoryKey(SnapshotComposer.BRIDGE.provider(), "bridge after ").stored();

    /** That of a further bridge. */
    public static BridgeOwner further(String first) {
        return new BridgeOwner(first, Optional.empty());
    }

    /** That of a server of one accessory. */
    public static BridgeOwner standalone(String first, AccessoryKey accessory) {
        return new BridgeOwner(first, Optional.of(accessory));
    }

    /** Whose the bridge with this memory is; empty for one that a configuration names. */
    public static Optional<BridgeOwner> of(BridgeMemory memory) {
        Optional<Configuration> configuration = memory.get(Domain.CONFIGURATION);
        return configuration
                .flatMap(Configuration::furtherOf)
                .map(first -> new BridgeOwner(
                        first, configuration.flatMap(Configuration::standalone).map(AccessoryKey::ofStored)))
                .or(() -> memory.get(Domain.ALLOCATION)
                        .flatMap(BridgeOwner::formerly)
                        .map(BridgeOwner::further));
    }

    /** The memory of a bridge of this owner, which says whose it is before it says anything else. */
    public BridgeMemory begun(BridgeMemory memory) {
        if (memory.get(Domain.CONFIGURATION).flatMap(Configuration::furtherOf).isPresent()) {
            return memory;
        }
        Configuration now = ConfigurationKeeper.of(memory);
        Configuration owned =
                accessory.map(key -> now.standalone(first, key.stored())).orElseGet(() -> now.furtherOf(first));
        BridgeMemory begun = memory.with(Domain.CONFIGURATION, owned);
        return memory.get(Domain.ALLOCATION)
                .filter(allocation -> formerly(allocation).isPresent())
                .map(allocation -> begun.with(Domain.ALLOCATION, renamed(allocation)))
                .orElse(begun);
    }

    /** In words, for people who find it in the way. */
    public String text() {
        return accessory
                .map(key -> "accessory " + key.accessory() + " that stands alone beside " + first)
                .orElse("further one of " + first);
    }

    private static Optional<String> formerly(Allocation allocation) {
        return allocation.accessories().keySet().stream()
                .filter(key -> key.startsWith(BEGINNING))
                .map(key -> key.substring(BEGINNING.length()))
                .findFirst();
    }

    /** The same ids, with those of the bridge itself under the key that every bridge has. */
    private static Allocation renamed(Allocation allocation) {
        Map<String, Allocation.Entry> entries = new HashMap<>();
        allocation
                .accessories()
                .forEach((key, entry) ->
                        entries.put(key.startsWith(BEGINNING) ? SnapshotComposer.BRIDGE.stored() : key, entry));
        return new Allocation(entries);
    }
}
