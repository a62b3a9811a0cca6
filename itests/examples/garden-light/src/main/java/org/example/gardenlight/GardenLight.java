// SPDX-License-Identifier: EPL-2.0
package org.example.gardenlight;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** A lamp in the garden that a voltage dims. */
@Component
public final class GardenLight implements AccessoryType {
    private static final List<Role> ROLES = List.of(
            Role.required("OnState", CharacteristicTypes.ON)
                    .items(ItemType.SWITCH)
                    .by(Mappings.bool()),
            Role.optional("Voltage", CharacteristicTypes.BRIGHTNESS)
                    .items(ItemType.NUMBER)
                    .sharing("darkest", "brightest")
                    .by(new VoltageMapping()));

    @Override
    public String name() {
        return "GardenLight";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.LIGHTBULB;
    }

    @Override
    public List<Role> roles() {
        return ROLES;
    }
}
