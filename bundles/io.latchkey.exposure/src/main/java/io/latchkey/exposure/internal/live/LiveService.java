// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Derivation;
import io.latchkey.api.accessory.GuardedType;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.concurrent.Contributor;
import io.latchkey.api.concurrent.ContributorException;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import io.latchkey.exposure.internal.plan.Player;
import io.latchkey.exposure.internal.plan.ServicePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One service at work: takes states of its items on host threads and writes of controllers on threads of the bridge,
 * keeps the values and runs the behaviour. What happens to one service happens one after another, and nobody waits for it:
 * a function of its type that hangs holds one thread, and the service. Commands leave when nothing else is to be done, and
 * then services above hear.
 */
final class LiveService {
    private static final CompletionStage<Optional<Value>> NOTHING = CompletableFuture.completedFuture(Optional.empty());

    private final ServicePlan plan;
    private final String accessory;
    private final Host host;
    private final Stage stage;
    private final Map<Role, LiveCharacteristic> fed = new LinkedHashMap<>();
    private final Map<Role, OwnCharacteristic> own = new HashMap<>();
    private final Optional<Conduct<?>> conduct;
    private final Service definition;
    private final Kin kin = new Kin(this);
    private final Contributor contributor;
    private final ServiceTasks tasks = new ServiceTasks();
    private final WriteQueue writes;
    private volatile boolean isClosed;
    private boolean hasBegun;

    /**
     * Brings a plan to life.
     *
     * @param accessory the key of its accessory
     */
    LiveService(ServicePlan plan, String accessory, Host host, Stage stage) {
        this.plan = plan;
        this.accessory = accessory;
        this.host = host;
        this.stage = stage;
        this.contributor = GuardedType.contributor(plan.type());
        this.writes = new WriteQueue(
                contributor, stage.workers()::nanoTime, task -> tasks.run(() -> withNews(task.get())));
        this.conduct = behaviour().map(behaviour -> Conduct.of(behaviour, this, stage.workers()));
        Service.Builder builder = Service.of(plan.type().service()).key(plan.key());
        plan.players().forEach(this::feed);
        plan.players().forEach((role, player) -> builder.with(characteristic(role, player)));
        plan.name().ifPresent(name -> builder.with(Characteristic.constant(CharacteristicTypes.NAME, Value.of(name))));
        plan.linked().forEach(builder::linkedTo);
        this.definition = (plan.primary() ? builder.primary() : builder).build();
    }

    /** What it is. */
    AccessoryType type() {
        return plan.type();
    }

    /** Whose functions it calls. */
    Contributor contributor() {
        return contributor;
    }

    /** Does a task of its own when no other is done. */
    void run(Supplier<List<Runnable>> task) {
        tasks.run(() -> isClosed ? List.of() : withNews(task.get()));
    }

    /** The writes of controllers. */
    WriteQueue writes() {
        return writes;
    }

    /** The services that it is linked with. */
    Kin kin() {
        return kin;
    }

