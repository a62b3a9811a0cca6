// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.water.internal;

import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Value;
import java.util.Optional;

/** What everything has through which water flows. Stateless. */
final class Water {
    private Water() {}

    /** Begins the role of the time until no more water flows. */
    static Role.Builder remaining() {
        return Role.optional("RemainingDuration", CharacteristicTypes.REMAINING_DURATION)
                .items(ItemType.NUMBER);
    }

    /** The whole number that a value is; 0 without value. */
    static long number(Optional<Value> value) {
        return value.filter(Value.Whole.class::isInstance)
                .map(whole -> ((Value.Whole) whole).number())
                .orElse(0L);
    }
}
