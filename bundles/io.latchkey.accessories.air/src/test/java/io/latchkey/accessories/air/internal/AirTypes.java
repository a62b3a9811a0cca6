// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.air.internal;

import io.latchkey.api.accessory.AccessoryType;
import java.util.List;

/** Every type of this bundle. */
final class AirTypes {
    static final List<AccessoryType> TYPES = List.of(
            new Fan(), new BasicFan(), new AirPurifier(), new Filter(), new HumidifierDehumidifier(), new Slat());

    private AirTypes() {}

    static AccessoryType type(String name) {
        return TYPES.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
