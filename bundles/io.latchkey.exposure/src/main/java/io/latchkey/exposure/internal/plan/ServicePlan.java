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
 * @param name its Name characteristic, if it has one
 * @param primary whether it is what the accessory is for
 * @param linked keys of the services that belong to it
 * @param players who plays which role, in the order of the type's roles
 */
public record ServicePlan(
        String key,
        AccessoryType type,
        Optional<String> name,
        boolean primary,
        List<String> linked,
        Map<Role, Player> players) {
    public ServicePlan {
        linked = List.copyOf(linked);
        players = Collections.unmodifiableMap(new LinkedHashMap<>(players));
    }

    /** A service whose roles are assigned, neither named nor linked. */
    static ServicePlan of(String key, AccessoryType type, Map<Role, Player> players) {
        return new ServicePlan(key, type, Optional.empty(), false, List.of(), players);
    }

    /** The number by which Home tells it from others of its accessory; empty when there is none. */
    public Optional<Long> number() {
        return players.entrySet().stream()
                .filter(entry -> entry.getKey().type().equals(CharacteristicTypes.SERVICE_LABEL_INDEX))
                .filter(entry -> entry.getValue() instanceof Player.Fixed fixed && fixed.value() instanceof Value.Whole)
                .map(entry -> ((Value.Whole) ((Player.Fixed) entry.getValue()).value()).number())
                .findFirst();
    }

    ServicePlan asPrimary() {
        return new ServicePlan(key, type, name, true, linked, players);
    }

    ServicePlan named(String text) {
        return new ServicePlan(key, type, Optional.of(text), primary, linked, players);
    }

    ServicePlan linkedTo(List<String> keys) {
        return new ServicePlan(key, type, name, primary, keys, players);
    }

    ServicePlan playedBy(Map<Role, Player> all) {
        Map<Role, Player> inOrder = new LinkedHashMap<>();
        type.roles().stream().filter(all::containsKey).forEach(role -> inOrder.put(role, all.get(role)));
        return new ServicePlan(key, type, name, primary, linked, inOrder);
    }
}
