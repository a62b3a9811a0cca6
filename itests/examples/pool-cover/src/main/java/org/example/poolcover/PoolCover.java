// SPDX-License-Identifier: EPL-2.0
package org.example.poolcover;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The cover of a pool, which Home shows as a blind that knows whether somebody swims. */
@Component
public final class PoolCover implements AccessoryType {
    private static final Value STANDS_STILL = Value.of(2);

    private static final List<Role> ROLES = List.of(
            Role.required("CurrentPosition", CharacteristicTypes.CURRENT_POSITION)
                    .items(ItemType.ROLLERSHUTTER, ItemType.DIMMER)
                    .by(Mappings.position()),
            Role.required("TargetPosition", CharacteristicTypes.TARGET_POSITION)
                    .items(ItemType.ROLLERSHUTTER, ItemType.DIMMER)
                    .by(Mappings.position()),
            Role.optional("Movement", CharacteristicTypes.POSITION_STATE)
                    .items(ItemType.NUMBER, ItemType.STRING)
                    .preset(STANDS_STILL)
                    .by(Mappings.enumeration("CLOSING", "OPENING", "STILL")),
            Role.optional("Swimmer", CharacteristicTypes.OBSTRUCTION_DETECTED)
                    .items(ItemType.SWITCH, ItemType.CONTACT)
                    .by(Mappings.bool()));

    @Override
    public String name() {
        return "PoolCover";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.WINDOW_COVERING;
    }

    @Override
    public List<Role> roles() {
        return ROLES;
    }
}
