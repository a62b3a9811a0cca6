// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.store.Allocation;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import java.util.Map;
import java.util.Optional;

/**
 * Tells from what is stored of a bridge whether it is a further one of another bridge, so that a bridge that happens
 * to have such a name is never taken for one. The key of the bridge's own accessory says it.
 */
public final class Descent {
    private static final String AFTER = "bridge after ";
    private static final String BEGINNING = new AccessoryKey(Composer.BRIDGE.provider(), AFTER).stored();

    private Descent() {}

    /** The id of the bridge that the one with these ids is a further one of. */
    public static Optional<String> first(Allocation allocation) {
        return allocation.accessories().keySet().stream()
                .filter(key -> key.startsWith(BEGINNING))
                .map(key -> key.substring(BEGINNING.length()))
                .findFirst();
    }

    /** The memory of a further bridge, which says that it is one before it says anything else. */
    public static BridgeMemory begun(BridgeMemory memory, String first) {
        if (memory.get(Domain.ALLOCATION).flatMap(Descent::first).equals(Optional.of(first))) {
            return memory;
        }
        AccessoryKey key = key(Optional.of(first));
        Allocation.Entry entry =
                new Allocation.Entry(AccessoryId.BRIDGE.value(), Allocator.FIRST_IID, Map.of(), key.provider());
        return memory.with(Domain.ALLOCATION, new Allocation(Map.of(key.stored(), entry)));
    }

    /** The key of a bridge's own accessory. */
    static AccessoryKey key(Optional<String> first) {
        return first.map(id -> new AccessoryKey(Composer.BRIDGE.provider(), AFTER + id))
                .orElse(Composer.BRIDGE);
    }
}
