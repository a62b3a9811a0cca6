// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.controls.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** A socket, and whether something that is plugged in uses it. */
@Component
public final class Outlet implements AccessoryType {
    private static final List<Role> ROLES = List.of(
            Role.required("OnState", CharacteristicTypes.ON)
                    .items(ItemType.DIMMER, ItemType.SWITCH)
                    .by(Mappings.bool()),
            Role.required("InUseStatus", CharacteristicTypes.OUTLET_IN_USE)
                    .items(ItemType.CONTACT, ItemType.DIMMER, ItemType.SWITCH)
                    .preset(Value.TRUE)
                    .by(Mappings.bool()));

    @Override
    public String name() {
        return "Outlet";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.OUTLET;
    }

    @Override
    public List<Role> roles() {
        return ROLES;
    }
}
