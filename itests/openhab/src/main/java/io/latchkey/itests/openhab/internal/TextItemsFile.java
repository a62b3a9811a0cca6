// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An items file: an item a line; empty lines and those behind two slashes don't count. */
record TextItemsFile(List<ItemLine> lines) {
    /**
     * Reads a whole file.
     *
     * @throws IllegalArgumentException when one line has a slip
     */
    static TextItemsFile read(String text) {
        return new TextItemsFile(text.lines()
                .map(String::trim)
                .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                .map(ItemLine::read)
                .toList());
    }

    /** The lines by the names of their items, in order; the last one of a name counts. */
    Map<String, ItemLine> byName() {
        return lines.stream()
                .collect(Collectors.toMap(ItemLine::name, Function.identity(), (a, b) -> b, LinkedHashMap::new));
    }
}
