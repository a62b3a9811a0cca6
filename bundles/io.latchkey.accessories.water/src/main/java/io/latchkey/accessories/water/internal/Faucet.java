// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.water.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** A faucet or shower; as a group, its members are its valves and what heats its water. */
@Component
public final class Faucet implements AccessoryType {
    private static final List<Role> ROLES = List.of(
            Role.required("Active", CharacteristicTypes.ACTIVE)
                    .alias("ActiveStatus")
                    .items(ItemType.CONTACT, ItemType.DIMMER, ItemType.SWITCH)
                    .by(Mappings.bool()),
            Water.fault());

    @Override
    public String name() {
        return "Faucet";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.FAUCET;
    }

    @Override
    public List<Role> roles() {
        return ROLES;
    }
}
