// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.controls.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.role.SwitchRoles;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** Something that is switched on and off, and perhaps what it draws. */
@Component
public final class Switchable implements AccessoryType {
    private static final ServiceType SERVICE = Eve.metered(ServiceTypes.SWITCH);
    private static final List<Role> ROLES =
            Eve.with(Eve.power(Role.optional("Power", Eve.CONSUMPTION)), SwitchRoles.on());

    @Override
    public String name() {
        return "Switchable";
    }

    @Override
    public ServiceType service() {
        return SERVICE;
    }

    @Override
    public List<Role> roles() {
        return ROLES;
    }
}
