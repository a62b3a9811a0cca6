// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.water.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.role.ConditionRoles;
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
 * What waters a garden; as a group, its members are its valves. Without an item for it, it is in use while one of them
 * is, or without valves while it is active, and what is left is what is left of the valve that is open longest.
 */
@Component
public final class IrrigationSystem implements AccessoryType {
    static final String NAME = "IrrigationSystem";

    static final Role ACTIVE = SwitchRoles.active()
            .items(ItemType.CONTACT, ItemType.DIMMER, ItemType.NUMBER, ItemType.STRING, ItemType.SWITCH)
            .by(Mappings.enumeration("INACTIVE", "ACTIVE").also("OFF", "ON"));
    static final Role IN_USE = Role.required("InUseStatus", CharacteristicTypes.IN_USE)
            .alias("InUseState")
            .items(ItemType.CONTACT, ItemType.DIMMER, ItemType.NUMBER, ItemType.STRING, ItemType.SWITCH)
            .preset(Value.of(0))
            .by(Mappings.enumeration("NOT_IN_USE", "IN_USE"));
    static final Role REMAINING = Water.remaining().preset(Value.of(0)).by(Mappings.seconds());

    private static final Role PROGRAM = Role.required("ProgramMode", CharacteristicTypes.PROGRAM_MODE)
            .items(ItemType.STRING)
            .preset(Value.of(0))
            .by(Mappings.enumeration("NO_SCHEDULED", "SCHEDULED", "SCHEDULED_MANUAL")
                    .also("NO_PROGRAM_SCHEDULED", "PROGRAM_SCHEDULED", "PROGRAM_SCHEDULED_MANUAL_MODE"));
    private static final List<Role> ROLES = List.of(ACTIVE, PROGRAM, IN_USE, REMAINING, ConditionRoles.fault());
    private static final Behaviour<?> BEHAVIOUR = new IrrigationBehaviour();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.IRRIGATION_SYSTEM;
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
