// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.media.internal;

import io.latchkey.api.accessory.Mapping;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Value;
import java.util.Optional;

/** A name that people read and change in Home: the label of its item as long as that has none. Stateless. */
record NameMapping() implements Mapping {
    private static final Mapping TEXT = Mappings.text();

    @Override
    public Optional<Value> toValue(ItemState state, MappingContext context) {
        return state.text().isBlank() ? unknown(context) : TEXT.toValue(state, context);
    }

    @Override
    public Optional<ItemCommand> toCommand(Value value, MappingContext context) {
        return TEXT.toCommand(value, context);
    }

    @Override
    public Optional<Value> unknown(MappingContext context) {
        return Optional.of(Value.of(context.item().label()));
    }
}
