// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.controls.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/**
 * A button that starts automations in Home, pressed once, twice or long. Several in one group are numbered; option
 * {@code ServiceIndex} chooses the number.
 */
@Component
public final class StatelessProgrammableSwitch implements AccessoryType {
    private static final List<Role> ROLES = List.of(
            Press.role(),
            Role.optional("ServiceIndex", CharacteristicTypes.SERVICE_LABEL_INDEX)
                    .alias("ServiceLabelIndex")
                    .by(Mappings.number()));

    @Override
    public String name() {
        return "StatelessProgrammableSwitch";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.STATELESS_PROGRAMMABLE_SWITCH;
    }

    @Override
    public List<Role> roles() {
        return ROLES;
    }

    @Override
    public Set<String> linkedUnder() {
        return Set.of("ServiceLabel");
    }
}
