// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.water.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.role.ConditionRoles;
import io.latchkey.api.accessory.role.SwitchRoles;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/**
 * A faucet or shower; as a group, its members are its valves and what heats its water. When Home switches it off, these
 * are switched off too.
 */
@Component
public final class Faucet implements AccessoryType {
    static final String NAME = "Faucet";

    static final Role ACTIVE = SwitchRoles.active()
            .items(ItemType.CONTACT, ItemType.DIMMER, ItemType.SWITCH)
            .by(Mappings.bool());

    private static final List<Role> ROLES = List.of(ACTIVE, ConditionRoles.fault());
    private static final Behaviour<?> BEHAVIOUR = new FaucetBehaviour();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.FAUCET;
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
