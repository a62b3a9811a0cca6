// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.climate.internal;

import static io.latchkey.accessories.climate.internal.Thermostat.CURRENT;
import static io.latchkey.accessories.climate.internal.Thermostat.MODE;
import static io.latchkey.accessories.climate.internal.Thermostat.TARGET;

import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets the thresholds stand for a target temperature that no item plays, and derives what the device does from mode and
 * temperatures when no item tells. Stateless.
 */
final class ThermostatBehaviour extends ClimateBehaviour {
    private static final List<Integer> IDLE = List.of(0);
    private static final int HEATING = 1;
    private static final int COOLING = 2;

    @Override
    public Constraints limits(Role role, Scene scene) {
        Constraints usual = role.type().constraints();
        if (role == CURRENT) {
            return usual.validValues(abilities(scene).codes(IDLE, HEATING, COOLING));
        }
        return role == TARGET ? setpoints(scene).range().orElse(usual) : usual;
    }

    @Override
    Setpoints setpoints(Scene scene) {
        return new Setpoints(scene, Optional.of(TARGET), Thermostat.HEATING, Thermostat.COOLING);
    }

    @Override
    Mode mode(Optional<Value> target) {
        return target.map(ThermostatBehaviour::mode).orElse(Mode.OFF);
    }

    @Override
    Role target() {
        return MODE;
    }

    @Override
    List<Role> order(Map<Role, Value> written) {
        return Thermostat.ROLES;
    }

    @Override
    void decide(Map<Role, Value> values, Scene scene) {
        Optional<Value> target = scene.value(MODE);
        Mode mode = mode(target);
        Setpoints setpoints = setpoints(scene);
        target.ifPresent(value -> values.put(MODE, value));
        if (!setpoints.isFilled(TARGET)) {
            setpoints.single(mode).ifPresent(celsius -> values.put(TARGET, Value.of(celsius)));
        }
        if (scene.isUntold(CURRENT)) {
            values.put(CURRENT, Value.of(code(setpoints.work(mode, abilities(scene), temperature(scene)))));
        }
    }

    private Abilities abilities(Scene scene) {
        Optional<MappingContext> player = scene.player(MODE);
        List<Mode> offered = player.isPresent()
                ? Thermostat.MODES.offered(player.get()).stream()
                        .map(code -> Mode.values()[code])
                        .toList()
                : scene.value(MODE).map(ThermostatBehaviour::mode).stream().toList();
        return Abilities.of(offered, setpoints(scene));
    }

    private static Mode mode(Value value) {
        return value instanceof Value.Whole whole ? Mode.values()[(int) whole.number()] : Mode.OFF;
    }

    private static long code(Work work) {
        return switch (work) {
            case NONE -> 0;
            case HEATING -> HEATING;
            case COOLING -> COOLING;
        };
    }
}
