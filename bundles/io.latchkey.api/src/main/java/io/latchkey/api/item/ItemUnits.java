// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.item;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which unit the numbers of an item are in when a state names none: the one place that knows, so that all hosts show an
 * item alike. For whoever implements {@link ItemRegistry}; stateless.
 *
 * <p>The unit that the host keeps the states in counts first. In openHAB that is what its {@code unitSymbol} says: the
 * metadata {@code unit} or the default of the dimension in the measurement system of the home. Then the metadata
 * {@code unit} counts; then, of temperatures, what people see in the pattern of the state description; then what the user
 * chose for numbers of which nobody says it.
 */
public final class ItemUnits {
    /** The namespace in which people note the unit of an item. */
    public static final String NAMESPACE = "unit";

    /** Other units in a pattern are words for people: many a plain number is formatted with what it isn't counted in. */
    private static final Pattern TEMPERATURE =
            Pattern.compile("%[-#+ 0,(.\\d$]*[dfs]\\s?(°C|°F|K|\\u2103|\\u2109)\\s*$");

    private static final String DIMENSION = "Temperature";

    private ItemUnits() {}

    /**
     * The unit of an item.
     *
     * @param item the item without a unit, with what is noted at it and how its states are described
     * @param kept the unit that the host keeps its states in, where it says so
     * @param preset what plain numbers are counted in that stand for temperatures when nothing else says it
     * @return empty when nobody says it, and when its states are no numbers
     */
    public static Optional<String> of(Item item, Optional<String> kept, Optional<String> preset) {
        if (item.valueType() != ItemType.NUMBER) {
            return Optional.empty();
        }
        return kept.filter(symbol -> !symbol.isBlank())
                .or(() -> noted(item))
                .or(() -> seen(item))
                .or(() -> item.dimension().isPresent() ? Optional.empty() : preset);
    }

    private static Optional<String> noted(Item item) {
        return Optional.ofNullable(item.metadata().get(NAMESPACE))
                .map(Metadata::value)
                .map(String::trim)
                .filter(symbol -> !symbol.isEmpty());
    }

    private static Optional<String> seen(Item item) {
        if (item.dimension().filter(what -> !what.equals(DIMENSION)).isPresent()) {
            return Optional.empty();
        }
        return item.stateDescription()
                .pattern()
                .map(TEMPERATURE::matcher)
                .filter(Matcher::find)
                .map(pattern -> pattern.group(1));
    }
}
