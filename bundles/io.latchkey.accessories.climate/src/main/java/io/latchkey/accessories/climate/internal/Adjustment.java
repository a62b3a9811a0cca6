// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.climate.internal;

import io.latchkey.api.accessory.Behaviour.Command;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the items of setpoints are told when a controller writes some, at the moment of one step. Home writes the
 * thresholds in {@code AUTO} and the one temperature in the other modes, scenes write them all: what counts in the mode
 * goes first, and an item is told one thing.
 *
 * @param now the setpoints before
 * @param mode the mode that the same request leaves it in
 * @param written by role, setpoints and others
 */
record Adjustment(Setpoints now, Mode mode, Map<Role, Value> written) {
    private static final double SAME = 0.05;

    /** The commands; none when no item can be told. */
    List<Command> commands() {
        Map<Role, Double> wishes = new LinkedHashMap<>();
        if (mode == Mode.AUTO && isBothToOne()) {
            now.standIn(now.heating()).ifPresent(role -> wishes.put(role, newer(role)));
        } else if (mode == Mode.AUTO) {
            wishThresholds(wishes, now.heating(), now.cooling());
        }
        wishTarget(wishes);
        wishThresholds(
                wishes,
                mode == Mode.COOL ? now.cooling() : now.heating(),
                mode == Mode.COOL ? now.heating() : now.cooling());
        return commands(wishes);
    }

    private void wishThresholds(Map<Role, Double> wishes, Role first, Role second) {
        for (Role threshold : List.of(first, second)) {
            wish(threshold)
                    .ifPresent(celsius -> now.standIn(threshold).ifPresent(role -> wishes.putIfAbsent(role, celsius)));
        }
    }

    private void wishTarget(Map<Role, Double> wishes) {
        now.target()
                .ifPresent(target -> wish(target).ifPresent(celsius -> {
                    if (now.isFilled(target)) {
                        wishes.put(target, celsius);
                    } else if (mode == Mode.HEAT || mode == Mode.COOL) {
                        now.standIn(mode == Mode.HEAT ? now.heating() : now.cooling())
                                .ifPresent(role -> wishes.put(role, celsius));
                    } else if (!isWritten(now.heating()) && !isWritten(now.cooling())) {
                        shift(wishes, celsius);
                    }
                }));
    }

    /** Moves both thresholds so that the wish lies in their middle, and keeps their distance. */
    private void shift(Map<Role, Double> wishes, double middle) {
        double by = middle - now.single(Mode.AUTO).orElse(middle);
        for (Role threshold : List.of(now.heating(), now.cooling())) {
            if (now.isFilled(threshold)) {
                wishes.put(threshold, now.number(threshold).orElse(middle) + by);
            }
        }
    }

    private boolean isBothToOne() {
        return isWritten(now.heating())
                && isWritten(now.cooling())
                && item(now.heating()).isPresent()
                && item(now.heating()).equals(item(now.cooling()));
    }

    /** What one item is set to for two thresholds: the one that is news, the middle when both are. */
    private double newer(Role role) {
        double low = wish(now.heating()).orElseThrow();
        double high = wish(now.cooling()).orElseThrow();
        double before = now.number(role).orElse(Double.NaN);
        if (Math.abs(low - before) < SAME) {
            return high;
        }
        return Math.abs(high - before) < SAME ? low : (low + high) / 2;
    }

    private List<Command> commands(Map<Role, Double> wishes) {
        Map<String, Command> byItem = new LinkedHashMap<>();
        wishes.forEach((role, celsius) -> command(role, celsius)
                .ifPresent(command -> byItem.putIfAbsent(item(role).orElseThrow(), command)));
        return List.copyOf(byItem.values());
    }

    private Optional<Command> command(Role role, double celsius) {
        return now.scene()
                .player(role)
                .flatMap(player ->
                        role.mapping().constraints(player).fit(role.type().format(), Value.of(celsius)))
                .flatMap(value -> now.scene().command(role, value));
    }

    private Optional<String> item(Role role) {
        Optional<Role> teller = now.target().filter(role::equals).or(() -> now.standIn(role));
        return teller.flatMap(now.scene()::player).map(player -> player.item().name());
    }

    private Optional<Double> wish(Role role) {
        return Optional.ofNullable(written.get(role)).flatMap(Setpoints::number);
    }

    private boolean isWritten(Role role) {
        return written.containsKey(role);
    }
}
