// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.sensors.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceTypes;
import org.osgi.service.component.annotations.Component;

/** Whether there is too much carbon monoxide, and how much. */
@Component(service = AccessoryType.class)
public final class CarbonMonoxideSensor extends SensorType {
    /** Declares the type. */
    public CarbonMonoxideSensor() {
        super(
                "CarbonMonoxideSensor",
                ServiceTypes.CARBON_MONOXIDE_SENSOR,
                Role.required("CarbonMonoxideDetectedState", CharacteristicTypes.CARBON_MONOXIDE_DETECTED)
                        .items(ItemType.CONTACT, ItemType.DIMMER, ItemType.NUMBER, ItemType.STRING, ItemType.SWITCH)
                        .by(Mappings.enumeration("NORMAL", "ABNORMAL")),
                Role.optional("CarbonMonoxideLevel", CharacteristicTypes.CARBON_MONOXIDE_LEVEL)
                        .items(ItemType.NUMBER)
                        .by(Mappings.partsPerMillion()),
                Role.optional("CarbonMonoxidePeakLevel", CharacteristicTypes.CARBON_MONOXIDE_PEAK_LEVEL)
                        .items(ItemType.NUMBER)
                        .by(Mappings.partsPerMillion()));
    }
}
