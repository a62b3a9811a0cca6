// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.air.internal;

import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What fans and purifiers with an automatic do: tell what they are doing at the moment when no item does, and rest while
 * they are on only if the automatic says so. Stateless.
 */
final class BlowerBehaviour extends AirBehaviour {
    private static final Value INACTIVE = Value.of(0);
    private static final Value IDLE = Value.of(1);
    private static final Value BLOWING = Value.of(2);
    private static final Value MANUAL = Value.of(0);
    private static final Value AUTO = Value.of(1);

    private final Role active;
    private final Role speed;
    private final Role target;
    private final Role current;
    private final boolean isSpeedManual;

    /**
     * For one kind of thing.
     *
     * @param target the role of whether the automatic decides
     * @param current the role of what it is doing
     * @param isSpeedManual whether to choose a speed ends the automatic
     */
    BlowerBehaviour(List<Role> roles, Role active, Role speed, Role target, Role current, boolean isSpeedManual) {
        super(roles, active, speed);
        this.active = active;
        this.speed = speed;
        this.target = target;
        this.current = current;
        this.isSpeedManual = isSpeedManual;
    }

    @Override
    public Constraints limits(Role role, Scene scene) {
        Constraints usual = role.type().constraints();
        return role == target ? usual.validValues(List.of(0)) : usual;
    }

    /** A slider that was moved, not a tile that was touched: that writes both. */
    @Override
    Map<Role, Value> meant(Map<Role, Value> written, Scene scene) {
        Optional<Value> wish = Optional.ofNullable(written.get(speed)).filter(value -> !Airflow.isStill(value));
        boolean isMoved = wish.isPresent() && !written.containsKey(active);
        boolean isManual = isSpeedManual && isMoved && scene.player(target).isPresent() && mayRest(scene);
        return isManual ? Map.of(target, MANUAL) : Map.of();
    }

    @Override
    boolean mayRest(Scene scene) {
        return scene.value(target).filter(AUTO::equals).isPresent();
    }

    @Override
    void decide(Map<Role, Value> values, Optional<Boolean> isOn, Scene scene) {
        boolean isOff = isOn.filter(on -> !on).isPresent();
        if (isOff) {
            values.put(current, INACTIVE);
        } else if (scene.isUntold(current)) {
            values.put(current, isOn.isEmpty() ? INACTIVE : isStill(scene) ? IDLE : BLOWING);
        }
    }

    private boolean isStill(Scene scene) {
        return new Airflow(active, speed, scene).isStill();
    }
}
