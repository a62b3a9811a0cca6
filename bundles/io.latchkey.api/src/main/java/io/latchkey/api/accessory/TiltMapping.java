// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** How slats are turned ({@link Mappings#tilt}). Stateless. */
record TiltMapping() implements Mapping {
    private static final BigDecimal FIFTY = BigDecimal.valueOf(50);
    private static final BigDecimal NINETY = BigDecimal.valueOf(90);

    @Override
    public Optional<Value> toValue(ItemState state, MappingContext context) {
        return NumberMapping.number(state, Units.PLAIN, context.item())
                .map(number -> state instanceof ItemState.Quantity ? number : angle(number))
                .map(number -> Value.of(number.setScale(0, RoundingMode.DOWN).longValue()));
    }

    @Override
    public Optional<ItemCommand> toCommand(Value value, MappingContext context) {
        boolean isLevel = context.itemType().isLevel();
        return NumberMapping.number(value)
                .map(number -> isLevel ? percent(number) : number)
                .flatMap(number -> NumberMapping.command(number, isLevel));
    }

    private static BigDecimal angle(BigDecimal percent) {
        return percent.multiply(NINETY).divide(FIFTY, 0, RoundingMode.DOWN).subtract(NINETY);
    }

    private static BigDecimal percent(BigDecimal angle) {
        return angle.multiply(FIFTY).divide(NINETY, 0, RoundingMode.DOWN).add(FIFTY);
    }
}
