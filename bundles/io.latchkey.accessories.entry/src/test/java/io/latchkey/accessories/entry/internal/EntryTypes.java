// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import io.latchkey.api.accessory.AccessoryType;
import java.util.List;

/** Every type of this bundle. */
final class EntryTypes {
    static final List<AccessoryType> TYPES = List.of(
            new Door(), new Window(), new WindowCovering(), new GarageDoorOpener(), new Lock(), new SecuritySystem());

    private EntryTypes() {}

    static AccessoryType type(String name) {
        return TYPES.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
