// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.accessory.Role;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import io.latchkey.exposure.internal.plan.Player;
import io.latchkey.exposure.internal.plan.ServicePlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One service at work: takes states of its items on host threads and writes of controllers on threads of the bridge,
 * keeps the values and runs the behaviour. What happens to one service happens one after another, under a lock that is
 * held for pure functions and for the sink only; commands leave after it was released.
 */
final class LiveService {
    private final ServicePlan plan;
    private final Host host;
    private final Stage stage;
    private final Map<Role, LiveCharacteristic> fed = new LinkedHashMap<>();
    private final Map<Role, OwnCharacteristic> own = new HashMap<>();
    private final Optional<Conduct<?>> conduct;
    private final Service definition;

    LiveService(ServicePlan plan, Host host, Stage stage) {
        this.plan = plan;
        this.host = host;
        this.stage = stage;
        this.conduct = plan.type().behaviour().map(behaviour -> Conduct.of(behaviour, this, stage.workers()));
        Service.Builder builder = Service.of(plan.type().service()).key(plan.key());
        plan.players().forEach(this::feed);
        plan.players().forEach((role, player) -> builder.with(characteristic(role, player)));
        plan.name().ifPresent(name -> builder.with(Characteristic.constant(CharacteristicTypes.NAME, Value.of(name))));
        plan.linked().forEach(builder::linkedTo);
        this.definition = (plan.primary() ? builder.primary() : builder).build();
    }

    Service definition() {
        return definition;
    }

    Host host() {
        return host;
    }

    /** The items that feed it. */
    Set<String> items() {
        Set<String> names = new LinkedHashSet<>();
        fed.values().forEach(each -> names.add(each.context().item().name()));
        return names;
    }

    /** The characteristic that an item feeds in that role. */
    Optional<LiveCharacteristic> fed(Role role) {
        return Optional.ofNullable(fed.get(role));
    }

    /** What metadata fixed for a role for ever. */
    Optional<Value> fixed(Role role) {
        return plan.players().get(role) instanceof Player.Fixed value && value.isOnlyOne()
                ? Optional.of(value.value())
                : Optional.empty();
    }

    /** An item got a state. */
    void updated(String item, ItemState state) {
        List<Runnable> afterwards;
        synchronized (this) {
            afterwards = take(item, state, each -> each.take(state));
        }
        afterwards.forEach(Runnable::run);
    }

    /** Reads the state of every item anew, in case one was missed. */
    void refresh() {
        List<Runnable> afterwards = new ArrayList<>();
        synchronized (this) {
            for (String item : items()) {
                host.registry()
                        .flatMap(registry -> registry.item(item))
                        .map(Item::state)
                        .ifPresent(state -> afterwards.addAll(take(item, state, each -> each.look(state))));
            }
        }
        afterwards.forEach(Runnable::run);
    }

    /** The values that controllers see; presses of buttons are none. */
    synchronized Map<CharacteristicType, Value> values() {
        Map<CharacteristicType, Value> values = new HashMap<>();
        fed.values().stream()
                .filter(LiveCharacteristic::isLasting)
                .forEach(each -> values.put(each.role().type(), each.value()));
        own.forEach((role, each) -> values.put(role.type(), each.value()));
        return values;
    }

    /** Announces the values that aren't as they were; those that weren't known go without saying. */
    synchronized void announceUnlike(Map<CharacteristicType, Value> before) {
        fed.values().stream()
                .filter(LiveCharacteristic::isLasting)
                .filter(each -> isUnlike(before.get(each.role().type()), each.value()))
                .forEach(this::announce);
        own.forEach((role, each) -> {
            if (isUnlike(before.get(role.type()), each.value())) {
                announce(each);
            }
        });
    }

    /** Ends the behaviour's timer. */
    void close() {
        conduct.ifPresent(Conduct::close);
    }

    /** Shows a value that a behaviour decided on, under the lock. */
    void override(Map<Role, Value> values) {
        values.forEach((role, value) -> {
            fed(role).filter(each -> each.override(value)).ifPresent(this::announce);
            own(role).filter(each -> each.show(value)).ifPresent(this::announce);
        });
    }

