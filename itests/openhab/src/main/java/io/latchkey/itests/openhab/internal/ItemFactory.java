// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhab.core.items.GenericItem;
import org.openhab.core.items.Item;

/** Makes items, without a state, from lines of an items file. */
final class ItemFactory {
    private static final Set<String> FUNCTIONS =
            Set.of("EQUALITY", "OR", "AND", "NOR", "NAND", "AVG", "SUM", "MIN", "MAX", "COUNT", "LATEST", "EARLIEST");

    private ItemFactory() {}

    static Item create(ItemLine line) {
        GenericItem item = line.type().split(":")[0].equals("Group") ? group(line) : plain(line.type(), line.name());
        item.setLabel(line.label().isEmpty() ? null : line.label());
        item.setCategory(line.icon().isEmpty() ? null : line.icon());
        line.tags().forEach(item::addTag);
        line.groups().forEach(item::addGroupName);
        return item;
    }

    private static GenericItem plain(String type, String name) {
        return type.split(":")[0].equals("Number") ? new HomeNumber(type, name) : new HomeItem(type, name);
    }

    private static GenericItem group(ItemLine line) {
        String[] parts = line.type().split(":");
        boolean hasFunction =
                parts.length > 1 && FUNCTIONS.contains(parts[parts.length - 1].split("\\(")[0]);
        String base = Arrays.stream(parts, 1, hasFunction ? parts.length - 1 : parts.length)
                .collect(Collectors.joining(":"));
        if (base.isEmpty()) {
            return new HomeGroup(line.name(), null, null);
        }
        return new HomeGroup(
                line.name(),
                plain(base, line.name()),
                new Aggregate(hasFunction ? parts[parts.length - 1] : "EQUALITY"));
    }
}
