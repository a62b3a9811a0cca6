// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.air.internal;

import io.latchkey.api.accessory.Behaviour;
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
 * What everything that moves air does: takes the writes of one request together, keeps on and speed true to each other,
 * and shows the speed at which it would turn while it is off. The state is the last speed above zero. Stateless.
 */
class AirBehaviour implements Behaviour<Optional<Value>> {
    private final List<Role> roles;
    private final Role active;
    private final Role speed;

    /**
     * For one kind of thing.
     *
     * @param roles all of them, in the order in which their items are told
     * @param active whether it is on
     * @param speed how fast it turns
     */
    AirBehaviour(List<Role> roles, Role active, Role speed) {
        this.roles = List.copyOf(roles);
        this.active = active;
        this.speed = speed;
    }

    /** What a controller means beside what it writes. */
    Map<Role, Value> meant(Map<Role, Value> written, Scene scene) {
        return Map.of();
    }

    /** Whether it may be on without turning. */
    boolean mayRest(Scene scene) {
        return false;
    }

    /**
     * Collects what else is shown whatever the items say, targets first.
     *
     * @param isOn whether it is on; empty when nobody tells
     */
    void decide(Map<Role, Value> values, Optional<Boolean> isOn, Scene scene) {}

    @Override
    public final Optional<Value> initial() {
        return Optional.empty();
    }

    @Override
    public final Step<Optional<Value>> step(Optional<Value> last, Input input, Scene scene) {
        Optional<Value> kept = flow(scene).turning().or(() -> last);
        return input instanceof Input.Written written
                ? written(kept, written.values(), scene)
                : show(kept, List.of(), scene);
    }

    private Step<Optional<Value>> written(Optional<Value> last, Map<Role, Value> values, Scene scene) {
        Map<Role, Value> orders = new LinkedHashMap<>(flow(scene).orders(values, last));
        meant(values, scene).forEach(orders::putIfAbsent);
        List<Command> commands = new ArrayList<>();
        boolean isRefused = false;
        for (Map.Entry<Role, Value> order : orders.entrySet()) {
            Role role = order.getKey();
            Optional<Command> command = scene.command(role, order.getValue());
            command.ifPresent(commands::add);
            isRefused |= command.isEmpty() && values.containsKey(role) && !isSo(role, order.getValue(), scene);
        }
        boolean isOff = orders.containsKey(active) && !Airflow.isOn(orders.get(active));
        commands.sort(Comparator.comparing(each -> order(each.role(), isOff)));
        Step<Optional<Value>> step = show(last, commands, scene);
        return isRefused ? step.refusing(HapStatus.READ_ONLY) : step;
    }

    /** Some devices turn on when they are told anything, so what is switched off is told so last. */
    private int order(Role role, boolean isOff) {
        return isOff && role == active ? roles.size() : roles.indexOf(role);
    }

    /** Whether a role that no item plays is like that for ever. */
    private boolean isSo(Role role, Value value, Scene scene) {
        return scene.player(role).isEmpty()
                && limits(role, scene).accept(role.type().format(), value).isPresent();
    }

    private Step<Optional<Value>> show(Optional<Value> last, List<Command> commands, Scene scene) {
        Map<Role, Value> values = new LinkedHashMap<>();
        Optional<Boolean> isOn = flow(scene).switched();
        boolean isStill = flow(scene).isStill();
        if (isStill && !mayRest(scene) && isOn.isPresent()) {
            isOn = Optional.of(false);
            values.put(active, flow(scene).switched(false));
        }
        if (isStill && last.isPresent() && isOn.filter(on -> !on).isPresent()) {
            values.put(speed, last.get());
        }
        decide(values, isOn, scene);
        values.entrySet().removeIf(shown -> !isLegal(shown.getKey(), shown.getValue(), scene));
        return new Step<>(last, values, commands, Optional.empty());
    }

    private boolean isLegal(Role role, Value value, Scene scene) {
        return scene.player(role)
                .map(role.mapping()::constraints)
                .orElseGet(() -> limits(role, scene))
                .fit(role.type().format(), value)
                .isPresent();
    }

    private Airflow flow(Scene scene) {
        return new Airflow(active, speed, scene);
    }
}
