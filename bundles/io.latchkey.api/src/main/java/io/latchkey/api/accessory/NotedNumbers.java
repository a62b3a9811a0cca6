// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemState.Quantity;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** Numbers and quantities that people note as options. Stateless. */
final class NotedNumbers {
    private NotedNumbers() {}

    /** What an option says; empty when it isn't there or no number. */
    static Optional<Quantity> quantity(Metadata options, String name) {
        return options.text(name).flatMap(NotedNumbers::quantity);
    }

    /** Whether a text is that number; one without a unit is so in any. */
    static boolean isSame(Quantity number, String text) {
        return quantity(text)
                .filter(noted -> noted.unit().isEmpty()
                        ? noted.number().compareTo(number.number()) == 0
                        : order(number, noted).filter(order -> order == 0).isPresent())
                .isPresent();
    }

    /** How two quantities with a unit compare; empty when they measure different things. */
    static Optional<Integer> order(Quantity one, Quantity other) {
        if (one.unit().equals(other.unit())) {
            return Optional.of(one.number().compareTo(other.number()));
        }
        return Arrays.stream(Measure.values())
                .filter(measure -> measure != Measure.NUMBER)
                .flatMap(measure ->
                        number(measure, one)
                                .flatMap(number -> number(measure, other).map(number::compareTo))
                                .stream())
                .findFirst();
    }

    /**
     * Whether a number beside an item that counts in parts of one is meant so. Nobody notes more than all, and as a part of
     * one a smallest value, a threshold or a step of 1 would leave nothing: these are HomeKit's percent or ppm.
     *
     * @param isLargest whether it is the largest value, which may be all
     */
    static boolean isPart(BigDecimal number, boolean isLargest) {
        int toOne = number.abs().compareTo(BigDecimal.ONE);
        return toOne < 0 || isLargest && toOne == 0;
    }

    private static Optional<Quantity> quantity(String text) {
        return ItemState.parse(ItemType.NUMBER, text)
                .filter(Quantity.class::isInstance)
                .map(Quantity.class::cast);
    }

    private static Optional<BigDecimal> number(Measure measure, Quantity quantity) {
        return quantity.unit().flatMap(measure::scale).flatMap(scale -> scale.toHomekit(quantity.number()));
    }
}
