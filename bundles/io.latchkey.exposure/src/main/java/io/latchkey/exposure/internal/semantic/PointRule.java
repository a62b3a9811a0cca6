// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.semantic;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which points play some roles of a service, or what is set for them where no point does. Immutable.
 *
 * @param services of which services
 * @param roles as the metadata names them
 * @param needed those of them without which there is no service
 * @param points the kinds of points
 * @param properties the properties, the most fitting first; {@link #NO_PROPERTY} for none
 * @param kinds the kinds of items
 * @param dimensions what a Number may measure; empty for the other kinds
 * @param options what is noted at the item
 * @param constant what is set instead of points
 */
record PointRule(
        Set<String> services,
        List<String> roles,
        Set<String> needed,
        Set<String> points,
        List<String> properties,
        Set<ItemType> kinds,
        Set<String> dimensions,
        Map<String, Object> options,
        Optional<String> constant) {
    /** The property of points that have none. */
    static final String NO_PROPERTY = "-";

    private static final String NEEDED = "!";
    private static final String NUMBER = "Number";
    /** What openHAB calls the dimension of percent, parts per million and bare numbers. */
    private static final String NO_DIMENSION = "Dimensionless";

    /**
     * Reads a row.
     *
     * @param services the services that its first column means
     */
    static PointRule of(Set<String> services, List<String> row) {
        List<String> roles = words(row.get(1));
        boolean isConstant = row.get(2).startsWith("=");
        return new PointRule(
                services,
                roles.stream().map(PointRule::plain).toList(),
                roles.stream()
                        .filter(role -> role.endsWith(NEEDED))
                        .map(PointRule::plain)
                        .collect(Collectors.toSet()),
                isConstant ? Set.of() : Set.copyOf(words(row.get(2))),
                isConstant ? List.of() : words(row.get(3)),
                isConstant ? Set.of() : kinds(row.get(4)),
                isConstant ? Set.of() : dimensions(row.get(4)),
                row.size() > 5 ? options(row.get(5)) : Map.of(),
                isConstant ? Optional.of(row.get(2).substring(1)) : Optional.empty());
    }

    /** How well a point fits, the less the better; empty when it doesn't. */
    Optional<Integer> rank(Point point, boolean isStrict) {
        boolean isMeant = point.does(points) && isKind(point.item());
        boolean isVague = point.property().isEmpty();
        int index = properties.indexOf(point.property().orElse(NO_PROPERTY));
        return isMeant && index >= 0 && !(isVague && isStrict) ? Optional.of(index) : Optional.empty();
    }

    /** A Number that doesn't say what it measures may be any; one that does measures nothing else. */
    private boolean isKind(Item item) {
        return kinds.contains(item.valueType())
                && (item.valueType() != ItemType.NUMBER
                        || item.dimension().map(dimensions::contains).orElse(true));
    }

    private static Set<ItemType> kinds(String cell) {
        return words(cell).stream()
                .map(kind -> ItemType.of(kind.replaceAll(":.*", "")).orElseThrow())
                .collect(Collectors.toSet());
    }

    private static Set<String> dimensions(String cell) {
        return words(cell).stream()
                .filter(kind -> kind.startsWith(NUMBER))
                .map(kind -> kind.equals(NUMBER) ? NO_DIMENSION : kind.substring(NUMBER.length() + 1))
                .collect(Collectors.toSet());
    }

    private static String plain(String role) {
        return role.replace(NEEDED, "");
    }

    private static List<String> words(String cell) {
        return List.of(cell.split(","));
    }

    private static Map<String, Object> options(String cell) {
        return Stream.of(cell.split(","))
                .map(option -> option.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
