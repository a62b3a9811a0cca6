// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import io.latchkey.api.accessory.Mapping;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.Value;
import java.util.Optional;

/** Stops what moves: a shutter is told {@code STOP}, a switch {@code ON}. Nothing can be read from it. Stateless. */
record Hold() implements Mapping {
    @Override
    public Optional<Value> toValue(ItemState state, MappingContext context) {
        return Optional.empty();
    }

    @Override
    public Optional<ItemCommand> toCommand(Value value, MappingContext context) {
        if (!value.equals(Value.TRUE)) {
            return Optional.empty();
        }
        return Optional.of(
                context.itemType() == ItemType.ROLLERSHUTTER ? ItemCommand.StopMove.STOP : ItemState.OnOff.ON);
    }
}
