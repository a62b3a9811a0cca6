// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.plan;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.CharacteristicType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Assigns the roles of a type that stands beside another one: the same items feed the same characteristics. Stateless. */
final class CompanionRoles {
    private CompanionRoles() {}

    /** Who has which role of the companion; empty when a required one is free. */
    static Optional<Map<Role, RoleSource>> assign(AccessoryType companion, Map<Role, RoleSource> beside) {
        Map<CharacteristicType, RoleSource> known = new HashMap<>();
        beside.forEach((role, source) -> known.put(role.type(), source));
        Map<Role, RoleSource> sources = new LinkedHashMap<>();
        for (Role role : companion.roles()) {
            Optional<RoleSource> source = Optional.ofNullable(known.get(role.type()))
                    .map(other -> inRole(role, other))
                    .or(() -> role.preset().map(value -> new RoleSource.Fixed(value, false)));
            if (source.isEmpty() && role.isRequired()) {
                return Optional.empty();
            }
            source.ifPresent(found -> sources.put(role, found));
        }
        return Optional.of(sources);
    }

    private static RoleSource inRole(Role role, RoleSource source) {
        return source instanceof RoleSource.FromItem item
                ? new RoleSource.FromItem(new MappingContext(
                        role, item.context().item(), item.context().options()))
                : source;
    }
}
