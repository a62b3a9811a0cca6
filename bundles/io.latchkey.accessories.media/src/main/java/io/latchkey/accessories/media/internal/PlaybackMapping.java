// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.media.internal;

import io.latchkey.api.accessory.EnumMapping;
import io.latchkey.api.accessory.Mapping;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Setting;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Optional;

/**
 * Whether something plays. An item may say that it doesn't know, which HomeKit has no word for: it counts as stopped. A
 * Player plays while it winds, and pauses when it shall stop. Stateless.
 *
 * @param states the states by name
 */
record PlaybackMapping(EnumMapping states) implements Mapping {
    private static final Value PLAY = Value.of(0);
    private static final Value STOP = Value.of(2);
    private static final Value UNKNOWN = Value.of(3);

    /** What it does. */
    static PlaybackMapping current() {
        return new PlaybackMapping(Mappings.enumeration("PLAY", "PAUSE", "STOP", "UNKNOWN", "LOADING", "INTERRUPTED")
                .otherwise(2));
    }

    /** What it shall do. */
    static PlaybackMapping target() {
        return new PlaybackMapping(Mappings.enumeration("PLAY", "PAUSE", "STOP").otherwise(2));
    }

    @Override
    public Optional<Value> toValue(ItemState state, MappingContext context) {
        return state instanceof ItemState.Winding
                ? Optional.of(PLAY)
                : states.toValue(state, context).map(value -> value.equals(UNKNOWN) ? STOP : value);
    }

    @Override
    public Optional<ItemCommand> toCommand(Value value, MappingContext context) {
        boolean isStop = context.itemType() == ItemType.PLAYER && value.equals(STOP);
        return isStop ? Optional.of(ItemState.PlayPause.PAUSE) : states.toCommand(value, context);
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
        return states.settings();
    }
}
