// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.water.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.Setting;
import io.latchkey.api.accessory.role.ConditionRoles;
import io.latchkey.api.accessory.role.SwitchRoles;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/**
 * A valve for water, alone or as one of an irrigation system or a faucet. With option {@code homekitTimer} it is closed
 * when its time is over; without an item that knows whether water flows, it flows while the valve is open.
 */
@Component
public final class Valve implements AccessoryType {
    static final String TIMER = "homekitTimer";
    static final String USUAL_DURATION = "homekitDefaultDuration";

    private static final String VALVE_TYPE = "homekitValveType";
    /** Several valves of one accessory are numbered, as HomeKit wants it. */
    private static final String SERVICE_LABEL = "ServiceLabel";

    static final Role ACTIVE = SwitchRoles.activeStatus()
            .items(ItemType.DIMMER, ItemType.SWITCH)
            .sharing(TIMER, USUAL_DURATION)
            .by(Mappings.bool());
    static final Role IN_USE = Role.required("InUseStatus", CharacteristicTypes.IN_USE)
            .items(ItemType.CONTACT, ItemType.DIMMER, ItemType.SWITCH)
            .preset(Value.of(0))
            .sharing(TIMER, USUAL_DURATION)
            .by(Mappings.bool());
    static final Role TYPE = Role.optional("ValveType", CharacteristicTypes.VALVE_TYPE)
            .alias(VALVE_TYPE)
            .preset(Value.of(0))
            .adjustable()
            .by(Mappings.enumeration("GENERIC", "IRRIGATION", "SHOWER", "FAUCET")
                    .also("GENERIC_VALVE", "IRRIGATION", "SHOWER_HEAD", "WATER_FAUCET"));
    static final Role DURATION = Role.optional("Duration", CharacteristicTypes.SET_DURATION)
            .items(ItemType.NUMBER)
            .sharing(TIMER, USUAL_DURATION)
            .by(Mappings.seconds());
    static final Role REMAINING = Water.remaining().preset(Value.of(0)).by(Mappings.seconds());
    static final Role INDEX = Role.optional("ServiceIndex", CharacteristicTypes.SERVICE_LABEL_INDEX)
            .by(Mappings.number());

    private static final Role CONFIGURED = Role.optional("IsConfigured", CharacteristicTypes.IS_CONFIGURED)
            .alias("Configured")
            .items(ItemType.CONTACT, ItemType.DIMMER, ItemType.SWITCH)
            .by(Mappings.bool());
    private static final List<Role> ROLES =
            List.of(ACTIVE, IN_USE, TYPE, DURATION, REMAINING, INDEX, CONFIGURED, ConditionRoles.fault());
    private static final Behaviour<?> BEHAVIOUR = new ValveBehaviour();

    @Override
    public String name() {
        return "Valve";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.VALVE;
    }

    @Override
    public List<Role> roles() {
        return ROLES;
    }

    @Override
    public Optional<Behaviour<?>> behaviour() {
        return Optional.of(BEHAVIOUR);
    }

    @Override
    public Set<String> linkedUnder() {
        return Set.of(Faucet.NAME, IrrigationSystem.NAME, SERVICE_LABEL);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.text(
                        VALVE_TYPE,
                        "Generic, Irrigation, Shower or Faucet; Generic without it, always Irrigation in an irrigation"
                                + " system"),
                Setting.flag(TIMER, "closes it when its duration is over and tells what is left"),
                Setting.number(USUAL_DURATION, "its duration in seconds while its item has none"));
    }
}
