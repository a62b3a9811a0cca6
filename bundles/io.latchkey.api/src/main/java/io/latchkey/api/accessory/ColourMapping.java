// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Value;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/**
 * One part of a colour. Stateless.
 *
 * @param part which
 */
record ColourMapping(Function<ItemState.Hsb, BigDecimal> part) implements Mapping {
    @Override
    public Optional<Value> toValue(ItemState state, MappingContext context) {
        return state instanceof ItemState.Hsb hsb
                ? Optional.of(Value.of(part.apply(hsb).doubleValue()))
                : Optional.empty();
    }
}
