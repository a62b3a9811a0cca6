// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.media.internal;

import static io.latchkey.api.item.ItemType.CONTACT;
import static io.latchkey.api.item.ItemType.DIMMER;
import static io.latchkey.api.item.ItemType.SWITCH;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.role.MediaRoles;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** A speaker that can be muted. Home shows it only beside something else, such as a doorbell. */
@Component
public final class Speaker implements AccessoryType {
    private static final List<Role> ROLES = List.of(
            Media.mute().items(CONTACT, DIMMER, SWITCH).by(Mappings.bool()),
            Media.speakerActive("Speaker/Active"),
            MediaRoles.volume());

    @Override
    public String name() {
        return "Speaker";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.SPEAKER;
    }

    @Override
    public List<Role> roles() {
        return ROLES;
    }
}
