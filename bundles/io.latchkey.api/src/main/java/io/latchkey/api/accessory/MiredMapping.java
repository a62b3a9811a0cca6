// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A colour temperature ({@link Mappings#mired}). Stateless. */
record MiredMapping() implements Mapping {
    private static final BigDecimal COOLEST = BigDecimal.valueOf(50);
    private static final BigDecimal WARMEST = BigDecimal.valueOf(400);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Override
    public Optional<Value> toValue(ItemState state, MappingContext context) {
        return mired(state, context)
                .map(number -> number.setScale(0, RoundingMode.HALF_UP))
                .map(number -> Value.of(number.doubleValue()));
    }

    @Override
    public Optional<ItemCommand> toCommand(Value value, MappingContext context) {
        Optional<BigDecimal> mired = NumberMapping.number(value);
        return context.itemType().isLevel()
                ? mired.flatMap(number -> level(number, context))
                : mired.flatMap(number -> NumberMapping.command(number, Measure.COLOUR_TEMPERATURE, context));
    }

    @Override
    public Constraints constraints(MappingContext context) {
        return Limits.of(context, Measure.COLOUR_TEMPERATURE, Optional.of(COOLEST), Optional.of(WARMEST));
    }

    @Override
    public Optional<String> remark(MappingContext context) {
        return Measure.COLOUR_TEMPERATURE.remark(context);
    }

    @Override
    public List<Setting> settings() {
        return Stream.concat(Limits.SETTINGS.stream(), Stream.of(Setting.INVERTED))
                .toList();
    }

    private Optional<BigDecimal> mired(ItemState state, MappingContext context) {
        if (state instanceof ItemState.Quantity quantity) {
            return Measure.COLOUR_TEMPERATURE.number(quantity, context.item());
        }
        if (!(state instanceof ItemState.Percent percent)) {
            return Optional.empty();
        }
        BigDecimal warmth = context.isInverted(false) ? HUNDRED.subtract(percent.number()) : percent.number();
        return Optional.of(coolest(context).add(warmth.multiply(span(context)).divide(HUNDRED, MathContext.DECIMAL64)));
    }

    private Optional<ItemCommand> level(BigDecimal mired, MappingContext context) {
        if (span(context).signum() == 0) {
            return Optional.empty();
        }
        BigDecimal warmth =
                mired.subtract(coolest(context)).multiply(HUNDRED).divide(span(context), 0, RoundingMode.HALF_UP);
        return NumberMapping.level(context.isInverted(false) ? HUNDRED.subtract(warmth) : warmth);
    }

    private BigDecimal coolest(MappingContext context) {
        return constraints(context).minimum().orElse(COOLEST);
    }

    private BigDecimal span(MappingContext context) {
        return constraints(context).maximum().orElse(WARMEST).subtract(coolest(context));
    }
}
