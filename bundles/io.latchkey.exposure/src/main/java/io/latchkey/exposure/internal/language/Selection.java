// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.language;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.Metadata;
import io.latchkey.exposure.internal.tag.ItemPlaces;
import io.latchkey.exposure.internal.tag.SemanticMeaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * Which of the items that ask for it a bridge takes. The text is a list of terms separated by commas; an item that
 * meets one of them is taken, unless it meets one with an exclamation mark before it, such as {@code !tag:Battery}:
 *
 * <ul>
 *   <li>{@code *} takes all,
 *   <li>{@code instance:N} those whose option {@code instance} is N (without the option: 1),
 *   <li>{@code group:NAME} direct members of a group, {@code tag:NAME} items with a tag or one that openHAB has below it,
 *   <li>{@code location:NAME} items in a place, or in one within it, by the name, label or tag of that,
 *   <li>{@code item:PATTERN} or just {@code PATTERN} items of that name, {@code *} standing for any letters.
 * </ul>
 *
 * A text that takes nothing in means {@code instance:1}. A second text of such terms says which of the items stand alone;
 * empty, it means none. Immutable; reads any text.
 */
public final class Selection {
    private static final String FIRST_INSTANCE = "1";

    private static final String NOT = "!";

    private static final Pattern KNOWN = Pattern.compile("instance *: *\\d{1,4}|(group|tag|location|item) *: *[^: ].*");

    private final List<String> unknown = new ArrayList<>();
    private final List<BiPredicate<Item, ItemPlaces>> terms = new ArrayList<>();
    private final List<BiPredicate<Item, ItemPlaces>> exceptions = new ArrayList<>();

    private final Optional<Selection> alone;

    private Selection(Optional<Selection> alone) {
        this.alone = alone;
    }

    /** Reads what somebody configured. */
    public static Selection of(String text) {
        return of(text, "");
    }

    /**
     * Reads what somebody configured.
     *
     * @param standalone which of the items stand alone
     */
    public static Selection of(String text, String standalone) {
        Selection selection =
                new Selection(standalone.isBlank() ? Optional.empty() : Optional.of(Selection.of(standalone)));
        for (String term : text.split(",")) {
            selection.read(term.trim());
        }
        if (selection.terms.isEmpty()) {
            selection.terms.add((item, places) -> isInstance(item, FIRST_INSTANCE));
        }
        return selection;
    }

    /** Whether the bridge takes that item, wherever it is. */
    public boolean takes(Item item) {
        return takes(item, ItemPlaces.NONE);
    }

    /** Whether the bridge takes that item. */
    public boolean takes(Item item, ItemPlaces places) {
        return terms.stream().anyMatch(term -> term.test(item, places)) && !excludes(item, places);
    }

    /** Whether something is said against that item. */
    public boolean excludes(Item item, ItemPlaces places) {
        return exceptions.stream().anyMatch(term -> term.test(item, places));
    }

    /** Whether the accessory of that item stands alone, however the item itself is noted. */
    public boolean standsAlone(Item item, ItemPlaces places) {
        return alone.filter(rule -> rule.takes(item, places)).isPresent();
    }

    /** The terms that say nothing it knows. An item that has such a name can't be meant: names have no colon. */
    public List<String> unknownTerms() {
        return List.copyOf(unknown);
    }

    private void read(String term) {
        String text = term.startsWith(NOT) ? term.substring(1).trim() : term;
        if (text.contains(":") && !KNOWN.matcher(text).matches()) {
            unknown.add(term);
        }
        if (term.startsWith(NOT) && term.length() > 1) {
            exceptions.add(term(term.substring(1).trim()));
        } else if (!term.isEmpty() && !term.equals(NOT)) {
            terms.add(term(term));
        }
    }

    private static BiPredicate<Item, ItemPlaces> term(String term) {
        int colon = term.indexOf(':');
        String value = term.substring(colon + 1).trim();
        return switch (colon < 0 ? "item" : term.substring(0, colon).trim()) {
            case "instance" -> (item, places) -> isInstance(item, value);
            case "group" -> (item, places) -> item.groupNames().contains(value);
            case "tag" ->
                (item, places) ->
                        item.tags().contains(value) || SemanticMeaning.of(item).has(value);
            case "location" -> (item, places) -> places.isIn(item, value);
            default -> named(value);
        };
    }

    private static boolean isInstance(Item item, String number) {
        String wished = item.metadata()
                .getOrDefault(ExposureRequest.NAMESPACE, Metadata.NONE)
                .text("instance")
                .map(String::trim)
                .filter(text -> text.matches("\\d{1,4}"))
                .orElse(FIRST_INSTANCE);
        return wished.equals(number);
    }

    private static BiPredicate<Item, ItemPlaces> named(String pattern) {
        String expression = "\\Q" + pattern.replace("\\E", "").replace("*", "\\E.*\\Q") + "\\E";
        Pattern compiled = Pattern.compile(expression, Pattern.DOTALL);
        return (item, places) -> compiled.matcher(item.name()).matches();
    }
}
