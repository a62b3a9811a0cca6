// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.sensors.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceTypes;
import org.osgi.service.component.annotations.Component;

/** Whether water is where it should not be. */
@Component(service = AccessoryType.class)
public final class LeakSensor extends SensorType {
    /** Declares the type. */
    public LeakSensor() {
        super(
                "LeakSensor",
                ServiceTypes.LEAK_SENSOR,
                Role.required("LeakDetectedState", CharacteristicTypes.LEAK_DETECTED)
                        .items(ItemType.CONTACT, ItemType.DIMMER, ItemType.NUMBER, ItemType.STRING, ItemType.SWITCH)
                        .by(Mappings.enumeration("LEAK_NOT_DETECTED", "LEAK_DETECTED")));
    }
}
