// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.media.internal;

import io.latchkey.api.accessory.EnumMapping;
import io.latchkey.api.accessory.Mapping;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Setting;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemCommand.IncreaseDecrease;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Optional;

/**
 * A step louder or softer: a dimmer is told {@code INCREASE} and {@code DECREASE}, a text what its metadata says. Nothing
 * can be read from it. Stateless.
 */
record VolumeStepMapping() implements Mapping {
    private static final EnumMapping WORDS = Mappings.enumeration("INCREMENT", "DECREMENT");
    private static final Value LOUDER = Value.of(0);

    @Override
    public Optional<Value> toValue(ItemState state, MappingContext context) {
        return Optional.empty();
    }

    @Override
    public Optional<ItemCommand> toCommand(Value value, MappingContext context) {
        if (context.itemType() != ItemType.DIMMER) {
            return WORDS.toCommand(value, context);
        }
        return Optional.of(value.equals(LOUDER) ? IncreaseDecrease.INCREASE : IncreaseDecrease.DECREASE);
    }

    @Override
    public List<Setting> settings() {
        return WORDS.settings().stream()
                .filter(setting -> !setting.equals(Setting.INVERTED))
                .toList();
    }
}
