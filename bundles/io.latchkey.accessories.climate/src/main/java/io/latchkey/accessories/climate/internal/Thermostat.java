// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.climate.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.EnumMapping;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;

/**
 * Something that keeps a temperature: one to aim for, or a range. Home offers the modes that metadata renames, all of
 * them where it renames none.
 */
@Component
public final class Thermostat implements AccessoryType {
    static final EnumMapping MODES = Mappings.enumeration("OFF", "HEAT", "COOL", "AUTO")
            .also("OFF", "HEATON", "COOLON", "AUTO")
            .trimmed();

    static final Role CURRENT = Role.optional(
                    "CurrentHeatingCoolingMode", CharacteristicTypes.CURRENT_HEATING_COOLING_STATE)
            .items(ItemType.NUMBER, ItemType.STRING, ItemType.SWITCH)
            .preset(Value.of(0))
            .by(Mappings.enumeration("OFF", "HEAT", "COOL")
                    .also("OFF", "HEATING", "COOLING")
                    .also("OFF", "HEATON", "COOLON")
                    .trimmed(0));
    static final Role MODE = Role.required("TargetHeatingCoolingMode", CharacteristicTypes.TARGET_HEATING_COOLING_STATE)
            .items(ItemType.NUMBER, ItemType.STRING, ItemType.SWITCH)
            .by(MODES);
    static final Role TARGET = Role.optional("TargetTemperature", CharacteristicTypes.TARGET_TEMPERATURE)
            .items(ItemType.NUMBER)
            .preset(Value.of(20.0))
            .by(Mappings.temperature(10, 38));
    static final Role HEATING = Climate.heating().by(Mappings.temperature(0, 25));
    static final Role COOLING = Climate.cooling().by(Mappings.temperature(10, 35));
    static final List<Role> ROLES = List.of(
            CURRENT,
            MODE,
            Climate.TEMPERATURE,
            TARGET,
            COOLING,
            HEATING,
            humidity("RelativeHumidity", CharacteristicTypes.CURRENT_RELATIVE_HUMIDITY),
            humidity("TargetRelativeHumidity", CharacteristicTypes.TARGET_RELATIVE_HUMIDITY),
            Climate.UNIT);

    private static final Behaviour<?> BEHAVIOUR = new ThermostatBehaviour();

    @Override
    public String name() {
        return "Thermostat";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.THERMOSTAT;
    }

    @Override
    public List<Role> roles() {
        return ROLES;
    }

    @Override
    public Optional<String> lacks(Set<Role> filled) {
        return Stream.of(TARGET, HEATING, COOLING).anyMatch(filled::contains)
                ? Optional.empty()
                : Optional.of("Thermostat needs a temperature to aim for: note \"Thermostat.TargetTemperature\","
                        + " \"Thermostat.HeatingThresholdTemperature\" or"
                        + " \"Thermostat.CoolingThresholdTemperature\" at a Number of the group.");
    }

    @Override
    public Optional<Behaviour<?>> behaviour() {
        return Optional.of(BEHAVIOUR);
    }

    private static Role humidity(String name, CharacteristicType type) {
        return Role.optional(name, type).items(ItemType.NUMBER).by(Mappings.percent());
    }
}
