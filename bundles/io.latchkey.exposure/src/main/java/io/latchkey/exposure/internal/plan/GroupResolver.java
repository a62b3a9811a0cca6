// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.exposure.internal.language.ExposureRequest;
import io.latchkey.exposure.internal.language.Selection;
import io.latchkey.exposure.internal.tag.ItemPlaces;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Resolves groups of items: which group is an accessory, which items belong to it, and which item is an accessory of its
 * own. An item in the group of an accessory goes with that group. A group with a base item is an item itself, and what in
 * it is whole by its characteristics alone stays an accessory beside it, as openHAB's add-on had it at first; what names a
 * type is a service of the group there too, as it has it since. Groups may contain each other. Used by one composing at a
 * time.
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
        boolean isAnything =
                requests.get(item.name()).onlyMembers() || !typesAlone(item).isEmpty();
        return isAnything && !isMember(item);
    }

    /** The types that an item is as an accessory of its own; a group that is no item itself plays nothing. */
    List<AccessoryType> typesAlone(Item item) {
        ExposureRequest request = requests.get(item.name());
        return item.valueType() == ItemType.GROUP ? request.types() : request.alone();
    }

    /** The items that ask for something and belong to the group of an accessory, by name; none of what is no such group. */
    List<Item> members(Item owner) {
        return isAccessoryGroup(owner.name())
                ? index.members(owner.name()).stream()
                        .filter(member -> !standsBeside(member, owner))
                        .toList()
                : List.of();
    }

    private boolean isTaken(Item item, Selection selection, ItemPlaces places, Set<String> path) {
        if (!isMember(item)) {
            return selection.takes(item, places);
        }
        return accessoryGroups(item)
                .filter(group -> path.add(group.name()))
                .anyMatch(group -> isTaken(group, selection, places, path));
    }

    private boolean isMember(Item item) {
        return accessoryGroups(item).findAny().isPresent();
    }

    /** The groups of an accessory that it is a part of. */
    private Stream<Item> accessoryGroups(Item item) {
        return item.groupNames().stream()
                .filter(this::isAccessoryGroup)
                .map(items::get)
                .filter(group -> !standsBeside(item, group));
    }

    private boolean isAccessoryGroup(String name) {
        return requests.containsKey(name)
                && requests.get(name).isAccessory()
                && items.get(name).type() == ItemType.GROUP;
    }

    private boolean standsBeside(Item item, Item group) {
        return group.groupType().isPresent()
                && !index.isComposed(group.name())
                && !requests.get(item.name()).isAccessory()
                && !typesAlone(item).isEmpty();
    }
}
