// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.semantic;

import io.latchkey.exposure.internal.tag.TextTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of what equipment is in Home and which points play which roles, {@code equipment.txt} and {@code services.txt}. */
final class SemanticRules {
    /** The row of points without equipment. */
    static final List<String> NO_EQUIPMENT = List.of("Point");

    private static final String ANY_OTHER = "Equipment";
    private static final String ANY = "Any";
    private static final Map<String, EquipmentServices> OFFERS = new LinkedHashMap<>();
    private static final Map<String, List<PointRule>> LINES = new HashMap<>();

    static {
        TextTable.rows(SemanticRules.class, "equipment.txt")
                .forEach(row ->
                        OFFERS.put(row.get(0), EquipmentServices.of(row.get(1), row.size() > 2 ? row.get(2) : "")));
        Map<String, Set<String>> sets = new HashMap<>();
        TextTable.rows(SemanticRules.class, "services.txt").forEach(row -> learn(row, sets));
    }

    private SemanticRules() {}

    /** What equipment of that kind may be. */
    static EquipmentServices offer(List<String> path) {
        return path.stream()
                .filter(OFFERS::containsKey)
                .map(OFFERS::get)
                .findFirst()
                .orElse(OFFERS.get(ANY_OTHER));
    }

    /** What any equipment may be besides. */
    static List<ServiceChoice> furtherOfAny() {
        return OFFERS.get(ANY).further();
    }

    /** All offers by the kind of equipment, in the order of the table. */
    static Map<String, EquipmentServices> offers() {
        return Collections.unmodifiableMap(OFFERS);
    }

    /** How the roles of a service are filled, in the order of preference. */
    static List<PointRule> lines(String service) {
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
        PointRule line = PointRule.of(services, row);
        services.forEach(service ->
                LINES.computeIfAbsent(service, name -> new ArrayList<>()).add(line));
    }
}
