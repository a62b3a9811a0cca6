// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.semantic;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Option;
import io.latchkey.exposure.internal.tag.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Understands what an item lists as its commands or states, such as {@code armed_home}, as the states of a role. The
 * words are in the table {@code words.txt}. Stateless.
 */
final class StateWords {
    private static final Map<String, Map<String, List<String>>> ROLES = new LinkedHashMap<>();

    static {
        TextTable.rows(StateWords.class, "words.txt")
                .forEach(row -> ROLES.computeIfAbsent(row.get(0), role -> new LinkedHashMap<>())
                        .put(row.get(1), List.of(row.get(2).split(","))));
    }

    private StateWords() {}

    /**
     * The options that say which state of a role is which of the item's.
     *
     * @return empty when the item lists states and none of them is understood; without options when it lists none
     */
    static Optional<Map<String, Object>> options(String role, Item item) {
        List<Option> listed =
                item.commandOptions().isEmpty() ? item.stateDescription().options() : item.commandOptions();
        boolean isText = item.valueType() == ItemType.STRING || item.valueType() == ItemType.NUMBER;
        if (listed.isEmpty() || !isText || !ROLES.containsKey(role)) {
            return Optional.of(Map.of());
        }
        Map<String, Object> found = new LinkedHashMap<>();
        ROLES.get(role).forEach((state, words) -> {
            List<String> values = values(words, listed);
            if (!values.isEmpty()) {
                found.put(state, values);
            }
        });
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    private static List<String> values(List<String> words, List<Option> listed) {
        List<String> values = new ArrayList<>();
        for (String word : words) {
            listed.stream()
                    .filter(option -> isCalled(option, word))
                    .map(Option::value)
                    .filter(value -> !values.contains(value))
                    .forEach(values::add);
        }
        return values;
    }

    private static boolean isCalled(Option option, String word) {
        return plain(option.value()).equals(word) || plain(option.label()).equals(word);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
