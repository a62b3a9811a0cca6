// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.climate.internal;

import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.role.ClimateRoles;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Value;

/** The roles that everything that heats or cools has. Stateless. */
final class Climate {
    static final Role TEMPERATURE = ClimateRoles.currentTemperature();
    static final Role UNIT = Role.optional("TemperatureUnit", CharacteristicTypes.TEMPERATURE_DISPLAY_UNITS)
            .items(ItemType.NUMBER, ItemType.STRING, ItemType.SWITCH)
            .preset(Value.of(0))
            .kept()
            .by(Mappings.enumeration("CELSIUS", "FAHRENHEIT"));

    private Climate() {}

    /** Begins the role of the temperature below which it heats. */
    static Role.Builder heating() {
        return Role.optional("HeatingThresholdTemperature", CharacteristicTypes.HEATING_THRESHOLD_TEMPERATURE)
                .items(ItemType.NUMBER);
    }

    /** Begins the role of the temperature above which it cools. */
    static Role.Builder cooling() {
        return Role.optional("CoolingThresholdTemperature", CharacteristicTypes.COOLING_THRESHOLD_TEMPERATURE)
                .items(ItemType.NUMBER);
    }
}
