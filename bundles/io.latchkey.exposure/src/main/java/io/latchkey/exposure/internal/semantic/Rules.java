// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.semantic;

import io.latchkey.exposure.internal.tag.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of what equipment is in Home and which points play which roles, {@code equipment.txt} and {@code services.txt}. */
final class Rules {
    /** The row of points without equipment. */
    static final List<String> NO_EQUIPMENT = List.of("Point");

    private static final String ANY_OTHER = "Equipment";
    private static final String ANY = "Any";
    private static final Map<String, Offer> OFFERS = new LinkedHashMap<>();
    private static final Map<String, List<Line>> LINES = new HashMap<>();

    static {
        Table.rows(Rules.class, "equipment.txt")
                .forEach(row -> OFFERS.put(row.get(0), Offer.of(row.get(1), row.size() > 2 ? row.get(2) : "")));
        Map<String, Set<String>> sets = new HashMap<>();
        Table.rows(Rules.class, "services.txt").forEach(row -> learn(row, sets));
    }

    private Rules() {}

    /** What equipment of that kind may be. */
    static Offer offer(List<String> path) {
        return path.stream()
                .filter(OFFERS::containsKey)
                .map(OFFERS::get)
                .findFirst()
                .orElse(OFFERS.get(ANY_OTHER));
    }

    /** What any equipment may be besides. */
    static List<Choice> furtherOfAny() {
        return OFFERS.get(ANY).further();
    }

    /** All offers by the kind of equipment, in the order of the table. */
    static Map<String, Offer> offers() {
        return Collections.unmodifiableMap(OFFERS);
    }

    /** How the roles of a service are filled, in the order of preference. */
    static List<Line> lines(String service) {
        return LINES.getOrDefault(service, List.of());
    }

    private static void learn(List<String> row, Map<String, Set<String>> sets) {
        Set<String> services = new LinkedHashSet<>();
        for (String word : row.get(0).split(",")) {
            services.addAll(sets.getOrDefault(word, Set.of(word)));
        }
        if (row.size() == 2) {
            sets.put(row.get(0), new LinkedHashSet<>(List.of(row.get(1).split(","))));
            return;
        }
        Line line = Line.of(services, row);
        services.forEach(service ->
                LINES.computeIfAbsent(service, name -> new ArrayList<>()).add(line));
    }
}
