// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.air.internal;

import static io.latchkey.accessories.air.internal.HumidifierDehumidifier.ACTIVE;
import static io.latchkey.accessories.air.internal.HumidifierDehumidifier.CURRENT;
import static io.latchkey.accessories.air.internal.HumidifierDehumidifier.DRIEST;
import static io.latchkey.accessories.air.internal.HumidifierDehumidifier.HUMIDITY;
import static io.latchkey.accessories.air.internal.HumidifierDehumidifier.MODES;
import static io.latchkey.accessories.air.internal.HumidifierDehumidifier.ROLES;
import static io.latchkey.accessories.air.internal.HumidifierDehumidifier.SPEED;
import static io.latchkey.accessories.air.internal.HumidifierDehumidifier.TARGET;
import static io.latchkey.accessories.air.internal.HumidifierDehumidifier.WETTEST;

import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Concludes from its thresholds what a device can do, and from the humidity what it does, where no item tells.
 * Stateless.
 */
final class HumidifierBehaviour extends AirBehaviour {
    private static final int BOTH = 0;
    private static final int HUMIDIFIER = 1;
    private static final int DEHUMIDIFIER = 2;
    private static final long INACTIVE = 0;
    private static final long IDLE = 1;
    private static final long HUMIDIFYING = 2;
    private static final long DEHUMIDIFYING = 3;

    HumidifierBehaviour() {
        super(ROLES, ACTIVE, SPEED);
    }

    @Override
    public Constraints limits(Role role, Scene scene) {
        Constraints usual = role.type().constraints();
        if (role == TARGET) {
            return usual.validValues(modes(scene));
        }
        return role == CURRENT ? usual.validValues(states(modes(scene))) : usual;
    }

    @Override
    boolean mayRest(Scene scene) {
        return true;
    }

    @Override
    void decide(Map<Role, Value> values, Optional<Boolean> isOn, Scene scene) {
        List<Integer> modes = modes(scene);
        int mode = mode(scene).orElse(modes.size() == 1 ? modes.get(0) : BOTH);
        if (scene.player(TARGET).isEmpty()) {
            values.put(TARGET, Value.of(mode));
        }
        if (isOn.filter(on -> !on).isPresent()) {
            values.put(CURRENT, Value.of(INACTIVE));
        } else if (scene.isUntold(CURRENT)) {
            values.put(CURRENT, Value.of(isOn.isPresent() ? work(mode, scene) : INACTIVE));
        }
    }

    /** What people may choose; one where there is nothing to choose. */
    private static List<Integer> modes(Scene scene) {
        Optional<MappingContext> player = scene.player(TARGET);
        if (player.isPresent()) {
            return MODES.offered(player.get());
        }
        boolean dries = scene.player(WETTEST).isPresent();
        int only = !dries ? HUMIDIFIER : scene.player(DRIEST).isPresent() ? BOTH : DEHUMIDIFIER;
        return List.of(mode(scene).orElse(only));
    }

    private static Optional<Integer> mode(Scene scene) {
        return scene.value(TARGET).filter(Value.Whole.class::isInstance).map(value ->
                (int) ((Value.Whole) value).number());
    }

    private static List<Integer> states(List<Integer> modes) {
        List<Integer> states = new ArrayList<>(List.of((int) INACTIVE, (int) IDLE));
        if (modes.contains(BOTH) || modes.contains(HUMIDIFIER)) {
            states.add((int) HUMIDIFYING);
        }
        if (modes.contains(BOTH) || modes.contains(DEHUMIDIFIER)) {
            states.add((int) DEHUMIDIFYING);
        }
        return states;
    }

    /** What it does when it is on: without a threshold, what it is for. */
    private static long work(int mode, Scene scene) {
        OptionalDouble humidity = number(HUMIDITY, scene);
        boolean isBoth = mode == BOTH;
        if (mode != DEHUMIDIFIER && isBeyond(humidity, number(DRIEST, scene), -1, isBoth)) {
            return HUMIDIFYING;
        }
        boolean isTooWet = mode != HUMIDIFIER && isBeyond(humidity, number(WETTEST, scene), 1, isBoth);
        return isTooWet ? DEHUMIDIFYING : IDLE;
    }

    private static boolean isBeyond(OptionalDouble now, OptionalDouble threshold, int direction, boolean isBoth) {
        return now.isPresent() && threshold.isPresent()
                ? direction * Double.compare(now.getAsDouble(), threshold.getAsDouble()) > 0
                : !isBoth;
    }

    private static OptionalDouble number(Role role, Scene scene) {
        return scene.value(role).stream()
                .filter(Value.Decimal.class::isInstance)
                .mapToDouble(value -> ((Value.Decimal) value).number())
                .findFirst();
    }
}
