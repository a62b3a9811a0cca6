// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.climate.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.EnumMapping;
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
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/**
 * A heater or an air conditioner, perhaps with a fan. Home offers the modes that metadata renames, all of them where it
 * renames none; an item for one of the two thresholds serves both.
 */
@Component
public final class HeaterCooler implements AccessoryType {
    static final EnumMapping MODES =
            Mappings.enumeration("AUTO", "HEAT", "COOL").trimmed();

    static final Role ACTIVE =
            SwitchRoles.activeStatus().items(ItemType.DIMMER, ItemType.SWITCH).by(Mappings.bool());
    static final Role CURRENT = Role.required(
                    "CurrentHeaterCoolerState", CharacteristicTypes.CURRENT_HEATER_COOLER_STATE)
            .items(ItemType.NUMBER, ItemType.STRING)
            .preset(Value.of(0))
            .by(Mappings.enumeration("INACTIVE", "IDLE", "HEATING", "COOLING")
                    .also("INACTIVE", "IDLE", "HEATING", "COOLER")
                    .trimmed(0, 1));
    static final Role TARGET = Role.required("TargetHeaterCoolerState", CharacteristicTypes.TARGET_HEATER_COOLER_STATE)
            .items(ItemType.NUMBER, ItemType.STRING)
            .by(MODES);
    static final Role COOLING = Climate.cooling().preset(Value.of(25.0)).by(Mappings.temperature(10, 35));
    static final Role HEATING = Climate.heating().preset(Value.of(20.0)).by(Mappings.temperature(0, 25));
    static final List<Role> ROLES = List.of(
            ACTIVE,
            CURRENT,
            TARGET,
            Climate.TEMPERATURE,
            COOLING,
            HEATING,
            ApplianceRoles.lockControl(),
            Role.optional("RotationSpeed", CharacteristicTypes.ROTATION_SPEED)
                    .items(ItemType.DIMMER, ItemType.NUMBER)
                    .by(Mappings.percent()),
            ApplianceRoles.swingMode(),
            Climate.UNIT);

    private static final Behaviour<?> BEHAVIOUR = new HeaterCoolerBehaviour();

    @Override
    public String name() {
        return "HeaterCooler";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.HEATER_COOLER;
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
        return Set.of("Faucet");
    }
}
