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
 * Tells from what is stored of a bridge whether it is a further one of another bridge, so that a bridge that happens
 * to have such a name is never taken for one. Stores of the first schema said it by the key of the bridge's own accessory.
 */
public final class FurtherBridgeOwner {
    private static final String BEGINNING =
            new AccessoryKey(SnapshotComposer.BRIDGE.provider(), "bridge after ").stored();

    private FurtherBridgeOwner() {}

    /** The id of the bridge that the one with this memory is a further one of. */
    public static Optional<String> first(BridgeMemory memory) {
        return memory.get(Domain.CONFIGURATION)
                .flatMap(configuration -> configuration.furtherOf())
                .or(() -> memory.get(Domain.ALLOCATION).flatMap(FurtherBridgeOwner::formerly));
    }

    /** The memory of a further bridge, which says that it is one before it says anything else. */
    public static BridgeMemory begun(BridgeMemory memory, String first) {
        Configuration now = ConfigurationKeeper.of(memory);
        if (now.furtherOf().equals(Optional.of(first))) {
            return memory;
        }
        BridgeMemory begun = memory.with(Domain.CONFIGURATION, now.furtherOf(first));
        return memory.get(Domain.ALLOCATION)
                .filter(allocation -> formerly(allocation).isPresent())
                .map(allocation -> begun.with(Domain.ALLOCATION, renamed(allocation)))
                .orElse(begun);
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
