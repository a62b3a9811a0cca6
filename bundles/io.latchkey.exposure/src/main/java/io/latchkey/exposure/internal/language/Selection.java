// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.language;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.Metadata;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which of the items that ask for it a bridge takes. The text is a list of terms separated by commas; an item that
 * meets one of them is taken:
 *
 * <ul>
 *   <li>{@code *} takes all,
 *   <li>{@code instance:N} those whose option {@code instance} is N (without the option: 1),
 *   <li>{@code group:NAME} direct members of a group, {@code tag:NAME} items with a tag,
 *   <li>{@code item:PATTERN} or just {@code PATTERN} items of that name, {@code *} standing for any letters.
 * </ul>
 *
 * The empty text means {@code instance:1}. Immutable; reads any text.
 */
public final class Selection {
    private static final String FIRST_INSTANCE = "1";

    private final List<Predicate<Item>> terms = new ArrayList<>();

    private Selection() {}

    /** Reads what somebody configured. */
    public static Selection of(String text) {
        Selection selection = new Selection();
        for (String term : text.split(",")) {
            if (!term.isBlank()) {
                selection.terms.add(term(term.trim()));
            }
        }
        if (selection.terms.isEmpty()) {
            selection.terms.add(item -> isInstance(item, FIRST_INSTANCE));
        }
        return selection;
    }

    /** Whether the bridge takes that item. */
    public boolean takes(Item item) {
        return terms.stream().anyMatch(term -> term.test(item));
    }

    private static Predicate<Item> term(String term) {
        int colon = term.indexOf(':');
        String value = term.substring(colon + 1).trim();
        return switch (colon < 0 ? "item" : term.substring(0, colon).trim()) {
            case "instance" -> item -> isInstance(item, value);
            case "group" -> item -> item.groupNames().contains(value);
            case "tag" -> item -> item.tags().contains(value);
            default -> named(value);
        };
    }

    private static boolean isInstance(Item item, String number) {
        String wished = item.metadata()
                .getOrDefault(Wish.NAMESPACE, Metadata.NONE)
                .text("instance")
                .map(String::trim)
                .filter(text -> text.matches("\\d{1,4}"))
                .orElse(FIRST_INSTANCE);
        return wished.equals(number);
    }

    private static Predicate<Item> named(String pattern) {
        String expression = "\\Q" + pattern.replace("\\E", "").replace("*", "\\E.*\\Q") + "\\E";
        Pattern compiled = Pattern.compile(expression, Pattern.DOTALL);
        return item -> compiled.matcher(item.name()).matches();
    }
}
