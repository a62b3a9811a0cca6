// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.sensors.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.role.ClimateRoles;
import io.latchkey.api.model.ServiceTypes;
import org.osgi.service.component.annotations.Component;

/** How warm it is, -100 to 100 degrees Celsius unless the metadata says otherwise. */
@Component(service = AccessoryType.class)
public final class TemperatureSensor extends SensorType {
    /** Declares the type. */
    public TemperatureSensor() {
        super("TemperatureSensor", ServiceTypes.TEMPERATURE_SENSOR, ClimateRoles.currentTemperature());
    }
}
