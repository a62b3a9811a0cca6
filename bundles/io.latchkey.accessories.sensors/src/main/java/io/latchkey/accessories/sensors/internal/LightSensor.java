// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.sensors.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceTypes;
import org.osgi.service.component.annotations.Component;

/** How light it is. */
@Component(service = AccessoryType.class)
public final class LightSensor extends SensorType {
    /** Declares the type. */
    public LightSensor() {
        super(
                "LightSensor",
                ServiceTypes.LIGHT_SENSOR,
                Role.required("LightLevel", CharacteristicTypes.CURRENT_AMBIENT_LIGHT_LEVEL)
                        .items(ItemType.NUMBER)
                        .by(Mappings.lux()));
    }
}
