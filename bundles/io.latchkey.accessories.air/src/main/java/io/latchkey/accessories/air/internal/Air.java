// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.air.internal;

import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;

/** The roles that several things that move air have. Stateless. */
final class Air {
    private Air() {}

    /** Begins the role of whether it is on. */
    static Role.Builder active() {
        return Role.required("ActiveStatus", CharacteristicTypes.ACTIVE).alias("Active");
    }

    /** The role of how fast it turns. */
    static Role speed() {
        return Role.optional("RotationSpeed", CharacteristicTypes.ROTATION_SPEED)
                .items(ItemType.DIMMER, ItemType.NUMBER)
                .sharing("steps")
                .by(new Speed());
    }

    /** The role of which way it turns. */
    static Role direction() {
        return choice("RotationDirection", CharacteristicTypes.ROTATION_DIRECTION, "CLOCKWISE", "COUNTER_CLOCKWISE");
    }

    /** The role of whether it swings. */
    static Role swing() {
        return choice("SwingMode", CharacteristicTypes.SWING_MODE, "SWING_DISABLED", "SWING_ENABLED");
    }

    /** The role of whether its own buttons are locked. */
    static Role lock() {
        return choice(
                "LockControl",
                CharacteristicTypes.LOCK_PHYSICAL_CONTROLS,
                "CONTROL_LOCK_DISABLED",
                "CONTROL_LOCK_ENABLED");
    }

    private static Role choice(String name, CharacteristicType type, String first, String second) {
        return Role.optional(name, type)
                .items(ItemType.NUMBER, ItemType.STRING, ItemType.SWITCH)
                .by(Mappings.enumeration(first, second));
    }
}
