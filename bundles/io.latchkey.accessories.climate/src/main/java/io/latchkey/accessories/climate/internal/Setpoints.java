// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.climate.internal;

import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The temperatures that a device aims for, at the moment of one step: one, or one to heat up to and one to cool down to.
 * Where a device has fewer items than HomeKit has setpoints, the ones stand for the others.
 *
 * @param scene its items
 * @param target the role of the one, where its service has that
 * @param heating the role of the one to heat up to
 * @param cooling the role of the one to cool down to
 */
record Setpoints(Behaviour.Scene scene, Optional<Role> target, Role heating, Role cooling) {

    /** Whether an item plays that role or metadata fixes it. */
    boolean isFilled(Role role) {
        return scene.player(role).isPresent() || scene.value(role).isPresent();
    }

    /** Who tells that threshold: its own role, else the other threshold; empty when neither is filled. */
    Optional<Role> standIn(Role threshold) {
        return Stream.of(threshold, threshold == heating ? cooling : heating)
                .filter(this::isFilled)
                .findFirst();
    }

    /** What a role is set to; empty when its item doesn't tell. */
    Optional<Double> number(Role role) {
        return scene.value(role).flatMap(Setpoints::number);
    }

    /** The one temperature that stands for both thresholds in that mode; empty when no item tells. */
    Optional<Double> single(Mode mode) {
        return switch (mode) {
            case HEAT -> threshold(heating);
            case COOL -> threshold(cooling);
            case OFF, AUTO -> middle();
        };
    }

    /** What the device is presumably doing; nothing when too little is known. */
    Work work(Mode mode, Abilities able, Optional<Double> temperature) {
        if (temperature.isEmpty()) {
            return Work.NONE;
        }
        double now = temperature.get();
        boolean isCold = able.heats()
                && mode.heats()
                && aim(mode, heating).filter(aim -> now < aim).isPresent();
        boolean isHot = able.cools()
                && mode.cools()
                && aim(mode, cooling).filter(aim -> now > aim).isPresent();
        return isCold ? Work.HEATING : isHot ? Work.COOLING : Work.NONE;
    }

    /** The range in which the thresholds that items play can be set; empty when none plays. */
    Optional<Constraints> range() {
        return Stream.of(heating, cooling)
                .flatMap(role -> scene.player(role).map(role.mapping()::constraints).stream())
                .reduce(Setpoints::both);
    }

    /** The number that a value is; empty when it is none. */
    static Optional<Double> number(Value value) {
        if (value instanceof Value.Whole whole) {
            return Optional.of((double) whole.number());
        }
        return value instanceof Value.Decimal decimal ? Optional.of(decimal.number()) : Optional.empty();
    }

    private static Constraints both(Constraints one, Constraints other) {
        double low = Math.min(end(one.minimum()), end(other.minimum()));
        double high = Math.max(end(one.maximum()), end(other.maximum()));
        return one.range(low, high);
    }

    private static double end(Optional<BigDecimal> limit) {
        return limit.orElseThrow().doubleValue();
    }

    /** Between two thresholds there is nothing to do; otherwise the one temperature counts, if there is one. */
    private Optional<Double> aim(Mode mode, Role threshold) {
        boolean isRange = mode == Mode.AUTO && isFilled(heating) && isFilled(cooling);
        Optional<Double> one = target.filter(role -> !isRange).flatMap(this::number);
        return one.or(() -> threshold(threshold));
    }

    private Optional<Double> threshold(Role role) {
        return standIn(role).flatMap(this::number);
    }

    private Optional<Double> middle() {
        List<Double> all = Stream.of(heating, cooling)
                .flatMap(role -> number(role).stream())
                .toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.stream().mapToDouble(Double::doubleValue).sum() / all.size());
    }
}
