// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.controls.internal;

import io.latchkey.api.accessory.Mapping;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.HapUuid;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.ServiceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What something draws from the mains: power, energy, voltage and current. Apple defines no characteristics for them, so
 * Home passes them over; Eve and other apps show those that Eve made up. Stateless.
 */
final class Eve {
    static final CharacteristicType CONSUMPTION = type("EveConsumption", "Consumption", "10D", 12_000, 0.1);
    static final CharacteristicType TOTAL_CONSUMPTION =
            type("EveTotalConsumption", "Total Consumption", "10C", 1_000_000, 0.01);
    static final CharacteristicType VOLTAGE = type("EveVoltage", "Voltage", "10A", 380, 0.1);
    static final CharacteristicType ELECTRIC_CURRENT = type("EveElectricCurrent", "Electric Current", "126", 48, 0.01);

    private static final List<Role> OTHERS = List.of(
            role("Energy", "KilowattHours", TOTAL_CONSUMPTION, Mappings.kilowattHours()),
            role("Voltage", "Volt", VOLTAGE, Mappings.volts()),
            role("Current", "Ampere", ELECTRIC_CURRENT, Mappings.amperes()));

    private Eve() {}

    /** What a service may have beside what Apple knows. */
    static ServiceType metered(ServiceType service) {
        return new ServiceType(
                service.name(),
                service.displayName(),
                service.uuid(),
                service.required(),
                Stream.concat(
                                service.optional().stream(),
                                Stream.of(CONSUMPTION, TOTAL_CONSUMPTION, VOLTAGE, ELECTRIC_CURRENT)
                                        .filter(type -> !service.required().contains(type)))
                        .toList());
    }

    /** Ends the role of the power. */
    static Role power(Role.Builder begun) {
        return begun.alias("Watt").items(ItemType.NUMBER).by(Mappings.watts());
    }

    /** The roles of a service, those of what it draws at the end. */
    static List<Role> with(Role power, Role... own) {
        return Stream.of(Stream.of(own), Stream.of(power), OTHERS.stream())
                .flatMap(roles -> roles)
                .toList();
    }

    /** A UUID that Eve made up. */
    static HapUuid uuid(String number) {
        return new HapUuid("E863F" + number + "-079E-48FF-8F27-9C2605A29F52");
    }

    private static Role role(String name, String alias, CharacteristicType type, Mapping mapping) {
        return Role.optional(name, type).alias(alias).items(ItemType.NUMBER).by(mapping);
    }

    private static CharacteristicType type(
            String name, String displayName, String number, double highest, double step) {
        return new CharacteristicType(
                name,
                displayName,
                uuid(number),
                Format.FLOAT,
                Optional.empty(),
                Set.of(Permission.PAIRED_READ, Permission.EVENTS),
                Constraints.NONE.range(0, highest).step(step),
                Map.of(),
                EventUrgency.COALESCED,
                Set.of());
    }
}
