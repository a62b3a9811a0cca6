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
 * @param units what the host may measure it in
 * @param factor names an option with a factor, if there is one
 */
record NumberMapping(Units units, Optional<String> factor) implements Mapping {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Override
    public Optional<Value> toValue(ItemState state, MappingContext context) {
        return number(state, units, context.item())
                .map(number -> number.multiply(times(context)))
                .map(number -> Value.of(number.doubleValue()));
    }

    @Override
    public Optional<ItemCommand> toCommand(Value value, MappingContext context) {
        boolean isLevel = context.itemType().isLevel();
        return number(value)
                .map(number ->
                        isLevel ? number : units.restore(number, context.item().unit()))
                .flatMap(number -> command(number, isLevel));
    }

    @Override
    public Constraints constraints(MappingContext context) {
        Constraints usual = context.role().type().constraints();
        return Limits.of(
                context,
                usual.minimum(),
                usual.maximum(),
                quantity -> Optional.of(units.convert(quantity, Optional.empty())));
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
    static Optional<BigDecimal> number(ItemState state, Units units, Item item) {
        if (state instanceof ItemState.Quantity quantity) {
            return Optional.of(units.convert(quantity, item.unit()));
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

    /** A number as a command; empty when a level can't have it. */
    static Optional<ItemCommand> command(BigDecimal number, boolean isLevel) {
        if (!isLevel) {
            return Optional.of(new ItemState.Quantity(number, Optional.empty()));
        }
        boolean fits = number.signum() >= 0 && number.compareTo(HUNDRED) <= 0;
        return fits ? Optional.of(new ItemState.Percent(number)) : Optional.empty();
    }

    private BigDecimal times(MappingContext context) {
        return factor.flatMap(option -> Units.option(context, option))
                .map(ItemState.Quantity::number)
                .orElse(BigDecimal.ONE);
    }
}
