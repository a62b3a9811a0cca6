// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemState.Quantity;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a number must be below: a part of a hundred, or what an item counts in, such as the volts of a battery, where
 * somebody noted how many of these. Stateless.
 *
 * @param option names the option that sets it
 * @param preset the part of a hundred without the option
 */
record Threshold(String option, BigDecimal preset) {

    /** Whether a state is below; empty when the two can't be compared. */
    Optional<Boolean> isBelow(ItemState state, MappingContext context) {
        Optional<BigDecimal> percent = NumberMapping.number(state, Measure.PERCENT, context.item());
        if (percent.isPresent()) {
            BigDecimal limit = Measure.PERCENT
                    .option(context, option)
                    .or(() -> noted(context).map(Quantity::number))
                    .orElse(preset);
            return percent.map(number -> number.compareTo(limit) < 0);
        }
        return state instanceof Quantity quantity
                ? noted(context).flatMap(limit -> isBelow(quantity, limit, context))
                : Optional.empty();
    }

    /** What people should know of an item whose numbers it can't be compared with. */
    Optional<String> remark(MappingContext context) {
        Optional<String> unit = context.item().unit();
        boolean isCompared = noted(context)
                .flatMap(limit -> unit.map(symbol -> new Quantity(BigDecimal.ZERO, Optional.of(symbol)))
                        .flatMap(any -> isBelow(any, limit, context)))
                .isPresent();
        return isCompared
                ? Optional.empty()
                : Measure.PERCENT
                        .remark(context)
                        .map(text -> text + " Or note " + option + " in " + unit.orElse("its unit") + ".");
    }

    Setting setting() {
        return Setting.number(option, "true below this many percent, %d without it".formatted(preset.intValue()));
    }

    private Optional<Quantity> noted(MappingContext context) {
        return NotedNumbers.quantity(context.options(), option);
    }

    private static Optional<Boolean> isBelow(Quantity quantity, Quantity limit, MappingContext context) {
        Optional<String> unit = quantity.unit().or(() -> context.item().unit());
        Quantity counted = new Quantity(quantity.number(), unit);
        Quantity noted = new Quantity(limit.number(), limit.unit().or(() -> unit));
        return NotedNumbers.order(counted, noted).map(order -> order < 0);
    }
}
