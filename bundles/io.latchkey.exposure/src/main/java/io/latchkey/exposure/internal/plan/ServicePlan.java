// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service to be. Immutable.
 *
 * @param key tells it from the others of its accessory, for ever
 * @param type what it is
 * @param name what it is called, if it isn't called like its accessory
 * @param primary whether it is what the accessory is for
 * @param linked keys of the services that belong to it
 * @param sources where the value of each role comes from, in the order of the type's roles
 */
public record ServicePlan(
        String key,
        AccessoryType type,
        Optional<ServiceName> name,
        boolean primary,
        List<String> linked,
        Map<Role, RoleSource> sources) {
    public ServicePlan {
        linked = List.copyOf(linked);
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    }

    /** A service whose roles are assigned, neither named nor linked. */
    static ServicePlan of(String key, AccessoryType type, Map<Role, RoleSource> sources) {
        return new ServicePlan(key, type, Optional.empty(), false, List.of(), sources);
    }

    /** The number by which Home tells it from others of its accessory; empty when there is none. */
    public Optional<Long> number() {
        return sources.entrySet().stream()
                .filter(entry -> entry.getKey().type().equals(CharacteristicTypes.SERVICE_LABEL_INDEX))
                .filter(entry ->
                        entry.getValue() instanceof RoleSource.Fixed fixed && fixed.value() instanceof Value.Whole)
                .map(entry -> ((Value.Whole) ((RoleSource.Fixed) entry.getValue()).value()).number())
                .findFirst();
    }

    ServicePlan asPrimary() {
        return new ServicePlan(key, type, name, true, linked, sources);
    }

    ServicePlan named(ServiceName called) {
        return new ServicePlan(key, type, Optional.of(called), primary, linked, sources);
    }

    /** The same, whatever it is called. */
    public ServicePlan unnamed() {
        return new ServicePlan(key, type, Optional.empty(), primary, linked, sources);
    }

    ServicePlan linkedTo(List<String> keys) {
        return new ServicePlan(key, type, name, primary, keys, sources);
    }

    ServicePlan playedBy(Map<Role, RoleSource> all) {
        Map<Role, RoleSource> inOrder = new LinkedHashMap<>();
        type.roles().stream().filter(all::containsKey).forEach(role -> inOrder.put(role, all.get(role)));
        return new ServicePlan(key, type, name, primary, linked, inOrder);
    }
}
