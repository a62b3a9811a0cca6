// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Value;
import io.latchkey.exposure.internal.plan.RoleSource;
import io.latchkey.exposure.internal.plan.ServicePlan;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The characteristics of one service by role: those that an item feeds, those that its behaviour decides on, and those that
 * never change. Announces to the bridge what controllers have to hear of. Changed in tasks of the service, read on any
 * thread.
 */
final class ServiceCharacteristics {
    private final ServicePlan plan;
    private final String accessory;
    private final BridgeContext context;
    private final Runnable changed;
    private final Map<Role, LiveCharacteristic> fed = new LinkedHashMap<>();
    private final Map<Role, OwnCharacteristic> own = new HashMap<>();

    /**
     * Makes those that items feed; the others follow with {@link #define}.
     *
     * @param accessory the key of the accessory
     * @param changed runs when one shows something else
     */
    ServiceCharacteristics(
            ServicePlan plan, String accessory, LiveService service, BridgeContext context, Runnable changed) {
        this.plan = plan;
        this.accessory = accessory;
        this.context = context;
        this.changed = changed;
        plan.sources().forEach((role, source) -> {
            if (source instanceof RoleSource.FromItem item) {
                fed.put(
                        role,
                        new LiveCharacteristic(item.context(), context.bridge(), service, context.workers()::nanoTime));
            }
        });
    }

    /** What the bridge gets, in the order of the roles. */
    List<Characteristic> define(Host host, Optional<BehaviourRunner<?>> behaviour) {
        return plan.sources().entrySet().stream()
                .map(entry -> entry.getValue() instanceof RoleSource.Fixed value
                        ? define(entry.getKey(), value, host, behaviour)
                        : fed.get(entry.getKey()).definition())
                .toList();
    }

    private Characteristic define(
            Role role, RoleSource.Fixed value, Host host, Optional<BehaviourRunner<?>> behaviour) {
        if (value.isOnlyOne() || behaviour.isEmpty()) {
            return FixedCharacteristic.of(role, value);
        }
        Optional<Value> chosen =
                role.isKept() ? context.memory().value(accessory, plan.key(), role.type()) : Optional.empty();
        OwnCharacteristic decided = new OwnCharacteristic(role, value.value(), chosen, host, behaviour.get());
        own.put(role, decided);
        return decided.definition();
    }

    /** The characteristic that an item feeds in that role. */
    Optional<LiveCharacteristic> fed(Role role) {
        return Optional.ofNullable(fed.get(role));
    }

    private Optional<OwnCharacteristic> own(Role role) {
        return Optional.ofNullable(own.get(role));
    }

    /** The names of the items that feed them. */
    Set<String> items() {
        Set<String> names = new LinkedHashSet<>();
        fed.values().forEach(each -> names.add(each.item()));
        return names;
    }

    /** The roles that an item has. */
    List<Role> rolesOf(String item) {
        return fed.values().stream()
                .filter(each -> each.item().equals(item))
                .map(LiveCharacteristic::role)
                .toList();
    }

    /** What metadata fixed for a role for ever. */
    Optional<Value> fixed(Role role) {
        return plan.sources().get(role) instanceof RoleSource.Fixed value && value.isOnlyOne()
                ? Optional.of(value.value())
                : Optional.empty();
    }

    /** What those are given who read a role now; empty when it has no such characteristic. */
    Optional<Value> now(Role role) {
        return fed(role)
                .map(LiveCharacteristic::now)
                .or(() -> own(role).map(OwnCharacteristic::now))
                .or(() -> fixed(role));
    }

    /** What was chosen for a role that keeps it. */
    Optional<Value> kept(Role role) {
        return role.isKept() ? own(role).flatMap(OwnCharacteristic::chosen) : Optional.empty();
    }

    /** Whether something is kept for one of them. */
    boolean isKeeping() {
        return own.keySet().stream().anyMatch(role -> kept(role).isPresent());
    }

    /** Lets choices count for the roles that keep them; gives those before. */
    Map<Role, Optional<Value>> choose(Map<Role, Optional<Value>> chosen) {
        Map<Role, Optional<Value>> before = new HashMap<>();
        chosen.forEach((role, value) ->
                own(role).filter(each -> role.isKept()).ifPresent(each -> before.put(role, each.choose(value))));
        return before;
    }

