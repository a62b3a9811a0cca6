// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.sensors.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceTypes;
import org.osgi.service.component.annotations.Component;

/** Whether something moves. */
@Component(service = AccessoryType.class)
public final class MotionSensor extends SensorType {
    /** Declares the type. */
    public MotionSensor() {
        super(
                "MotionSensor",
                ServiceTypes.MOTION_SENSOR,
                Role.required("MotionDetectedState", CharacteristicTypes.MOTION_DETECTED)
                        .items(ItemType.CONTACT, ItemType.DIMMER, ItemType.SWITCH)
                        .by(Mappings.bool()));
    }
}
