// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.air.internal;

import io.latchkey.api.accessory.Behaviour.Scene;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whether something is on and how fast it turns, at the moment of one step. The two are one thing to people: a speed of
 * zero is off, another one is on, and what is switched on turns as fast as it did before.
 *
 * @param active the role of whether it is on
 * @param speed the role of how fast it turns
 * @param scene the items in their roles
 */
record Airflow(Role active, Role speed, Scene scene) {
    /** What the items shall be told for what was written: one of the two when one item is both. */
    Map<Role, Value> orders(Map<Role, Value> written, Optional<Value> last) {
        Map<Role, Value> orders = new LinkedHashMap<>(written);
        Optional<Value> wish = Optional.ofNullable(written.get(speed));
        boolean isSwitched = written.containsKey(active);
        if (isSwitched && !isOn(written.get(active))
                || wish.filter(Airflow::isStill).isPresent()) {
            orders.remove(speed);
            orders.put(active, switched(false));
        } else if (wish.isPresent() && isOneItem()) {
            orders.remove(active);
        } else if (wish.isPresent() && scene.value(active).filter(Airflow::isOn).isEmpty()) {
            orders.put(active, switched(true));
        } else if (isSwitched && wish.isEmpty() && last.isPresent() && (isOneItem() || isStill())) {
            orders.put(speed, last.get());
            orders.keySet().removeIf(role -> role == active && isOneItem());
        }
        return orders;
    }

    /** The speed at which it turns; empty when it doesn't, or nobody tells. */
    Optional<Value> turning() {
        return scene.value(speed).filter(now -> !isStill(now));
    }

    /** Whether its speed is known to be zero. */
    boolean isStill() {
        return scene.value(speed).filter(Airflow::isStill).isPresent();
    }

    /** Whether its switch says that it is on, or the reverse; empty when it says neither. */
    Optional<Boolean> switched() {
        return scene.value(active).map(Airflow::isOn);
    }

    /** What on or off is called in the first role. */
    Value switched(boolean on) {
        return active.type().format() == Format.BOOL ? Value.of(on) : Value.of(on ? 1 : 0);
    }

    /** Whether a value of the first role means on. */
    static boolean isOn(Value value) {
        return value.equals(Value.of(1)) || value.equals(Value.TRUE);
    }

    /** Whether a value of the second role means that it doesn't turn. */
    static boolean isStill(Value value) {
        return value instanceof Value.Decimal number && number.number() == 0;
    }

    private boolean isOneItem() {
        Optional<String> turned =
                scene.player(speed).map(player -> player.item().name());
        return turned.isPresent()
                && turned.equals(
                        scene.player(active).map(player -> player.item().name()));
    }
}
