// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.controls.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Role;
import java.util.List;

/** Every type of this bundle. */
final class ControlTypes {
    static final List<AccessoryType> TYPES = List.of(
            new Switchable(),
            new Outlet(),
            new EnergyMeter(),
            new StatelessProgrammableSwitch(),
            new Doorbell(),
            new ServiceLabel());

    private ControlTypes() {}

    static AccessoryType type(String name) {
        return TYPES.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Role role(AccessoryType type, String word) {
        return type.roles().stream()
                .filter(role -> role.isCalled(word))
                .findFirst()
                .orElseThrow();
    }
}
