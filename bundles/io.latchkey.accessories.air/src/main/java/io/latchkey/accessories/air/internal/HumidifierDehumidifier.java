// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.air.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.EnumMapping;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.role.ApplianceRoles;
import io.latchkey.api.accessory.role.ClimateRoles;
import io.latchkey.api.accessory.role.SwitchRoles;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/**
 * A humidifier, a dehumidifier, or both in one: which, follows from the modes that metadata renames, else from the
 * thresholds that items play. What no item tells follows from the humidity.
 */
@Component
public final class HumidifierDehumidifier implements AccessoryType {
    static final EnumMapping MODES = Mappings.enumeration("HUMIDIFIER_OR_DEHUMIDIFIER", "HUMIDIFIER", "DEHUMIDIFIER")
            .also("AUTO", "HUMIDIFY", "DEHUMIDIFY")
            .trimmed();

    static final Role ACTIVE = SwitchRoles.activeStatus()
            .items(ItemType.DIMMER, ItemType.NUMBER, ItemType.STRING, ItemType.SWITCH)
            .by(Mappings.enumeration("INACTIVE", "ACTIVE"));
    static final Role CURRENT = Role.optional(
                    "CurrentHumidifierDehumidifierState", CharacteristicTypes.CURRENT_HUMIDIFIER_DEHUMIDIFIER_STATE)
            .items(ItemType.NUMBER, ItemType.STRING)
            .preset(Value.of(0))
            .by(Mappings.enumeration("INACTIVE", "IDLE", "HUMIDIFYING", "DEHUMIDIFYING")
                    .trimmed(0, 1));
    static final Role TARGET = Role.optional(
                    "TargetHumidifierDehumidifierState", CharacteristicTypes.TARGET_HUMIDIFIER_DEHUMIDIFIER_STATE)
            .items(ItemType.NUMBER, ItemType.STRING)
            .preset(Value.of(1))
            .by(MODES);
    static final Role HUMIDITY = ClimateRoles.relativeHumidity("CurrentRelativeHumidity");
    static final Role DRIEST = level(
            "RelativeHumidityHumidifierThreshold",
            "HumidifierThreshold",
            CharacteristicTypes.RELATIVE_HUMIDITY_HUMIDIFIER_THRESHOLD);
    static final Role WETTEST = level(
            "RelativeHumidityDehumidifierThreshold",
            "DehumidifierThreshold",
            CharacteristicTypes.RELATIVE_HUMIDITY_DEHUMIDIFIER_THRESHOLD);
    static final Role SPEED = Air.speed();
    static final List<Role> ROLES = List.of(
            ACTIVE,
            CURRENT,
            TARGET,
            HUMIDITY,
            DRIEST,
            WETTEST,
            level("WaterLevel", "Water", CharacteristicTypes.WATER_LEVEL),
            ApplianceRoles.lockControl(),
            SPEED,
            ApplianceRoles.swingMode());

    private static final Behaviour<?> BEHAVIOUR = new HumidifierBehaviour();

    @Override
    public String name() {
        return "HumidifierDehumidifier";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.HUMIDIFIER_DEHUMIDIFIER;
    }

    @Override
    public List<Role> roles() {
        return ROLES;
    }

    @Override
    public Optional<Behaviour<?>> behaviour() {
        return Optional.of(BEHAVIOUR);
    }

    private static Role level(String name, String alias, CharacteristicType type) {
        return Role.optional(name, type)
                .alias(alias)
                .items(ItemType.DIMMER, ItemType.NUMBER)
                .by(Mappings.percent());
    }
}