    /** Whether the other one is linked under it. */
    boolean isAbove(LiveService other) {
        return plan.linked().contains(other.plan.key());
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

    /** Lets choices count for the roles that keep them, in a task; gives those before. */
    Map<Role, Optional<Value>> choose(Map<Role, Optional<Value>> chosen) {
        Map<Role, Optional<Value>> before = new HashMap<>();
        chosen.forEach((role, value) ->
                own(role).filter(each -> role.isKept()).ifPresent(each -> before.put(role, each.choose(value))));
        return before;
    }

    /** Remembers what was chosen for some roles. */
    void remember(Set<Role> roles) {
        roles.forEach(role ->
                kept(role).ifPresent(value -> stage.memory().keep(accessory, plan.key(), role.type(), value)));
    }

    /** A service that is linked under it shows something else. */
    void hear() {
        run(() -> conduct.map(Conduct::changed).orElse(List.of()));
    }

    /** An item got a state. */
    void updated(String item, ItemState state) {
        run(() -> take(item, state, each -> each.take(state)));
    }

    /** Reads the state of every item anew, in case one was missed. */
    void refresh() {
        run(this::refreshed);
    }

    private List<Runnable> refreshed() {
        List<Runnable> afterwards = new ArrayList<>();
        if (!hasBegun && own.keySet().stream().anyMatch(role -> kept(role).isPresent())) {
            conduct.ifPresent(each -> afterwards.addAll(each.changed()));
        }
        hasBegun = true;
        for (String item : items()) {
            state(item).ifPresent(state -> afterwards.addAll(take(item, state, each -> each.look(state))));
        }
        return afterwards;
    }

    private Optional<ItemState> state(String item) {
        try {
            return host.registry().flatMap(registry -> registry.item(item)).map(Item::state);
        } catch (ContributorException told) {
            return Optional.empty();
        }
    }

    private List<Runnable> withNews(List<Runnable> afterwards) {
        List<Runnable> all = new ArrayList<>(afterwards);
        all.addAll(kin.news());
        return all;
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
        run(() -> unlikeAnnounced(before));
    }

    private List<Runnable> unlikeAnnounced(Map<CharacteristicType, Value> before) {
        fed.values().stream()
                .filter(LiveCharacteristic::isLasting)
                .filter(each -> isUnlike(before.get(each.role().type()), each.value()))
                .forEach(this::announce);
        own.forEach((role, each) -> {
            if (isUnlike(before.get(role.type()), each.value())) {
                announce(each);
            }
        });
        return List.of();
    }

    /** Ends the behaviour's timer, and takes nothing more. */
    void close() {
        isClosed = true;
        writes.close();
        conduct.ifPresent(Conduct::close);
    }

    /** Shows a value that a behaviour decided on, in a task. */
    void override(Map<Role, Value> values) {
        values.forEach((role, value) -> {
            fed(role).filter(each -> each.override(value)).ifPresent(this::announce);
            own(role).filter(each -> each.show(value)).ifPresent(this::announce);
        });
    }

    /** Shows what the item in a role says again, or the preset of a role without one, in a task. */
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
        List<LiveCharacteristic> concerned = new ArrayList<>();
        List<Role> roles = new ArrayList<>();
        for (LiveCharacteristic each : fed.values()) {
            if (each.context().item().name().equals(item)) {
                concerned.add(each);
                roles.add(each.role());
            }
        }
        List<Runnable> afterwards = new ArrayList<>();
        conduct.ifPresent(each -> afterwards.addAll(each.updated(item, List.copyOf(roles), state)));
        Set<Role> decided = conduct.map(Conduct::decided).orElse(Set.of());
        for (LiveCharacteristic each : concerned) {
            if (decided.contains(each.role())) {
                each.compare(state);
            } else if (taking.test(each)) {
                announce(each);
            }
        }
        return afterwards;
    }

    /** Values that are kept need somebody who takes them. */
    private Optional<Behaviour<?>> behaviour() {
        boolean isKeeping = plan.players().entrySet().stream()
                .anyMatch(entry -> entry.getKey().isKept() && entry.getValue() instanceof Player.Fixed);
        return plan.type()
                .behaviour()
                .or(() -> isKeeping
                        ? Optional.of(new Derivation(plan.type().roles(), scene -> Map.of()))
                        : Optional.empty());
    }

    private static boolean isUnlike(Value before, Value now) {
        return before != null && !before.equals(now);
    }

    private Optional<OwnCharacteristic> own(Role role) {
        return Optional.ofNullable(own.get(role));
    }

    private void announce(LiveCharacteristic changed) {
        kin.changed();
        stage.sink().changed(changed.definition(), changed.value());
    }

    private void announce(OwnCharacteristic changed) {
        kin.changed();
        stage.sink().changed(changed.definition(), changed.value());
    }

    private void feed(Role role, Player player) {
        if (player instanceof Player.Of item) {
            fed.put(role, new LiveCharacteristic(item.context(), host, stage.bridge(), this, this::writer));
        }
    }

    private Characteristic characteristic(Role role, Player player) {
        if (player instanceof Player.Of) {
            return fed.get(role).definition();
        }
        Player.Fixed value = (Player.Fixed) player;
        return value.isOnlyOne() || conduct.isEmpty()
                ? FixedCharacteristic.of(role, value)
                : decided(role, value.value(), conduct.get()).definition();
    }

    private OwnCharacteristic decided(Role role, Value preset, Conduct<?> by) {
        Optional<Value> chosen =
                role.isKept() ? stage.memory().value(accessory, plan.key(), role.type()) : Optional.empty();
        OwnCharacteristic decided = new OwnCharacteristic(role, preset, chosen, host, by);
        own.put(role, decided);
        return decided;
    }

    /** What those are given who read a role now instead of what is shown, for a behaviour above; on its thread. */
    Optional<Value> reading(Role role) {
        return conduct.flatMap(each -> each.reading(role));
    }

    /** The same for controllers: on a thread for foreign code, unless there is nothing to ask. */
    CompletionStage<Optional<Value>> asked(Role role) {
        return conduct.map(each -> each.asked(role)).orElse(NOTHING);
    }

    private Function<Write, CompletionStage<Value>> writer(LiveCharacteristic target) {
        return conduct.<Function<Write, CompletionStage<Value>>>map(each -> write -> each.written(target.role(), write))
                .orElseGet(() -> new WriteThrough(this, target));
    }

    @Override
    public String toString() {
        return plan.key();
    }
}
