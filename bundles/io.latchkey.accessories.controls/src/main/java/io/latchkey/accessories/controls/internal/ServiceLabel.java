// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.controls.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Mappings;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/**
 * What several buttons of one group are told apart by: numbers, or dots with option {@code ServiceLabel="DOTS"} at the
 * group. It comes by itself.
 */
@Component
public final class ServiceLabel implements AccessoryType {
    private static final List<Role> ROLES =
            List.of(Role.required("ServiceLabelNamespace", CharacteristicTypes.SERVICE_LABEL_NAMESPACE)
                    .alias("ServiceLabel")
                    .preset(Value.of(1))
                    .by(Mappings.enumeration("DOTS", "ARABIC_NUMERALS")));

    @Override
    public String name() {
        return "ServiceLabel";
    }

    @Override
    public ServiceType service() {
        return ServiceTypes.SERVICE_LABEL;
    }

    @Override
    public List<Role> roles() {
        return ROLES;
    }
}
