// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.sensors.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceTypes;
import org.osgi.service.component.annotations.Component;

/** Whether a door or window is open; in HomeKit, contact is detected when it is closed. */
@Component(service = AccessoryType.class)
public final class ContactSensor extends SensorType {
    /** Declares the type. */
    public ContactSensor() {
        super(
                "ContactSensor",
                ServiceTypes.CONTACT_SENSOR,
                Role.required("ContactSensorState", CharacteristicTypes.CONTACT_SENSOR_STATE)
                        .items(ItemType.CONTACT, ItemType.DIMMER, ItemType.NUMBER, ItemType.STRING, ItemType.SWITCH)
                        .by(Mappings.enumeration("DETECTED", "NOT_DETECTED")));
    }
}
