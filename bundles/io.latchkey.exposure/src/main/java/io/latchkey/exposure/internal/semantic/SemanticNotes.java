// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.semantic;

import io.latchkey.api.item.Metadata;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Collects what the metadata {@code homekit} of items would say. Used by one reading at a time. */
final class SemanticNotes {
    private final Map<String, Set<String>> words = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> options = new LinkedHashMap<>();

    /** An item is, or plays, something. */
    void say(String item, String word) {
        words.computeIfAbsent(item, name -> new LinkedHashSet<>()).add(word);
    }

    /** An option of an item; what was said first stays. */
    void option(String item, String name, Object value) {
        options.computeIfAbsent(item, each -> new LinkedHashMap<>()).putIfAbsent(name, value);
    }

    /** Whether something is said of an item. */
    boolean has(String item) {
        return words.containsKey(item);
    }

    /** Whether that word is all that is said of an item. */
    boolean isAlone(String item, String word) {
        return Set.of(word).equals(words.get(item));
    }

    /** Whether that word was said first of an item. */
    boolean isFirst(String item, String word) {
        return words.getOrDefault(item, Set.of()).stream()
                .findFirst()
                .filter(word::equals)
                .isPresent();
    }

    /** What is said of an item that has something said of it. */
    Metadata of(String item) {
        return new Metadata(String.join(",", words.get(item)), options.getOrDefault(item, Map.of()));
    }
}
