// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.air.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.accessory.role.SwitchRoles;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/**
 * A fan that is on or off and perhaps has speeds and a direction; {@code Fan} can more. Switched on it turns as fast as
 * it did before.
 */
@Component
public final class BasicFan implements AccessoryType {
    private static final Role ON = SwitchRoles.on();
    private static final Role SPEED = Air.speed();
    private static final List<Role> ROLES = List.of(ON, Air.direction(), SPEED);
    private static final Behaviour<?> BEHAVIOUR = new AirBehaviour(ROLES, ON, SPEED);

    @Override
    public String name() {
        return "BasicFan";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.FAN;
    }

    @Override
    public List<Role> roles() {
        return ROLES;
    }

    @Override
    public Optional<Behaviour<?>> behaviour() {
        return Optional.of(BEHAVIOUR);
    }
}
