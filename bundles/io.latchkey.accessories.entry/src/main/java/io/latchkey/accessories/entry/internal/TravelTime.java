// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Measure;
import io.latchkey.api.accessory.Role;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** How long something takes from one end to the other, as option {@code travelTime} says. Stateless. */
final class TravelTime {
    private static final long LONGEST = 999;

    private TravelTime() {}

    /**
     * The seconds that people noted, at most 999.
     *
     * @param usual without the option
     * @param roles whose items may have the option
     */
    static long seconds(Behaviour.Scene scene, long usual, Role... roles) {
        return Stream.of(roles)
                .flatMap(role -> scene.player(role).stream())
                .flatMap(player -> Measure.TIME.option(player, "travelTime").stream())
                .mapToLong(BigDecimal::longValue)
                .filter(seconds -> seconds >= 1 && seconds <= LONGEST)
                .findFirst()
                .orElse(usual);
    }
}
