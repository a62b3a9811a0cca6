// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.item;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a host knows about the states of an item.
 *
 * @param minimum the smallest number, if any, in the unit that the pattern names, else in that of the item
 * @param maximum the largest number, if any, in the same unit
 * @param step the distance between two numbers, if any, in the same unit
 * @param pattern how people see the state, such as {@code %.1f °C}
 * @param readOnly whether it takes no commands
 * @param options the states that it may have; empty when any
 */
public record StateDescription(
        Optional<BigDecimal> minimum,
        Optional<BigDecimal> maximum,
        Optional<BigDecimal> step,
        Optional<String> pattern,
        boolean readOnly,
        List<Option> options) {

    /** A description that says nothing. */
    public static final StateDescription NONE = new StateDescription(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, List.of());

    private static final Pattern CONVERSION = Pattern.compile("%[-#+ 0,(.\\d$]*[a-zA-Z]");
    private static final String UNIT_OF_ITEM = "%unit%";

    public StateDescription {
        options = List.copyOf(options);
    }

    /** The unit that the pattern names behind the number; empty when it names none, or leaves it to the item. */
    public Optional<String> patternUnit() {
        return pattern.map(CONVERSION::matcher)
                .filter(Matcher::find)
                .map(number -> pattern.get().substring(number.end()).trim())
                .filter(unit -> !unit.isEmpty() && !unit.equals(UNIT_OF_ITEM))
                .map(unit -> unit.replace("%%", "%"));
    }

    /** The same without what only people see. */
    public StateDescription withoutPattern() {
        return pattern.isEmpty()
                ? this
                : new StateDescription(minimum, maximum, step, Optional.empty(), readOnly, options);
    }
}
