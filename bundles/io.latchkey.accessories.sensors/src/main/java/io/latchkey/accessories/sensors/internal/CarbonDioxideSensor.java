// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.sensors.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceTypes;
import org.osgi.service.component.annotations.Component;

/** Whether there is too much carbon dioxide, and how much. */
@Component(service = AccessoryType.class)
public final class CarbonDioxideSensor extends SensorType {
    /** Declares the type. */
    public CarbonDioxideSensor() {
        super(
                "CarbonDioxideSensor",
                ServiceTypes.CARBON_DIOXIDE_SENSOR,
                Role.required("CarbonDioxideDetectedState", CharacteristicTypes.CARBON_DIOXIDE_DETECTED)
                        .items(ItemType.CONTACT, ItemType.DIMMER, ItemType.NUMBER, ItemType.STRING, ItemType.SWITCH)
                        .by(Mappings.enumeration("NORMAL", "ABNORMAL")),
                Role.optional("CarbonDioxideLevel", CharacteristicTypes.CARBON_DIOXIDE_LEVEL)
                        .items(ItemType.NUMBER)
                        .by(Mappings.partsPerMillion()),
                Role.optional("CarbonDioxidePeakLevel", CharacteristicTypes.CARBON_DIOXIDE_PEAK_LEVEL)
                        .items(ItemType.NUMBER)
                        .by(Mappings.partsPerMillion()));
    }
}
