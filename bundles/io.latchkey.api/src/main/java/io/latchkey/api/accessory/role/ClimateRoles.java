// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory.role;

import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;

/** The roles that say how warm and how humid it is now. */
public final class ClimateRoles {
    private ClimateRoles() {}

    /** {@code CurrentTemperature}: from -100 to 100 degrees Celsius unless metadata says otherwise. */
    public static Role currentTemperature() {
        return Role.required("CurrentTemperature", CharacteristicTypes.CURRENT_TEMPERATURE)
                .items(ItemType.NUMBER)
                .by(Mappings.temperature(-100, 100));
    }

    /**
     * {@code RelativeHumidity}, in percent; items that run from 0 to 1 have option {@code homekitMultiplicator}.
     *
     * @param aliases other words for it
     */
    public static Role relativeHumidity(String... aliases) {
        return Role.required("RelativeHumidity", CharacteristicTypes.CURRENT_RELATIVE_HUMIDITY)
                .alias(aliases)
                .items(ItemType.NUMBER)
                .by(Mappings.percentTimes("homekitMultiplicator"));
    }
}
