// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A temperature ({@link Mappings#temperature}). Stateless.
 *
 * @param lowest in degrees Celsius, without an option
 * @param highest in degrees Celsius, without an option
 */
record TemperatureMapping(BigDecimal lowest, BigDecimal highest) implements Mapping {

    @Override
    public Optional<Value> toValue(ItemState state, MappingContext context) {
        return state instanceof ItemState.Quantity quantity
                ? Measure.TEMPERATURE
                        .number(quantity, context.item())
                        .map(celsius -> Value.of(
                                celsius.setScale(1, RoundingMode.HALF_UP).doubleValue()))
                : Optional.empty();
    }

    @Override
    public Optional<ItemCommand> toCommand(Value value, MappingContext context) {
        return NumberMapping.number(value)
                .flatMap(celsius -> Measure.TEMPERATURE.numberOf(context.item(), celsius))
                .map(number -> number.setScale(digits(context), RoundingMode.HALF_UP))
                .map(number -> new ItemState.Quantity(number, Optional.empty()));
    }

    @Override
    public Constraints constraints(MappingContext context) {
        return Limits.of(context, Measure.TEMPERATURE, Optional.of(lowest), Optional.of(highest));
    }

    @Override
    public Optional<String> remark(MappingContext context) {
        return Measure.TEMPERATURE.remark(context);
    }

    @Override
    public List<Setting> settings() {
        return Limits.SETTINGS;
    }

    /** A tenth of a degree is no tenth of a Kelvin more than absolute zero, which is at .15. */
    private static int digits(MappingContext context) {
        return Measure.TEMPERATURE
                        .unit(context.item())
                        .filter(symbol -> Measure.TEMPERATURE.isSame(symbol, "K"))
                        .isPresent()
                ? 2
                : 1;
    }
}
