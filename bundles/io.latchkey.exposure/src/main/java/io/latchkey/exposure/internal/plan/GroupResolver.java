// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.exposure.internal.language.ExposureRequest;
import io.latchkey.exposure.internal.language.Selection;
import io.latchkey.exposure.internal.tag.ItemPlaces;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Resolves groups of items: which group is an accessory, which items belong to it, and which item is an accessory of its
 * own. An item in the group of an accessory goes with that group, whatever is noted at the item. Groups may contain each
 * other. Used by one composing at a time.
 */
final class GroupResolver {
    private final RequestIndex index;
    private final Map<String, Item> items;
    private final Map<String, ExposureRequest> requests;

    /** Resolves the groups among the items of one host. */
    GroupResolver(RequestIndex index) {
        this.index = index;
        this.items = index.items();
        this.requests = index.requests();
    }

    /** The items that ask for something and that a bridge takes, in order; members are taken with their group. */
    List<Item> taken(Selection selection) {
        ItemPlaces places = new ItemPlaces(items);
        return requests.keySet().stream()
                .map(items::get)
                .filter(item -> isTaken(item, selection, places, new HashSet<>()))
                .toList();
    }

    /** Whether an item makes an accessory of its own. */
    boolean isOwner(Item item) {
        return requests.get(item.name()).isAccessory() && !isMember(item);
    }

    /** The members of a group that ask for something, by name; none of an item that is no group. */
    List<Item> members(Item owner) {
        return owner.type() == ItemType.GROUP ? index.members(owner.name()) : List.of();
    }

    private boolean isTaken(Item item, Selection selection, ItemPlaces places, Set<String> path) {
        if (!isMember(item)) {
            return selection.takes(item, places);
        }
        return item.groupNames().stream()
                .filter(this::isAccessoryGroup)
                .filter(path::add)
                .anyMatch(group -> isTaken(items.get(group), selection, places, path));
    }

    private boolean isMember(Item item) {
        return item.groupNames().stream().anyMatch(this::isAccessoryGroup);
    }

    private boolean isAccessoryGroup(String name) {
        return requests.containsKey(name)
                && requests.get(name).isAccessory()
                && items.get(name).type() == ItemType.GROUP;
    }
}
