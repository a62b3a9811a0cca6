// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.tag;

import io.latchkey.api.item.Item;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where the items of one host are: the groups above them that are places. Immutable; groups may contain themselves. */
public final class ItemPlaces {
    /** Knows no place. */
    public static final ItemPlaces NONE = new ItemPlaces(Map.of());

    private final Map<String, Item> items;

    /** The places among these items. */
    public ItemPlaces(Collection<Item> all) {
        this(all.stream().collect(Collectors.toMap(Item::name, item -> item, (one, other) -> other)));
    }

    /** The places among these items, by their names; the map isn't copied. */
    public ItemPlaces(Map<String, Item> items) {
        this.items = items;
    }

    /** The nearest place of an item; of several that are as near the most special one, and of these the first by name. */
    public Optional<Item> of(Item item) {
        Optional<Item> noted = SemanticMeaning.relation(item, "hasLocation")
                .map(items::get)
                .filter(place -> SemanticMeaning.of(place).isLocation());
        if (noted.isPresent()) {
            return noted;
        }
        Set<String> seen = new HashSet<>(Set.of(item.name()));
        List<Item> level = above(List.of(item), seen);
        while (!level.isEmpty()) {
            Optional<Item> nearest = level.stream()
                    .filter(group -> SemanticMeaning.of(group).isLocation())
                    .min(Comparator.comparing((Item place) ->
                                    -SemanticMeaning.of(place).location().size())
                            .thenComparing(Item::name));
            if (nearest.isPresent()) {
                return nearest;
            }
            level = above(level, seen);
        }
        return Optional.empty();
    }

    /** Whether an item is in a place, or in one within it, that is called so: by its name, its label or its tag. */
    public boolean isIn(Item item, String word) {
        Set<String> seen = new HashSet<>(Set.of(item.name()));
        for (List<Item> level = List.of(item); !level.isEmpty(); level = above(level, seen)) {
            if (level.stream().anyMatch(group -> isPlace(group, word))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlace(Item item, String word) {
        SemanticMeaning meaning = SemanticMeaning.of(item);
        return meaning.isLocation()
                && (item.name().equals(word)
                        || item.label().trim().equalsIgnoreCase(word)
                        || meaning.location().contains(word));
    }

    private List<Item> above(List<Item> level, Set<String> seen) {
        return level.stream()
                .flatMap(item -> item.groupNames().stream())
                .filter(seen::add)
                .map(items::get)
                .filter(group -> group != null)
                .toList();
    }
}
