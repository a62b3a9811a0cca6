// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.controls.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.role.MediaRoles;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/**
 * A doorbell: phones and speakers ring when it is pressed. Home shows it only beside a camera, so a button for the same
 * item stands beside it.
 */
@Component
public final class Doorbell implements AccessoryType {
    private static final List<Role> ROLES =
            List.of(Press.role(), MediaRoles.brightness(), MediaRoles.mute(), MediaRoles.volume());

    @Override
    public String name() {
        return "Doorbell";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.DOORBELL;
    }

    @Override
    public List<Role> roles() {
        return ROLES;
    }

    @Override
    public Set<String> companions() {
        return Set.of("StatelessProgrammableSwitch");
    }

    @Override
    public Optional<String> remark() {
        return Optional.of(
                "Home shows a doorbell only beside a camera. Until there is one, Home shows the button that was"
                        + " put beside it: automations can begin with that.");
    }
}
