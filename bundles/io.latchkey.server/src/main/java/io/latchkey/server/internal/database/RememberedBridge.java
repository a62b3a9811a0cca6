// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.store.AccessoryShape;
import io.latchkey.api.store.AccessoryShapes;
import io.latchkey.api.store.AccessoryStates;
import io.latchkey.api.store.Allocation;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is remembered of the accessories of a bridge from former runs.
 *
 * @param allocation the ids it has given
 * @param shapes what it has shown
 * @param states how that was last
 * @param paired whether controllers know it: they say that it doesn't respond unless it runs
 */
public record RememberedBridge(Allocation allocation, AccessoryShapes shapes, AccessoryStates states, boolean paired) {

    /** What a bridge's memory says of its accessories. */
    public static RememberedBridge of(BridgeMemory memory) {
        return new RememberedBridge(
                memory.get(Domain.ALLOCATION).orElse(Allocation.EMPTY),
                memory.get(Domain.ACCESSORIES).orElse(AccessoryShapes.EMPTY),
                memory.get(Domain.STATES).orElse(AccessoryStates.EMPTY),
                memory.get(Domain.PAIRINGS)
                        .filter(each -> !each.pairings().isEmpty())
                        .isPresent());
    }

    /** Hands them to the keeper, in the order of their ids. */
    void recall(AccessoryKeeper keeper, KeeperTime now) {
        Map<String, Allocation.Entry> ids = allocation.accessories();
        Comparator<String> byAid =
                Comparator.comparingLong(name -> ids.get(name).aid());
        for (String name : inUse(allocation).stream().sorted(byAid).toList()) {
            Optional<AccessoryShape> shape =
                    Optional.ofNullable(shapes.accessories().get(name));
            keeper.remember(AccessoryKey.ofStored(name), shape, states.of(name), now);
        }
    }

    /** The stored keys of the accessories that were shown last. */
    static List<String> inUse(Allocation allocation) {
        return allocation.accessories().entrySet().stream()
                .filter(each -> Allocator.isInUse(each.getValue()))
                .filter(each -> !SnapshotComposer.isOfBridge(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
