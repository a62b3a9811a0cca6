// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.item.ItemState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the services that an item feeds, in one look. Immutable; a later home has another index. */
public final class ItemIndex {
    /** The index of an empty home. */
    public static final ItemIndex EMPTY = new ItemIndex(List.of());

    private final Map<String, Map<String, List<LiveService>>> services = new HashMap<>();

    /** Looks through some accessories. */
    public ItemIndex(Collection<LiveAccessory> accessories) {
        for (LiveAccessory accessory : accessories) {
            for (LiveService service : accessory.services()) {
                service.characteristics()
                        .items()
                        .forEach(item -> services.computeIfAbsent(service.host().name(), host -> new HashMap<>())
                                .computeIfAbsent(item, name -> new ArrayList<>())
                                .add(service));
            }
        }
    }

    /** Hands a state to the services that the item feeds. */
    public void updated(String host, String item, ItemState state) {
        services.getOrDefault(host, Map.of())
                .getOrDefault(item, List.of())
                .forEach(service -> service.updated(item, state));
    }
}
