// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.air.internal;

import io.latchkey.api.accessory.Mapping;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Measure;
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
        if (steps.isPresent() && state instanceof ItemState.Quantity counted && isCount(counted.unit(), context)) {
            return Optional.of(Value.of(counted.number().doubleValue() * width(steps.getAsInt())));
        }
        return PERCENT.toValue(state, context);
    }

    @Override
    public Optional<ItemCommand> toCommand(Value value, MappingContext context) {
        OptionalInt steps = steps(context);
        return steps.isPresent() && value instanceof Value.Decimal percent
                ? command(percent.number(), steps.getAsInt(), context)
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
    public Optional<String> remark(MappingContext context) {
        return PERCENT.remark(context);
    }

    @Override
    public List<Setting> settings() {
        return Stream.concat(
                        Stream.of(Setting.number("steps", "how many speeds it has; a plain number then counts them")),
                        PERCENT.settings().stream())
                .toList();
    }

    private static Optional<ItemCommand> command(double percent, int steps, MappingContext context) {
        long step = Math.round(percent / width(steps));
        if (!context.itemType().isLevel() && isCount(Optional.empty(), context)) {
            return Optional.of(new ItemState.Quantity(BigDecimal.valueOf(step), Optional.empty()));
        }
        BigDecimal part = BigDecimal.valueOf(step * HUNDRED).divide(BigDecimal.valueOf(steps), 0, RoundingMode.HALF_UP);
        return PERCENT.toCommand(Value.of(part.longValue()), context);
    }

    /** Whether a number of the item is a number of speeds: of those the host says that they are parts of one, if anything. */
    private static boolean isCount(Optional<String> own, MappingContext context) {
        return own.or(() -> Measure.PERCENT.unit(context.item()))
                .filter(symbol -> !Measure.PERCENT.isSame(symbol, "one"))
                .isEmpty();
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
