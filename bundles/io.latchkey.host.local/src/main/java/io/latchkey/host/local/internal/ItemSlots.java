// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The items of one set of definitions, and which of them belong to each group: a command must not look at items that it
 * doesn't concern. Any thread may read; states are changed by one thread at a time.
 */
final class ItemSlots {
    private final Map<String, Slot> items = new LinkedHashMap<>();
    private final Map<String, List<Slot>> members = new HashMap<>();

    private ItemSlots() {}

    /** One place: the item changes, the place stays until the definitions are replaced. */
    private static final class Slot {
        private volatile Item item;

        Slot(Item item) {
            this.item = item;
        }
    }

    static ItemSlots of(Map<String, Item> definitions) {
        ItemSlots slots = new ItemSlots();
        definitions.forEach(slots::add);
        return slots;
    }

    private void add(String name, Item item) {
        Slot slot = new Slot(item);
        items.put(name, slot);
        item.groupNames()
                .forEach(group ->
                        members.computeIfAbsent(group, any -> new ArrayList<>()).add(slot));
    }

    Collection<Item> all() {
        return items.values().stream().map(slot -> slot.item).toList();
    }

    Optional<Item> find(String name) {
        return Optional.ofNullable(items.get(name)).map(slot -> slot.item);
    }

    /** The items as they are now, by name and in order. */
    Map<String, Item> definitions() {
        Map<String, Item> all = new LinkedHashMap<>();
        items.forEach((name, slot) -> all.put(name, slot.item));
        return all;
    }

    /** The members of a group, without those of its groups. */
    List<Item> members(String group) {
        return members.getOrDefault(group, List.of()).stream()
                .map(slot -> slot.item)
                .toList();
    }

    /** Changes a state; false when there is no such item. */
    boolean change(String name, ItemState state) {
        Slot slot = items.get(name);
        if (slot != null) {
            slot.item = slot.item.with(state);
        }
        return slot != null;
    }
}
