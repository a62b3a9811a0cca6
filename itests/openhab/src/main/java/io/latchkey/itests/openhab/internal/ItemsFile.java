// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openhab.core.items.GenericItem;
import org.openhab.core.items.GroupItem;
import org.openhab.core.items.Item;
import org.openhab.core.items.Metadata;
import org.openhab.core.items.MetadataKey;

/** An items file: an item a line; empty lines and those behind two slashes don't count. */
record ItemsFile(List<ItemLine> lines) {
    private static final Set<String> FUNCTIONS =
            Set.of("EQUALITY", "OR", "AND", "NOR", "NAND", "AVG", "SUM", "MIN", "MAX", "COUNT", "LATEST", "EARLIEST");

    static ItemsFile read(String text) {
        return new ItemsFile(text.lines()
                .map(String::trim)
                .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                .map(ItemLine::read)
                .toList());
    }

    /** New items, without states. */
    Map<String, Item> items() {
        Map<String, Item> items = new LinkedHashMap<>();
        for (ItemLine line : lines) {
            GenericItem item = line.type().split(":")[0].equals("Group") ? group(line) : plain(line, line.type());
            item.setLabel(line.label().isEmpty() ? null : line.label());
            item.setCategory(line.icon().isEmpty() ? null : line.icon());
            line.tags().forEach(item::addTag);
            line.groups().forEach(item::addGroupName);
            items.put(line.name(), item);
        }
        return items;
    }

    Map<MetadataKey, Metadata> notes() {
        return lines.stream()
                .flatMap(line -> line.notes().stream())
                .collect(Collectors.toMap(Metadata::getUID, Function.identity(), (a, b) -> b, LinkedHashMap::new));
    }

    private static GenericItem plain(ItemLine line, String type) {
        Descriptions descriptions = Descriptions.of(line.notes(), line.pattern());
        if (!type.split(":")[0].equals("Number")) {
            return new HomeItem(type, line.name(), descriptions);
        }
        Optional<String> unit =
                type.equals("Number") ? Optional.empty() : line.note("unit").or(() -> defaultUnit(type));
        return new HomeNumber(type, line.name(), unit, descriptions);
    }

    private static GenericItem group(ItemLine line) {
        String[] parts = line.type().split(":");
        boolean hasFunction =
                parts.length > 1 && FUNCTIONS.contains(parts[parts.length - 1].split("\\(")[0]);
        String base = Arrays.stream(parts, 1, hasFunction ? parts.length - 1 : parts.length)
                .collect(Collectors.joining(":"));
        if (base.isEmpty()) {
            return new GroupItem(line.name());
        }
        return new GroupItem(
                line.name(), plain(line, base), new Aggregate(hasFunction ? parts[parts.length - 1] : "EQUALITY"));
    }

    /** The unit that openHAB takes where the metric system is set. */
    private static Optional<String> defaultUnit(String type) {
        return Optional.ofNullable(Map.of(
                        "Number:Temperature", "\u00b0C",
                        "Number:Dimensionless", "one",
                        "Number:Illuminance", "lx",
                        "Number:Time", "s",
                        "Number:Power", "W",
                        "Number:Angle", "\u00b0")
                .get(type));
    }
}
