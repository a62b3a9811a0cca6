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
 * An air purifier, perhaps with an automatic, speeds, and filters as members of its group. To choose a speed ends the
 * automatic; what no item tells follows from whether it is on.
 */
@Component
public final class AirPurifier implements AccessoryType {
    private static final Role ACTIVE = SwitchRoles.activeStatus()
            .items(ItemType.CONTACT, ItemType.DIMMER, ItemType.NUMBER, ItemType.STRING, ItemType.SWITCH)
            .by(Mappings.enumeration("INACTIVE", "ACTIVE"));
    private static final Role CURRENT = Role.optional(
                    "CurrentAirPurifierState", CharacteristicTypes.CURRENT_AIR_PURIFIER_STATE)
            .items(ItemType.NUMBER, ItemType.STRING)
            .preset(Value.of(0))
            .by(Mappings.enumeration("INACTIVE", "IDLE", "PURIFYING_AIR"));
    private static final Role TARGET = Role.optional(
                    "TargetAirPurifierState", CharacteristicTypes.TARGET_AIR_PURIFIER_STATE)
            .items(ItemType.NUMBER, ItemType.STRING, ItemType.SWITCH)
            .preset(Value.of(0))
            .by(Mappings.enumeration("MANUAL", "AUTO"));
    private static final Role SPEED = Air.speed();
    private static final List<Role> ROLES =
            List.of(ACTIVE, CURRENT, TARGET, ApplianceRoles.lockControl(), SPEED, ApplianceRoles.swingMode());
    private static final Behaviour<?> BEHAVIOUR = new BlowerBehaviour(ROLES, ACTIVE, SPEED, TARGET, CURRENT, true);

    @Override
    public String name() {
        return "AirPurifier";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.AIR_PURIFIER;
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
