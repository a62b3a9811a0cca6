// SPDX-License-Identifier: EPL-2.0
package org.example.wellpump;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** A pump in a well: an outlet that is in use while there is water, and that never runs dry for long. */
@Component
public final class WellPump implements AccessoryType {
    static final Role PUMP =
            Role.required("Pump", CharacteristicTypes.ON).items(ItemType.SWITCH).by(Mappings.bool());
    static final Role WATER = Role.required("Water", CharacteristicTypes.OUTLET_IN_USE)
            .items(ItemType.SWITCH, ItemType.CONTACT)
            .by(Mappings.bool());

    private static final List<Role> ROLES = List.of(PUMP, WATER);
    private static final Behaviour<?> BEHAVIOUR = new DryRunProtection();

    @Override
    public String name() {
        return "WellPump";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.OUTLET;
    }

    @Override
    public List<Role> roles() {
        return ROLES;
    }

    @Override
    public Optional<Behaviour<?>> behaviour() {
        return Optional.of(BEHAVIOUR);
    }
}
