// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import io.latchkey.api.accessory.EnumMapping;
import io.latchkey.api.accessory.Mapping;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Setting;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemCommand.UpDown;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Optional;

/**
 * Whether a garage door is open. A rollershutter is closed at 100 % and open anywhere else, opens by {@code UP} and
 * closes by {@code DOWN}, whatever its options say: a door of which 1 % is open is open. Stateless.
 *
 * @param states what every other kind of item says and is told
 */
record DoorStateMapping(EnumMapping states) implements Mapping {
    private static final Setting INVERTED =
            Setting.flag("inverted", "the reverse meaning; a rollershutter is closed at 100 % all the same");

    @Override
    public Optional<Value> toValue(ItemState state, MappingContext context) {
        if (context.itemType() != ItemType.ROLLERSHUTTER) {
            return states.toValue(state, context);
        }
        return ShutterDoor.opened(state).stream().mapToObj(ShutterDoor::door).findFirst();
    }

    @Override
    public Optional<ItemCommand> toCommand(Value value, MappingContext context) {
        if (context.itemType() != ItemType.ROLLERSHUTTER) {
            return states.toCommand(value, context);
        }
        return Optional.of(value.equals(Value.of(GarageDoorOpener.OPEN)) ? UpDown.UP : UpDown.DOWN);
    }

    @Override
    public Constraints constraints(MappingContext context) {
        return states.constraints(context);
    }

    @Override
    public Optional<Value> missing(ItemState.Missing state, MappingContext context) {
        return states.missing(state, context);
    }

    @Override
    public Optional<Value> unknown(MappingContext context) {
        return states.unknown(context);
    }

    @Override
    public List<Setting> settings() {
        return states.settings().stream()
                .map(setting -> setting.equals(Setting.INVERTED) ? INVERTED : setting)
                .toList();
    }
}
