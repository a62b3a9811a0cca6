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
        return (state instanceof ItemState.Quantity quantity
                        ? Measure.ANGLE.number(quantity, context.item())
                        : Optional.<BigDecimal>empty())
                .or(() -> NumberMapping.number(state, Measure.PERCENT, context.item())
                        .map(TiltMapping::angle))
                .map(number -> Value.of(number.setScale(0, RoundingMode.HALF_UP).longValue()));
    }

    @Override
    public Optional<ItemCommand> toCommand(Value value, MappingContext context) {
        Optional<BigDecimal> angle = NumberMapping.number(value);
        return isPercent(context)
                ? angle.flatMap(number -> NumberMapping.command(percent(number), Measure.PERCENT, context))
                : angle.flatMap(number -> NumberMapping.command(number, Measure.ANGLE, context));
    }

    @Override
    public Optional<String> remark(MappingContext context) {
        return isPercent(context) ? Optional.empty() : Measure.ANGLE.remark(context);
    }

    private static boolean isPercent(MappingContext context) {
        return context.itemType().isLevel()
                || Measure.PERCENT
                        .unit(context.item())
                        .flatMap(Measure.PERCENT::scale)
                        .isPresent();
    }

    private static BigDecimal angle(BigDecimal percent) {
        return percent.multiply(NINETY).divide(FIFTY, 0, RoundingMode.DOWN).subtract(NINETY);
    }

    private static BigDecimal percent(BigDecimal angle) {
        return angle.multiply(FIFTY).divide(NINETY, 0, RoundingMode.DOWN).add(FIFTY);
    }
}
