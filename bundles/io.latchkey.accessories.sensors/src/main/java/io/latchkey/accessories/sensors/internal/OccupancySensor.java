// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.sensors.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceTypes;
import org.osgi.service.component.annotations.Component;

/** Whether somebody is there. */
@Component(service = AccessoryType.class)
public final class OccupancySensor extends SensorType {
    /** Declares the type. */
    public OccupancySensor() {
        super(
                "OccupancySensor",
                ServiceTypes.OCCUPANCY_SENSOR,
                Role.required("OccupancyDetectedState", CharacteristicTypes.OCCUPANCY_DETECTED)
                        .items(ItemType.CONTACT, ItemType.DIMMER, ItemType.NUMBER, ItemType.STRING, ItemType.SWITCH)
                        .by(Mappings.enumeration("NOT_DETECTED", "DETECTED")));
    }
}
