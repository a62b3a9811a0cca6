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
    static Optional<Map<Role, Player>> assign(AccessoryType companion, Map<Role, Player> beside) {
        Map<CharacteristicType, Player> known = new HashMap<>();
        beside.forEach((role, player) -> known.put(role.type(), player));
        Map<Role, Player> players = new LinkedHashMap<>();
        for (Role role : companion.roles()) {
            Optional<Player> player = Optional.ofNullable(known.get(role.type()))
                    .map(other -> inRole(role, other))
                    .or(() -> role.preset().map(value -> new Player.Fixed(value, false)));
            if (player.isEmpty() && role.isRequired()) {
                return Optional.empty();
            }
            player.ifPresent(found -> players.put(role, found));
        }
        return Optional.of(players);
    }

    private static Player inRole(Role role, Player player) {
        return player instanceof Player.Of item
                ? new Player.Of(new MappingContext(
                        role, item.context().item(), item.context().options()))
                : player;
    }
}
