// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.sensors.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceTypes;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** How good the air is, and what is in it; as a member of an air purifier's group it belongs to that. */
@Component(service = AccessoryType.class)
public final class AirQualitySensor extends SensorType {
    /** Declares the type. */
    public AirQualitySensor() {
        super(
                "AirQualitySensor",
                ServiceTypes.AIR_QUALITY_SENSOR,
                Role.required("AirQuality", CharacteristicTypes.AIR_QUALITY)
                        .items(ItemType.NUMBER, ItemType.STRING, ItemType.SWITCH)
                        .by(Mappings.enumeration("UNKNOWN", "EXCELLENT", "GOOD", "FAIR", "INFERIOR", "POOR")),
                Role.optional("NitrogenDioxideDensity", CharacteristicTypes.NITROGEN_DIOXIDE_DENSITY)
                        .items(ItemType.NUMBER)
                        .by(Mappings.density()),
                Role.optional("OzoneDensity", CharacteristicTypes.OZONE_DENSITY)
                        .items(ItemType.NUMBER)
                        .by(Mappings.density()),
                Role.optional("PM10Density", CharacteristicTypes.PM10_DENSITY)
                        .items(ItemType.NUMBER)
                        .by(Mappings.density()),
                Role.optional("PM25Density", CharacteristicTypes.PM2_5_DENSITY)
                        .items(ItemType.NUMBER)
                        .by(Mappings.density()),
                Role.optional("SulphurDioxideDensity", CharacteristicTypes.SULPHUR_DIOXIDE_DENSITY)
                        .items(ItemType.NUMBER)
                        .by(Mappings.density()),
                Role.optional("VOCDensity", CharacteristicTypes.VOC_DENSITY)
                        .items(ItemType.NUMBER)
                        .by(Mappings.density()));
    }

    @Override
    public Set<String> linkedUnder() {
        return Set.of("AirPurifier");
    }
}
