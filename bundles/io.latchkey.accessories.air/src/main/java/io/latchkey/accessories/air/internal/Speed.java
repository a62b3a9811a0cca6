// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.air.internal;

import io.latchkey.api.accessory.Mapping;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Setting;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How fast something turns, in percent. Of a device that knows a few speeds only, a plain number counts them, from 0 for
 * none, while a level or a number in percent is the part of the fastest. Stateless.
 */
record Speed() implements Mapping {
    private static final Mapping PERCENT = Mappings.percent();
    private static final int HUNDRED = 100;
    private static final double TEN_THOUSANDTH = 10_000;

    @Override
    public Optional<Value> toValue(ItemState state, MappingContext context) {
        OptionalInt steps = steps(context);
        if (steps.isPresent() && isCount(context) && state instanceof ItemState.Quantity counted) {
            boolean isPercent = counted.unit().filter("%"::equals).isPresent();
            return isPercent
                    ? PERCENT.toValue(state, context)
                    : Optional.of(Value.of(counted.number().doubleValue() * width(steps.getAsInt())));
        }
        return PERCENT.toValue(state, context);
    }

    @Override
    public Optional<ItemCommand> toCommand(Value value, MappingContext context) {
        OptionalInt steps = steps(context);
        return steps.isPresent() && value instanceof Value.Decimal percent
                ? Optional.of(command(percent.number(), steps.getAsInt(), context))
                : PERCENT.toCommand(value, context);
    }

    @Override
    public Constraints constraints(MappingContext context) {
        OptionalInt steps = steps(context);
        return steps.isPresent()
                ? context.role().type().constraints().range(0, HUNDRED).step(width(steps.getAsInt()))
                : PERCENT.constraints(context);
    }

    @Override
    public List<Setting> settings() {
        return Stream.concat(
                        Stream.of(Setting.number("steps", "how many speeds it has; a plain number then counts them")),
                        PERCENT.settings().stream())
                .toList();
    }

    private static ItemCommand command(double percent, int steps, MappingContext context) {
        long step = Math.round(percent / width(steps));
        BigDecimal part = BigDecimal.valueOf(step * HUNDRED).divide(BigDecimal.valueOf(steps), 0, RoundingMode.HALF_UP);
        if (context.itemType().isLevel()) {
            return new ItemState.Percent(part);
        }
        return new ItemState.Quantity(isCount(context) ? BigDecimal.valueOf(step) : part, Optional.empty());
    }

    private static boolean isCount(MappingContext context) {
        return !context.itemType().isLevel()
                && context.item().unit().filter("%"::equals).isEmpty();
    }

    /** The part of the fastest that a step is, rounded down so that the last one stays below all of it. */
    private static double width(int steps) {
        return Math.floor(HUNDRED * TEN_THOUSANDTH / steps) / TEN_THOUSANDTH;
    }

    private static OptionalInt steps(MappingContext context) {
        return context.options().text("steps").map(String::trim).filter(text -> text.matches("[1-9]\\d?|100")).stream()
                .mapToInt(Integer::parseInt)
                .findFirst();
    }
}
