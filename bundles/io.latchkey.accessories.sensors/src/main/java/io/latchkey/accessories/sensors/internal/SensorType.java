// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.sensors.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.role.ConditionRoles;
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
                ConditionRoles.working(),
                ConditionRoles.fault(),
                ConditionRoles.tampered(),
                ConditionRoles.lowBattery());
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