    /** Remembers what was chosen for some roles, or that nothing is any more. */
    void remember(Set<Role> roles) {
        ChoiceMemory memory = context.memory();
        roles.forEach(role -> kept(role)
                .ifPresentOrElse(
                        value -> memory.keep(accessory, plan.key(), role.type(), value),
                        () -> memory.forget(accessory, plan.key(), role.type())));
    }

    /**
     * An item has a state.
     *
     * @param decided the roles whose values the behaviour decides on: their items are only compared
     * @param taking takes the state for the others; tells whether controllers have to hear of it
     */
    void take(String item, ItemState state, Set<Role> decided, Predicate<LiveCharacteristic> taking) {
        for (LiveCharacteristic each : fed.values()) {
            if (each.item().equals(item)) {
                if (decided.contains(each.role())) {
                    each.compare(state);
                } else if (taking.test(each)) {
                    announce(each.definition(), each.value());
                }
            }
        }
    }

    /** Whether of all that items feed nobody can know what it is. */
    boolean isUndefined() {
        return !fed.isEmpty() && fed.values().stream().allMatch(LiveCharacteristic::isUndefined);
    }

    /** Announces again what is known of one item at least, so that those who asked for the rest in vain hear of it. */
    void announceAnswering() {
        fed.values().stream()
                .filter(each -> each.isUndefined() && each.isLasting() && each.isReadable())
                .forEach(this::announce);
    }

    /** What is shown of some roles, presses and what is only written left out. */
    Map<Role, Value> shown(Set<Role> roles) {
        Map<Role, Value> shown = new HashMap<>();
        for (Role role : roles) {
            fed(role)
                    .filter(each -> each.isLasting() && each.isReadable())
                    .ifPresent(each -> shown.put(role, each.value()));
            own(role).filter(OwnCharacteristic::isReadable).ifPresent(each -> shown.put(role, each.value()));
        }
        return shown;
    }

    /** Announces what is still shown although a controller has written something else. */
    void announceSame(Map<Role, Value> before, Map<Role, Value> written) {
        shown(before.keySet()).forEach((role, value) -> {
            if (value.equals(before.get(role)) && !value.equals(written.get(role))) {
                fed(role).ifPresent(this::announce);
                own(role).ifPresent(this::announce);
            }
        });
    }

    /** Shows values that a behaviour decided on. */
    void override(Map<Role, Value> values) {
        values.forEach((role, value) -> {
            fed(role).filter(each -> each.override(value)).ifPresent(this::announce);
            own(role).filter(each -> each.show(value)).ifPresent(this::announce);
        });
    }

    /** Shows what the item in a role says again, or the preset of a role without one. */
    void follow(Role role, ItemState state) {
        fed(role).filter(each -> each.look(state)).ifPresent(this::announce);
        own(role).filter(OwnCharacteristic::reset).ifPresent(this::announce);
    }

    /** The values that controllers see; presses of buttons are none. */
    Map<CharacteristicType, Value> values() {
        Map<CharacteristicType, Value> values = new HashMap<>();
        fed.values().stream()
                .filter(LiveCharacteristic::isLasting)
                .forEach(each -> values.put(each.role().type(), each.value()));
        own.forEach((role, each) -> values.put(role.type(), each.value()));
        return values;
    }

    /** Announces the values that aren't as they were; those that weren't known go without saying. */
    void announceUnlike(Map<CharacteristicType, Value> before) {
        Map<CharacteristicType, Value> now = values();
        fed.values().stream()
                .filter(each -> isUnlike(each.role().type(), before, now))
                .forEach(this::announce);
        own.values().stream()
                .filter(each -> isUnlike(each.definition().type(), before, now))
                .forEach(this::announce);
    }

    private static boolean isUnlike(
            CharacteristicType type, Map<CharacteristicType, Value> before, Map<CharacteristicType, Value> now) {
        return before.containsKey(type)
                && now.containsKey(type)
                && !before.get(type).equals(now.get(type));
    }

    private void announce(LiveCharacteristic changed) {
        announce(changed.definition(), changed.value());
    }

    private void announce(OwnCharacteristic changed) {
        announce(changed.definition(), changed.value());
    }

    private void announce(Characteristic definition, Value value) {
        changed.run();
        context.sink().changed(definition, value);
    }
}
