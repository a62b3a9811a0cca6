// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A number in one unit. Stateless.
 *
 * @param measure what it measures
 * @param factor names an option with a factor, if there is one
 */
record NumberMapping(Measure measure, Optional<String> factor) implements Mapping {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Override
    public Optional<Value> toValue(ItemState state, MappingContext context) {
        return number(state, context).map(number -> Value.of(number.doubleValue()));
    }

    @Override
    public Optional<ItemCommand> toCommand(Value value, MappingContext context) {
        return number(value).flatMap(number -> command(number, measure, context));
    }

    @Override
    public Constraints constraints(MappingContext context) {
        Constraints usual = context.role().type().constraints();
        return Limits.of(context, measure, usual.minimum(), usual.maximum());
    }

    @Override
    public Optional<String> remark(MappingContext context) {
        return times(context).isPresent() ? Optional.empty() : measure.remark(context);
    }

    @Override
    public List<Setting> settings() {
        return factor.map(name -> Stream.concat(
                                Limits.SETTINGS.stream(),
                                Stream.of(Setting.number(name, "multiplies the item's number")))
                        .toList())
                .orElse(Limits.SETTINGS);
    }

    /** The number that a state stands for; empty when it stands for none. */
    static Optional<BigDecimal> number(ItemState state, Measure measure, Item item) {
        if (state instanceof ItemState.Quantity quantity) {
            return measure.number(quantity, item);
        }
        if (state instanceof ItemState.Percent percent) {
            return Optional.of(percent.number());
        }
        if (state instanceof ItemState.Hsb hsb) {
            return Optional.of(hsb.brightness());
        }
        if (state instanceof ItemState.OnOff onOff) {
            return Optional.of(onOff.on() ? HUNDRED : BigDecimal.ZERO);
        }
        return Optional.empty();
    }

    /** The number that a value is; empty when it is none. */
    static Optional<BigDecimal> number(Value value) {
        if (value instanceof Value.Whole whole) {
            return Optional.of(BigDecimal.valueOf(whole.number()));
        }
        return value instanceof Value.Decimal decimal
                ? Optional.of(BigDecimal.valueOf(decimal.number()))
                : Optional.empty();
    }

    /** A number of HomeKit's unit as a command: plain, in the unit of the item; empty when the item can't be told. */
    static Optional<ItemCommand> command(BigDecimal number, Measure measure, MappingContext context) {
        if (context.itemType().isLevel()) {
            return level(number);
        }
        return measure.numberOf(context.item(), number).map(told -> new ItemState.Quantity(told, Optional.empty()));
    }

    /** A part of a hundred as a command to a level; empty when it is none. */
    static Optional<ItemCommand> level(BigDecimal percent) {
        boolean fits = percent.signum() >= 0 && percent.compareTo(HUNDRED) <= 0;
        return fits ? Optional.of(new ItemState.Percent(percent)) : Optional.empty();
    }

    /** Whoever notes a factor says what the item's numbers are, whatever their unit. */
    private Optional<BigDecimal> number(ItemState state, MappingContext context) {
        Optional<BigDecimal> times = times(context);
        Optional<BigDecimal> number = number(state, times.isPresent() ? Measure.NUMBER : measure, context.item());
        return number.map(each -> each.multiply(times.orElse(BigDecimal.ONE)));
    }

    private Optional<BigDecimal> times(MappingContext context) {
        return factor.flatMap(option -> NotedNumbers.quantity(context.options(), option))
                .map(ItemState.Quantity::number);
    }
}
