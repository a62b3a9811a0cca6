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
                ? Optional.of(Value.of(Units.celsius(quantity, context.item().unit())
                        .setScale(1, RoundingMode.HALF_UP)
                        .doubleValue()))
                : Optional.empty();
    }

    @Override
    public Optional<ItemCommand> toCommand(Value value, MappingContext context) {
        return NumberMapping.number(value)
                .map(celsius -> Units.ofCelsius(celsius, context.item().unit()))
                .map(number -> number.setScale(1, RoundingMode.HALF_UP))
                .map(number -> new ItemState.Quantity(number, Optional.empty()));
    }

    @Override
    public Constraints constraints(MappingContext context) {
        return Limits.of(
                context,
                Optional.of(lowest),
                Optional.of(highest),
                quantity -> Optional.of(
                        Units.celsius(quantity, context.item().unit()).setScale(1, RoundingMode.HALF_UP)));
    }

    @Override
    public List<Setting> settings() {
        return Limits.SETTINGS;
    }
}
