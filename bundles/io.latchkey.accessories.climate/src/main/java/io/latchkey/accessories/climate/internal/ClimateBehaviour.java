// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.climate.internal;

import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Measure;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What everything that heats or cools does: takes the writes of one request together and in an order that devices bear,
 * and shows what no item tells. Stateless.
 */
abstract class ClimateBehaviour implements Behaviour<Optional<Void>> {
    private static final Value CELSIUS = Value.of(0);
    private static final Value FAHRENHEIT = Value.of(1);

    /** Its temperatures to aim for. */
    abstract Setpoints setpoints(Scene scene);

    /** The mode that a value of the target stands for; off without value. */
    abstract Mode mode(Optional<Value> target);

    /** The role of the mode. */
    abstract Role target();

    /** The roles in the order in which their items are told. */
    abstract List<Role> order(Map<Role, Value> written);

    /** Collects what is shown whatever the items say, targets first. */
    abstract void decide(Map<Role, Value> values, Scene scene);

    @Override
    public final Optional<Void> initial() {
        return Optional.empty();
    }

    @Override
    public final Step<Optional<Void>> step(Optional<Void> nothing, Input input, Scene scene) {
        return input instanceof Input.Written written ? written(written.values(), scene) : show(List.of(), scene);
    }

    /** The temperature now; empty when its item doesn't tell. */
    static Optional<Double> temperature(Scene scene) {
        return scene.value(Climate.TEMPERATURE).flatMap(Setpoints::number);
    }

    private Step<Optional<Void>> written(Map<Role, Value> values, Scene scene) {
        Map<Role, Value> orders = new LinkedHashMap<>(values);
        orders.keySet().removeIf(scene::keeps);
        List<Command> commands = new ArrayList<>();
        boolean isRefused = false;
        for (Map.Entry<Role, Value> order : orders.entrySet()) {
            if (!isSetpoint(order.getKey(), scene)) {
                Optional<Command> command = scene.command(order.getKey(), order.getValue());
                command.ifPresent(commands::add);
                isRefused |= command.isEmpty();
            }
        }
        List<Command> adjusting = adjusting(orders, scene);
        commands.addAll(adjusting);
        isRefused |= adjusting.isEmpty() && orders.keySet().stream().anyMatch(role -> isSetpoint(role, scene));
        List<Role> order = order(values);
        commands.sort(Comparator.comparing(command -> order.indexOf(command.role())));
        Step<Optional<Void>> step = show(commands, scene);
        return isRefused ? step.refusing(HapStatus.READ_ONLY) : step;
    }

    private List<Command> adjusting(Map<Role, Value> orders, Scene scene) {
        Optional<Value> target = Optional.ofNullable(orders.get(target())).or(() -> scene.value(target()));
        return new Adjustment(setpoints(scene), mode(target), orders).commands();
    }

    private boolean isSetpoint(Role role, Scene scene) {
        Setpoints all = setpoints(scene);
        return role == all.heating()
                || role == all.cooling()
                || all.target().filter(role::equals).isPresent();
    }

    private Step<Optional<Void>> show(List<Command> commands, Scene scene) {
        Map<Role, Value> decided = new LinkedHashMap<>();
        decide(decided, scene);
        Map<Role, Value> values = new LinkedHashMap<>();
        decided.forEach((role, value) -> fit(role, value, scene).ifPresent(legal -> values.put(role, legal)));
        if (scene.player(Climate.UNIT).isEmpty()) {
            values.put(
                    Climate.UNIT,
                    scene.value(Climate.UNIT).orElseGet(() -> isFahrenheit(scene) ? FAHRENHEIT : CELSIUS));
        }
        return new Step<>(Optional.empty(), values, commands, Optional.empty());
    }

    private Optional<Value> fit(Role role, Value value, Scene scene) {
        return scene.player(role)
                .map(role.mapping()::constraints)
                .orElseGet(() -> limits(role, scene))
                .fit(role.type().format(), value);
    }

    private static boolean isFahrenheit(Scene scene) {
        return scene.player(Climate.TEMPERATURE)
                .flatMap(player -> player.item().unit())
                .filter(unit -> Measure.TEMPERATURE.isSame(unit, "°F"))
                .isPresent();
    }
}
