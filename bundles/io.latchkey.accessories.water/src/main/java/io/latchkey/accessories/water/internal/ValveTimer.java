// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.water.internal;

import static io.latchkey.accessories.water.internal.Valve.ACTIVE;
import static io.latchkey.accessories.water.internal.Valve.DURATION;
import static io.latchkey.accessories.water.internal.Valve.IN_USE;

import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Measure;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Value;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long a valve shall stay open, at the moment of one step: what somebody wrote, what its item says, else option
 * {@code homekitDefaultDuration}.
 *
 * @param scene its items
 */
record ValveTimer(Behaviour.Scene scene) {
    private static final BigDecimal LONGEST = BigDecimal.valueOf(1_000_000);

    /** Whether it is us who close the valve. */
    boolean isOurs() {
        return players()
                .flatMap(player -> player.options().flag(Valve.TIMER).stream())
                .anyMatch(isWanted -> isWanted);
    }

    /** The seconds from a start now; 0 when nobody said how long. */
    long seconds(Optional<Value> written) {
        return Water.number(written.filter(ValveTimer::isSet).or(this::told).or(this::usual));
    }

    /** What its item says; empty when that is nothing, or there is none. */
    Optional<Value> told() {
        return scene.value(DURATION).filter(ValveTimer::isSet);
    }

    /** What the option says, within the limits of the item. */
    Optional<Value> usual() {
        return players()
                .flatMap(player -> Measure.TIME.option(player, Valve.USUAL_DURATION).stream())
                .filter(seconds -> seconds.compareTo(BigDecimal.ONE) >= 0 && seconds.compareTo(LONGEST) < 0)
                .findFirst()
                .map(seconds -> Value.of(seconds.longValue()))
                .map(seconds -> limits().flatMap(
                                limits -> limits.fit(DURATION.type().format(), seconds))
                        .orElse(seconds));
    }

    /** The longest time. */
    double longest() {
        return Math.max(
                limits().orElse(DURATION.type().constraints())
                        .maximum()
                        .orElseThrow()
                        .doubleValue(),
                Water.number(usual()));
    }

    /** Whether a duration says how long; 0 stands for no limit. */
    static boolean isSet(Value duration) {
        return Water.number(Optional.of(duration)) > 0;
    }

    private Optional<Constraints> limits() {
        return scene.player(DURATION).map(DURATION.mapping()::constraints);
    }

    private Stream<MappingContext> players() {
        return Stream.of(DURATION, ACTIVE, IN_USE).flatMap(role -> scene.player(role).stream());
    }
}
