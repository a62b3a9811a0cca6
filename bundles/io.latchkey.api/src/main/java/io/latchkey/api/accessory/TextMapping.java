// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Value;
import java.util.Optional;

/** A text ({@link Mappings#text}). Stateless. */
record TextMapping() implements Mapping {
    @Override
    public Optional<Value> toValue(ItemState state, MappingContext context) {
        return Optional.of(Value.of(state.text()));
    }

    @Override
    public Optional<ItemCommand> toCommand(Value value, MappingContext context) {
        return value instanceof Value.Text text ? ItemCommand.parse(context.itemType(), text.text()) : Optional.empty();
    }
}