    /** Shows what the item in a role says again, or the preset of a role without one, under the lock. */
    void follow(Role role, ItemState state) {
        fed(role).filter(each -> each.look(state)).ifPresent(this::announce);
        own(role).filter(OwnCharacteristic::reset).ifPresent(this::announce);
    }

    /** Sends a command to the item in a role. */
    CompletionStage<Value> send(LiveCharacteristic to, ItemCommand command, String source) {
        String item = to.context().item().name();
        return host.registry()
                .map(registry -> Commands.send(registry, item, command, source))
                .orElseGet(() -> Commands.unreachable(item));
    }

    private List<Runnable> take(String item, ItemState state, Predicate<LiveCharacteristic> taking) {
        List<LiveCharacteristic> concerned = fed.values().stream()
                .filter(each -> each.context().item().name().equals(item))
                .toList();
        List<Role> roles = concerned.stream().map(LiveCharacteristic::role).toList();
        List<Runnable> afterwards = new ArrayList<>();
        conduct.ifPresent(each -> afterwards.addAll(each.updated(item, roles, state)));
        Set<Role> decided = conduct.map(Conduct::decided).orElse(Set.of());
        concerned.stream().filter(each -> decided.contains(each.role())).forEach(each -> each.compare(state));
        concerned.stream()
                .filter(each -> !decided.contains(each.role()))
                .filter(taking)
                .forEach(this::announce);
        return afterwards;
    }

    private static boolean isUnlike(Value before, Value now) {
        return before != null && !before.equals(now);
    }

    private Optional<OwnCharacteristic> own(Role role) {
        return Optional.ofNullable(own.get(role));
    }

    private void announce(LiveCharacteristic changed) {
        stage.sink().changed(changed.definition(), changed.value());
    }

    private void announce(OwnCharacteristic changed) {
        stage.sink().changed(changed.definition(), changed.value());
    }

    private void feed(Role role, Player player) {
        if (player instanceof Player.Of item) {
            fed.put(role, new LiveCharacteristic(item.context(), host, stage.bridge(), this::reading, this::writer));
        }
    }

    private Characteristic characteristic(Role role, Player player) {
        if (player instanceof Player.Of) {
            return fed.get(role).definition();
        }
        Player.Fixed value = (Player.Fixed) player;
        return value.isOnlyOne() || conduct.isEmpty()
                ? fixed(role, value)
                : decided(role, value.value(), conduct.get()).definition();
    }

    private OwnCharacteristic decided(Role role, Value preset, Conduct<?> by) {
        OwnCharacteristic decided = new OwnCharacteristic(role, preset, host, by);
        own.put(role, decided);
        return decided;
    }

    private Optional<Value> reading(Role role) {
        return conduct.flatMap(each -> each.reading(role));
    }

    private Function<Write, CompletionStage<Value>> writer(LiveCharacteristic target) {
        return conduct.<Function<Write, CompletionStage<Value>>>map(each -> write -> each.written(target.role(), write))
                .orElse(write -> writeThrough(target, write));
    }

    private CompletionStage<Value> writeThrough(LiveCharacteristic target, Write write) {
        return target.role()
                .mapping()
                .toCommand(write.value(), target.context())
                .map(command -> send(target, command, Commands.source(write.controller())))
                .orElseGet(() -> readOnly(target.context().item().name()));
    }

    private static Characteristic fixed(Role role, Player.Fixed player) {
        Constraints limits = role.type().constraints();
        boolean isEnumeration = !role.type().validValues().isEmpty() && player.value() instanceof Value.Whole;
        if (player.isOnlyOne() && isEnumeration) {
            limits = limits.validValues(List.of((int) ((Value.Whole) player.value()).number()));
        }
        Characteristic.Builder builder =
                Characteristic.of(role.type()).constraints(limits).value(player::value);
        return role.type().permissions().contains(Permission.PAIRED_WRITE)
                ? builder.write(write -> readOnly(role.name())).build()
                : builder.build();
    }

    private static CompletionStage<Value> readOnly(String what) {
        return CompletableFuture.failedFuture(
                new HapStatusException(HapStatus.READ_ONLY, what + " takes no such command"));
    }

    @Override
    public String toString() {
        return plan.key();
    }
}
