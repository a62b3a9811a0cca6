// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.air.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.role.ApplianceRoles;
import io.latchkey.api.accessory.role.SwitchRoles;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/**
 * A fan that perhaps has speeds, an automatic, a direction, or swings. Switched on it turns as fast as it did before;
 * one that knows a few speeds only has option {@code steps}.
 */
@Component
public final class Fan implements AccessoryType {
    private static final Role ACTIVE = SwitchRoles.activeStatus()
            .items(ItemType.DIMMER, ItemType.SWITCH)
            .by(Mappings.enumeration("INACTIVE", "ACTIVE"));
    private static final Role CURRENT = Role.optional("CurrentFanState", CharacteristicTypes.CURRENT_FAN_STATE)
            .items(ItemType.NUMBER, ItemType.STRING)
            .preset(Value.of(0))
            .by(Mappings.enumeration("INACTIVE", "IDLE", "BLOWING_AIR"));
    private static final Role TARGET = Role.optional("TargetFanState", CharacteristicTypes.TARGET_FAN_STATE)
            .items(ItemType.NUMBER, ItemType.STRING, ItemType.SWITCH)
            .by(Mappings.enumeration("MANUAL", "AUTO"));
    private static final Role SPEED = Air.speed();
    private static final List<Role> ROLES = List.of(
            ACTIVE, CURRENT, TARGET, Air.direction(), SPEED, ApplianceRoles.lockControl(), ApplianceRoles.swingMode());
    private static final Behaviour<?> BEHAVIOUR = new BlowerBehaviour(ROLES, ACTIVE, SPEED, TARGET, CURRENT, false);

    @Override
    public String name() {
        return "Fan";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.FANV2;
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
