// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** How far something is open ({@link Mappings#position}). Stateless. */
record PositionMapping() implements Mapping {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Override
    public Optional<Value> toValue(ItemState state, MappingContext context) {
        return NumberMapping.number(state, Measure.PERCENT, context.item())
                .map(number -> turned(number, context))
                .map(number -> Value.of(number.doubleValue()));
    }

    @Override
    public Optional<ItemCommand> toCommand(Value value, MappingContext context) {
        return NumberMapping.number(value)
                .map(number -> turned(number, context))
                .flatMap(number -> NumberMapping.command(number, Measure.PERCENT, context));
    }

    @Override
    public Optional<String> remark(MappingContext context) {
        return Measure.PERCENT.remark(context);
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.flag("inverted", "items count how far it is closed; true without it"));
    }

    private static BigDecimal turned(BigDecimal number, MappingContext context) {
        return context.isInverted(true) ? HUNDRED.subtract(number) : number;
    }
}
