// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory.role;

import io.latchkey.api.accessory.EnumMapping;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;

/** The roles that say in which condition a device is: whether it works, is at fault, was tampered with, needs a battery. */
public final class ConditionRoles {
    private static final String LOW_BATTERY = "BatteryLowStatus";

    private ConditionRoles() {}

    /** {@code ActiveStatus}: whether it works, for a device that can stop working without being at fault. */
    public static Role working() {
        return Role.optional("ActiveStatus", CharacteristicTypes.STATUS_ACTIVE)
                .items(ItemType.CONTACT, ItemType.SWITCH)
                .by(Mappings.bool());
    }

    /** {@code FaultStatus}: whether it is at fault. */
    public static Role fault() {
        return condition(
                "FaultStatus", CharacteristicTypes.STATUS_FAULT, Mappings.enumeration("NO_FAULT", "GENERAL_FAULT"));
    }

    /** {@code TamperedStatus}: whether somebody opened or moved it who should not. */
    public static Role tampered() {
        return condition(
                "TamperedStatus",
                CharacteristicTypes.STATUS_TAMPERED,
                Mappings.enumeration("NOT_TAMPERED", "TAMPERED"));
    }

    /** {@code BatteryLowStatus}: whether its battery is low; a number is low below option {@code lowThreshold}, 20 without it. */
    public static Role lowBattery() {
        return lowBattery(Role.optional(LOW_BATTERY, CharacteristicTypes.STATUS_LOW_BATTERY));
    }

    /** The same where there is no service without it. */
    public static Role requiredLowBattery() {
        return lowBattery(Role.required(LOW_BATTERY, CharacteristicTypes.STATUS_LOW_BATTERY));
    }

    private static Role lowBattery(Role.Builder begun) {
        return begun.items(ItemType.CONTACT, ItemType.NUMBER, ItemType.SWITCH).by(Mappings.below("lowThreshold", 20));
    }

    private static Role condition(String name, CharacteristicType type, EnumMapping states) {
        return Role.optional(name, type)
                .items(ItemType.CONTACT, ItemType.NUMBER, ItemType.STRING, ItemType.SWITCH)
                .by(states);
    }
}
