// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.absence;

import io.latchkey.api.item.Item;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the items of one host that is ready, as far as it decides what may be concluded from an accessory that
 * isn't made any more. Immutable as long as nobody changes the maps.
 *
 * @param items the items that are there, by name
 * @param unreadable what is wrong with those that can't be read, by name
 * @param deleted the names of those that somebody deleted in this run; one that is there again doesn't count
 * @param unknown a word of each item that has one that no accessory type brings, by name
 * @param broken what is wrong with accessories that can't be made, by the item that asks for them
 * @param isAtOnce whether an item and its notes are always read together
 */
public record ItemFacts(
        Map<String, Item> items,
        Map<String, String> unreadable,
        Set<String> deleted,
        Map<String, String> unknown,
        Map<String, String> broken,
        boolean isAtOnce) {

    /** Whether an item isn't there although nobody deleted it, or can't be read or understood as a whole. */
    boolean isUnsettled(String item) {
        return trouble(item).isPresent();
    }

    /** Whether somebody deleted an item, and it isn't there. */
    boolean isDeleted(String item) {
        return deleted.contains(item) && !items.containsKey(item);
    }

    /** What is wrong with an item, in plain words; empty when it is there as a whole, or was deleted. */
    Optional<String> trouble(String item) {
        if (unreadable.containsKey(item)) {
            return Optional.of("item " + item + " can't be read: " + unreadable.get(item));
        }
        if (!items.containsKey(item)) {
            return isDeleted(item) ? Optional.empty() : Optional.of("item " + item + " isn't there");
        }
        if (unknown.containsKey(item)) {
            return Optional.of("\"" + unknown.get(item) + "\" of item " + item
                    + " is no accessory type or characteristic that is installed");
        }
        return Optional.ofNullable(broken.get(item));
    }

    /** A group that one of these items, or a group above it, names and that isn't there although nobody deleted it. */
    Optional<String> missingGroup(Collection<String> names) {
        Deque<String> next = new ArrayDeque<>(names);
        Set<String> seen = new HashSet<>(names);
        while (!next.isEmpty()) {
            String name = next.remove();
            Set<String> groups = items.containsKey(name) ? items.get(name).groupNames() : Set.<String>of();
            for (String group : groups) {
                if (!items.containsKey(group) && !isDeleted(group)) {
                    return Optional.of("group " + group + " of item " + name + " isn't there");
                }
                if (seen.add(group)) {
                    next.add(group);
                }
            }
        }
        return Optional.empty();
    }
}
