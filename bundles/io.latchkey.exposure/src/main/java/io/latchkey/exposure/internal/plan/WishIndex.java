// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.Metadata;
import io.latchkey.exposure.internal.language.Vocabulary;
import io.latchkey.exposure.internal.language.Wish;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The items of one host, and which of them ask for what: a change of one item costs the reading of that one, however many
 * there are. What doesn't ask for anything costs a place in a map. For one thread at a time.
 */
public final class WishIndex {
    private final Function<Metadata, Wish> reader;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, Wish> wishes = new LinkedHashMap<>();
    private final Map<String, Map<String, Item>> members = new HashMap<>();

    /**
     * An index without items.
     *
     * @param reader reads a note of the namespace {@link Wish#NAMESPACE}
     */
    public WishIndex(Function<Metadata, Wish> reader) {
        this.reader = reader;
    }

    /** An index of these items, in their order, by the words that are there. */
    public static WishIndex of(Collection<Item> items, Vocabulary vocabulary) {
        WishIndex index = new WishIndex(note -> Wish.of(note, vocabulary));
        items.forEach(index::put);
        return index;
    }

    /**
     * Takes an item that is new or has changed.
     *
     * @return whether it isn't as it was
     */
    public boolean put(Item now) {
        Item before = items.put(now.name(), now);
        if (now.equals(before)) {
            return false;
        }
        Wish wish = before != null && note(before).equals(note(now)) ? wishes.get(now.name()) : read(note(now));
        if (before != null) {
            leaveGroups(before);
        }
        if (wish == null) {
            wishes.remove(now.name());
        } else {
            wishes.put(now.name(), wish);
            now.groupNames()
                    .forEach(group -> members.computeIfAbsent(group, name -> new TreeMap<>())
                            .put(now.name(), now));
        }
        return true;
    }

    /**
     * Takes an item away.
     *
     * @return whether it was there
     */
    public boolean remove(String name) {
        Item before = items.remove(name);
        wishes.remove(name);
        if (before != null) {
            leaveGroups(before);
        }
        return before != null;
    }

    /** All items by name, in order; a view. */
    public Map<String, Item> items() {
        return Collections.unmodifiableMap(items);
    }

    /** What those items ask for that ask for something, by name, in order; a view. */
    public Map<String, Wish> wishes() {
        return Collections.unmodifiableMap(wishes);
    }

    /** The members of a group that ask for something, by name. */
    List<Item> members(String group) {
        return List.copyOf(members.getOrDefault(group, Map.of()).values());
    }

    private Wish read(Metadata note) {
        Wish wish = note == Metadata.NONE ? null : reader.apply(note);
        return wish == null || wish.isEmpty() ? null : wish;
    }

    private void leaveGroups(Item item) {
        item.groupNames()
                .forEach(group -> members.computeIfPresent(group, (name, all) -> {
                    all.remove(item.name());
                    return all.isEmpty() ? null : all;
                }));
    }

    private static Metadata note(Item item) {
        return item.metadata().getOrDefault(Wish.NAMESPACE, Metadata.NONE);
    }
}
