// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.air.internal;

import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;

/** The roles that several things that move air have. Stateless. */
final class Air {
    private Air() {}

    /** The role of how fast it turns. */
    static Role speed() {
        return Role.optional("RotationSpeed", CharacteristicTypes.ROTATION_SPEED)
                .items(ItemType.DIMMER, ItemType.NUMBER)
                .sharing("steps")
                .by(new Speed());
    }

    /** The role of which way it turns. */
    static Role direction() {
        return Role.optional("RotationDirection", CharacteristicTypes.ROTATION_DIRECTION)
                .items(ItemType.NUMBER, ItemType.STRING, ItemType.SWITCH)
                .by(Mappings.enumeration("CLOCKWISE", "COUNTER_CLOCKWISE"));
    }
}
