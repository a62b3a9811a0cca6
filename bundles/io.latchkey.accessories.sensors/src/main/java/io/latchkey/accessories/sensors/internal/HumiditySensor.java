// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.sensors.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.role.ClimateRoles;
import io.latchkey.api.model.ServiceTypes;
import org.osgi.service.component.annotations.Component;

/** How humid it is. */
@Component(service = AccessoryType.class)
public final class HumiditySensor extends SensorType {
    /** Declares the type. */
    public HumiditySensor() {
        super("HumiditySensor", ServiceTypes.HUMIDITY_SENSOR, ClimateRoles.relativeHumidity());
    }
}
