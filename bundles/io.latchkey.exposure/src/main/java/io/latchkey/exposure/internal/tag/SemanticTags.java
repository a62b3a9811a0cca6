// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.tag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The semantic tags that openHAB brings, of all versions that we know; tags that people add are not among them. */
public final class SemanticTags {
    private static final String ONCE = "Once";
    private static final Map<String, Kind> KINDS = new HashMap<>();
    private static final Map<String, String> PARENTS = new HashMap<>();
    private static final Set<String> ONCE_POINTS = new LinkedHashSet<>();

    static {
        TextTable.rows(SemanticTags.class, "tags.txt").forEach(SemanticTags::learn);
    }

    private SemanticTags() {}

    /** What a tag tells. */
    public enum Kind {
        /** Where things are. */
        LOCATION,
        /** A thing. */
        EQUIPMENT,
        /** What an item does for a thing. */
        POINT,
        /** What a point is about. */
        PROPERTY;

        /** The kind by its name in any case. */
        static Optional<Kind> of(String name) {
            return List.of(values()).stream()
                    .filter(kind -> kind.name().equalsIgnoreCase(name))
                    .findFirst();
        }
    }

    /** What a tag tells; empty when it isn't one of openHAB's. */
    public static Optional<Kind> kind(String tag) {
        return Optional.ofNullable(KINDS.get(tag));
    }

    /** All tags of a kind. */
    public static Set<String> all(Kind kind) {
        Set<String> all = new LinkedHashSet<>();
        KINDS.forEach((tag, its) -> {
            if (its == kind) {
                all.add(tag);
            }
        });
        return all;
    }

    /** A tag and those above it, from the special to the general. */
    public static List<String> path(String tag) {
        List<String> path = new ArrayList<>();
        for (String next = tag; next != null; next = PARENTS.get(next)) {
            path.add(next);
        }
        return List.copyOf(path);
    }

    /** Whether a property was a point of its own, under {@code Status}, in openHAB 4. */
    static boolean wasStatus(String property) {
        return ONCE_POINTS.contains(property);
    }

    private static void learn(List<String> row) {
        List<String> tags = List.of(row.get(2).split(" "));
        if (row.get(0).equals(ONCE)) {
            ONCE_POINTS.addAll(tags);
            return;
        }
        Kind kind = Kind.of(row.get(0)).orElseThrow();
        tags.forEach(tag -> {
            KINDS.put(tag, kind);
            if (!row.get(1).equals("-")) {
                PARENTS.put(tag, row.get(1));
            }
        });
    }
}
