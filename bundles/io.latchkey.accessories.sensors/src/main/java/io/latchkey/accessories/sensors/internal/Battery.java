// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.sensors.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Derivation;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.role.ConditionRoles;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/**
 * How full a battery is. Where an item tells only that it is low, it is shown as full or almost empty; without an item that
 * tells whether it charges, it can't be charged.
 */
@Component
public final class Battery implements AccessoryType {
    private static final long NOT_CHARGEABLE = 2;
    private static final double FULL = 100;
    private static final double ALMOST_EMPTY = 10;
    private static final Role LEVEL = Role.required("BatteryLevel", CharacteristicTypes.BATTERY_LEVEL)
            .items(ItemType.NUMBER)
            .preset(Value.of(FULL))
            .by(Mappings.percent());
    private static final Role LOW = ConditionRoles.requiredLowBattery();
    private static final List<Role> ROLES = List.of(
            LEVEL,
            LOW,
            Role.optional("BatteryChargingState", CharacteristicTypes.CHARGING_STATE)
                    .items(ItemType.CONTACT, ItemType.DIMMER, ItemType.SWITCH)
                    .preset(Value.of(NOT_CHARGEABLE))
                    .by(Mappings.bool()));
    private static final Behaviour<?> BEHAVIOUR = new Derivation(ROLES, Battery::derived);

    @Override
    public String name() {
        return "Battery";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.BATTERY;
    }

    @Override
    public List<Role> roles() {
        return ROLES;
    }

    @Override
    public Optional<Behaviour<?>> behaviour() {
        return Optional.of(BEHAVIOUR);
    }

    private static Map<Role, Value> derived(Behaviour.Scene scene) {
        return scene.player(LEVEL).isPresent()
                ? Map.of()
                : scene.value(LOW)
                        .map(low -> Map.of(LEVEL, Value.of(low.equals(Value.of(1)) ? ALMOST_EMPTY : FULL)))
                        .orElse(Map.of());
    }
}
