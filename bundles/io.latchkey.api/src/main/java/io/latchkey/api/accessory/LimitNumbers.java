// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState.Quantity;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the numbers that limit a measure of an item: those without a unit are in the unit of the item.
 *
 * @param measure what the numbers are of
 * @param item whose numbers they limit
 */
record LimitNumbers(Measure measure, Item item) {
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal COOLEST = BigDecimal.TEN;
    private static final BigDecimal WARMEST = BigDecimal.valueOf(1000);

    /**
     * One end of a range.
     *
     * @param number in HomeKit's unit
     * @param isReversed whether the smallest number of its own unit is the largest of HomeKit's
     */
    record End(BigDecimal number, boolean isReversed) {}

    /**
     * The end of a range; empty when it can't be one.
     *
     * @param isLargest whether it is the largest one, in its own unit
     */
    Optional<End> end(Quantity written, boolean isLargest) {
        return symbols(written, isLargest)
                .flatMap(symbol -> symbol.isEmpty() ? Stream.of(UnitScale.SAME) : measure.scale(symbol).stream())
                .flatMap(scale ->
                        scale.toHomekit(written.number()).map(number -> new End(number, scale.isReversed())).stream())
                .filter(end -> isSensible(end.number()))
                .findFirst();
    }

    /** The width of a step; empty when it can't be told in HomeKit's unit. */
    Optional<BigDecimal> width(Quantity written) {
        return symbols(written, false)
                .findFirst()
                .flatMap(symbol -> symbol.isEmpty() ? Optional.of(UnitScale.SAME) : measure.scale(symbol))
                .flatMap(scale -> scale.differenceToHomekit(written.number()));
    }

    /**
     * The units that it may be in, the most likely one first; an empty symbol is HomeKit's. Whoever limits the colours of a
     * lamp in numbers thinks of Kelvin or mired, whatever the item counts in, and never of both ends of what glows.
     */
    private Stream<String> symbols(Quantity written, boolean isLargest) {
        if (written.unit().isPresent()) {
            return written.unit().stream();
        }
        if (measure.one(item).isPresent() && !NotedNumbers.isPart(written.number(), isLargest)) {
            return Stream.of("");
        }
        Stream<String> own = Stream.of(measure.unit(item).orElse(""));
        return measure == Measure.COLOUR_TEMPERATURE ? Stream.concat(own, Stream.of("", "K")) : own;
    }

    private boolean isSensible(BigDecimal number) {
        return measure == Measure.COLOUR_TEMPERATURE
                ? number.compareTo(COOLEST) >= 0 && number.compareTo(WARMEST) <= 0
                : number.abs().compareTo(LARGEST) <= 0;
    }
}
