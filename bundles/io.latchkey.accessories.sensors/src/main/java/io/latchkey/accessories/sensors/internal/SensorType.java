// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.sensors.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import java.util.List;
import java.util.stream.Stream;

/**
 * What all sensors share: beside what it measures, each can tell that it works, is at fault, was tampered with or needs
 * a battery.
 */
abstract class SensorType implements AccessoryType {
    private final String name;
    private final ServiceType service;
    private final List<Role> roles;

    /**
     * A sensor.
     *
     * @param measured the roles of its own; those that all sensors have follow
     */
    SensorType(String name, ServiceType service, Role... measured) {
        this.name = name;
        this.service = service;
        this.roles = Stream.concat(Stream.of(measured), conditions().stream()).toList();
    }

    private static List<Role> conditions() {
        return List.of(
                Role.optional("ActiveStatus", CharacteristicTypes.STATUS_ACTIVE)
                        .items(ItemType.CONTACT, ItemType.SWITCH)
                        .by(Mappings.bool()),
                Role.optional("FaultStatus", CharacteristicTypes.STATUS_FAULT)
                        .items(ItemType.CONTACT, ItemType.NUMBER, ItemType.STRING, ItemType.SWITCH)
                        .by(Mappings.enumeration("NO_FAULT", "GENERAL_FAULT")),
                Role.optional("TamperedStatus", CharacteristicTypes.STATUS_TAMPERED)
                        .items(ItemType.CONTACT, ItemType.NUMBER, ItemType.STRING, ItemType.SWITCH)
                        .by(Mappings.enumeration("NOT_TAMPERED", "TAMPERED")),
                Role.optional("BatteryLowStatus", CharacteristicTypes.STATUS_LOW_BATTERY)
                        .items(ItemType.CONTACT, ItemType.NUMBER, ItemType.SWITCH)
                        .by(Mappings.below("lowThreshold", 20)));
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final ServiceType service() {
        return service;
    }

    @Override
    public final List<Role> roles() {
        return roles;
    }
}
