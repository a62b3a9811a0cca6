// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.controls.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/**
 * A meter of power, energy, voltage or current that switches nothing. Eve and other apps show it; Home doesn't know such
 * things, so there it does no more than exist.
 */
@Component
public final class EnergyMeter implements AccessoryType {
    private static final ServiceType SERVICE = Eve.metered(new ServiceType(
            "EveConsumption",
            "Consumption",
            Eve.uuid("008"),
            List.of(Eve.CONSUMPTION),
            List.of(CharacteristicTypes.NAME)));
    private static final List<Role> ROLES =
            Eve.with(Eve.power(Role.required("Power", Eve.CONSUMPTION).preset(Value.of(0.0))));

    @Override
    public String name() {
        return "EnergyMeter";
    }

    @Override
    public ServiceType service() {
        return SERVICE;
    }

    @Override
    public List<Role> roles() {
        return ROLES;
    }

    @Override
    public Optional<String> lacks(Set<Role> filled) {
        Set<Role> measured = new HashSet<>(ROLES);
        measured.retainAll(filled);
        return measured.isEmpty()
                ? Optional.of("EnergyMeter measures nothing: note \"EnergyMeter.Power\" or \"EnergyMeter.Energy\" at a"
                        + " Number of the group.")
                : Optional.empty();
    }
}
