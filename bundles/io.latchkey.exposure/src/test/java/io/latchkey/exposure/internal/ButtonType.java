// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import java.util.List;

/** A button, to try events of which each counts. */
final class ButtonType implements AccessoryType {
    private static final Role EVENT = Role.required(
                    "ProgrammableSwitchEvent", CharacteristicTypes.PROGRAMMABLE_SWITCH_EVENT)
            .items(ItemType.NUMBER)
            .by(Mappings.enumeration("SINGLE_PRESS", "DOUBLE_PRESS", "LONG_PRESS"));

    @Override
    public String name() {
        return "Button";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.STATELESS_PROGRAMMABLE_SWITCH;
    }

    @Override
    public List<Role> roles() {
        return List.of(EVENT);
    }
}
