// SPDX-License-Identifier: EPL-2.0
package org.example.gardenlight;

import io.latchkey.api.accessory.Mapping;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Measure;
import io.latchkey.api.accessory.Setting;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemState.Quantity;
import io.latchkey.api.model.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** A brightness from a voltage in any unit: 0 % at {@code darkest}, 100 % at {@code brightest}. */
final class VoltageMapping implements Mapping {
    @Override
    public Optional<Value> toValue(ItemState state, MappingContext context) {
        double darkest = volts(context, "darkest", 1);
        double span = volts(context, "brightest", 10) - darkest;
        return state instanceof Quantity told && span != 0
                ? Measure.VOLTAGE
                        .number(told, context.item())
                        .map(volts -> Value.of((volts.doubleValue() - darkest) * 100 / span))
                : Optional.empty();
    }

    /** A driver that can't be reached has no power. */
    @Override
    public Optional<Value> missing(ItemState.Missing state, MappingContext context) {
        return state == ItemState.Missing.UNDEF ? Optional.of(Value.of(0)) : Optional.empty();
    }

    @Override
    public Optional<ItemCommand> toCommand(Value value, MappingContext context) {
        double darkest = volts(context, "darkest", 1);
        double span = volts(context, "brightest", 10) - darkest;
        double volts = darkest + span * ((Value.Whole) value).number() / 100;
        BigDecimal number = BigDecimal.valueOf(volts).setScale(2, RoundingMode.HALF_UP);
        return Measure.VOLTAGE.numberOf(context.item(), number).map(told -> new Quantity(told, Optional.empty()));
    }

    @Override
    public Optional<String> remark(MappingContext context) {
        return Measure.VOLTAGE.remark(context);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.number("darkest", "the voltage at 0 %; 1 without it"),
                Setting.number("brightest", "the voltage at 100 %; 10 without it"));
    }

    private static double volts(MappingContext context, String option, double otherwise) {
        return Measure.VOLTAGE.option(context, option).map(BigDecimal::doubleValue).orElse(otherwise);
    }
}
