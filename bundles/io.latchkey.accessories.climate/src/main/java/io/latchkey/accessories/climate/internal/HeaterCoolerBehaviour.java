// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.climate.internal;

import static io.latchkey.accessories.climate.internal.HeaterCooler.ACTIVE;
import static io.latchkey.accessories.climate.internal.HeaterCooler.CURRENT;
import static io.latchkey.accessories.climate.internal.HeaterCooler.TARGET;

import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the state true to whether the device is on, derives it from mode and temperatures when no item tells, and lets
 * one threshold stand for the other where a device has only one. Stateless.
 */
final class HeaterCoolerBehaviour extends ClimateBehaviour {
    private static final List<Mode> MODES = List.of(Mode.AUTO, Mode.HEAT, Mode.COOL);
    private static final List<Integer> IDLE = List.of(0, 1);
    private static final int HEATING = 2;
    private static final int COOLING = 3;
    private static final Value INACTIVE = Value.of(0);

    @Override
    public Constraints limits(Role role, Scene scene) {
        Constraints usual = role.type().constraints();
        if (role == CURRENT) {
            return usual.validValues(abilities(scene).codes(IDLE, HEATING, COOLING));
        }
        boolean isThreshold = role == HeaterCooler.HEATING || role == HeaterCooler.COOLING;
        return isThreshold ? setpoints(scene).range().orElse(usual) : usual;
    }

    @Override
    Setpoints setpoints(Scene scene) {
        return new Setpoints(scene, Optional.empty(), HeaterCooler.HEATING, HeaterCooler.COOLING);
    }

    @Override
    Mode mode(Optional<Value> target) {
        return target.map(HeaterCoolerBehaviour::mode).orElse(Mode.OFF);
    }

    @Override
    Role target() {
        return TARGET;
    }

    /** Switched on first and off last: some devices turn on when they are told a mode. */
    @Override
    List<Role> order(Map<Role, Value> written) {
        List<Role> order = new ArrayList<>(HeaterCooler.ROLES);
        if (INACTIVE.equals(written.get(ACTIVE))) {
            order.remove(ACTIVE);
            order.add(ACTIVE);
        }
        return order;
    }

    @Override
    void decide(Map<Role, Value> values, Scene scene) {
        Optional<Value> active = scene.value(ACTIVE);
        Optional<Value> target = scene.value(TARGET);
        active.ifPresent(value -> values.put(ACTIVE, value));
        target.ifPresent(value -> values.put(TARGET, value));
        for (Role threshold : List.of(HeaterCooler.COOLING, HeaterCooler.HEATING)) {
            if (scene.player(threshold).isEmpty()) {
                setpoints(scene)
                        .standIn(threshold)
                        .flatMap(scene::value)
                        .ifPresent(celsius -> values.put(threshold, celsius));
            }
        }
        boolean isOff = active.filter(INACTIVE::equals).isPresent();
        if (isOff || scene.isUntold(CURRENT)) {
            values.put(CURRENT, isOff || active.isEmpty() ? INACTIVE : code(work(mode(target), scene)));
        }
    }

    private Work work(Mode mode, Scene scene) {
        return setpoints(scene).work(mode, abilities(scene), temperature(scene));
    }

    private Abilities abilities(Scene scene) {
        Optional<MappingContext> player = scene.player(TARGET);
        List<Mode> offered = player.isPresent()
                ? HeaterCooler.MODES.offered(player.get()).stream()
                        .map(MODES::get)
                        .toList()
                : scene.value(TARGET).map(HeaterCoolerBehaviour::mode).stream().toList();
        return Abilities.of(offered, setpoints(scene));
    }

    private static Mode mode(Value value) {
        return value instanceof Value.Whole whole ? MODES.get((int) whole.number()) : Mode.OFF;
    }

    private static Value code(Work work) {
        return Value.of(
                switch (work) {
                    case NONE -> 1;
                    case HEATING -> HEATING;
                    case COOLING -> COOLING;
                });
    }
}
