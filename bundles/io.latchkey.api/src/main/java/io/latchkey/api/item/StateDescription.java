// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.item;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a host knows about the states of an item.
 *
 * @param minimum the smallest number, if any
 * @param maximum the largest number, if any
 * @param step the distance between two numbers, if any
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

    public StateDescription {
        options = List.copyOf(options);
    }

    /** The same without what only people see. */
    public StateDescription withoutPattern() {
        return pattern.isEmpty()
                ? this
                : new StateDescription(minimum, maximum, step, Optional.empty(), readOnly, options);
    }
}
