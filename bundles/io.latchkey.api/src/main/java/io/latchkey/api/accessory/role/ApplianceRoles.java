// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory.role;

import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;

/** The roles that fans, heaters, air conditioners and other appliances share. */
public final class ApplianceRoles {
    private ApplianceRoles() {}

    /** {@code LockControl}: whether the buttons on the device itself are locked. */
    public static Role lockControl() {
        return choice(
                "LockControl",
                CharacteristicTypes.LOCK_PHYSICAL_CONTROLS,
                "CONTROL_LOCK_DISABLED",
                "CONTROL_LOCK_ENABLED");
    }

    /** {@code SwingMode}: whether it turns from side to side. */
    public static Role swingMode() {
        return choice("SwingMode", CharacteristicTypes.SWING_MODE, "SWING_DISABLED", "SWING_ENABLED");
    }

    private static Role choice(String name, CharacteristicType type, String off, String on) {
        return Role.optional(name, type)
                .items(ItemType.NUMBER, ItemType.STRING, ItemType.SWITCH)
                .by(Mappings.enumeration(off, on));
    }
}
