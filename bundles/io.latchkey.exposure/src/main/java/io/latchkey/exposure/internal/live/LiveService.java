// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.GuardedType;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.concurrent.Contributor;
import io.latchkey.api.concurrent.ContributorException;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import io.latchkey.exposure.internal.plan.ServiceName;
import io.latchkey.exposure.internal.plan.ServicePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One service at work: takes states of its items on host threads and writes of controllers on threads for foreign code.
 * {@link ServiceCharacteristics} has its values, {@link BehaviourRunner} runs its behaviour, {@link WriteQueue} orders its
 * writes, {@link CommandDispatcher} sends commands. What happens to one service happens one after another, and nobody
 * waits for it ({@link ServiceTasks}): a function of its type that hangs holds one thread, and the service. Commands leave
 * when nothing else is to be done, and then services above hear.
 */
final class LiveService {
    private static final CompletionStage<Optional<Value>> NOTHING = CompletableFuture.completedFuture(Optional.empty());

    private final ServicePlan plan;
    private final Host host;
    private final CommandDispatcher dispatcher;
    private final Contributor contributor;
    private final ServiceTasks tasks = new ServiceTasks();
    private final WriteQueue writes;
    private final UnconfirmedWrites unconfirmed = new UnconfirmedWrites();
    private final LinkedServices links = new LinkedServices(this);
    private final Optional<BehaviourRunner<?>> behaviour;
    private final ServiceCharacteristics characteristics;
    private final List<Characteristic> defined;
    private volatile boolean isClosed;
    private boolean hasBegun;

    /**
     * Brings a plan to life.
     *
     * @param accessory the key of its accessory
     */
    LiveService(ServicePlan plan, String accessory, Host host, BridgeContext context) {
        this.plan = plan;
        this.host = host;
        this.dispatcher = new CommandDispatcher(host);
        this.contributor = GuardedType.contributor(plan.type());
        this.writes =
                new WriteQueue(contributor, context.workers()::nanoTime, task -> tasks.run(() -> withNews(task.get())));
        this.behaviour = BehaviourRunner.of(plan, this, context.workers());
        this.characteristics = new ServiceCharacteristics(plan, accessory, this, context, links::changed);
        this.defined = characteristics.define(host, behaviour);
    }

    /** What it is. */
    AccessoryType type() {
        return plan.type();
    }

    /** Whose functions it calls. */
    Contributor contributor() {
        return contributor;
    }

    /** Tells it from the others of its accessory. */
    String key() {
        return plan.key();
    }

    /**
     * What the bridge gets.
     *
     * @param name what it is called, which may change while it goes on
     * @param configured the same where people can change it
     */
    Service definition(Optional<ServiceName> name, Optional<ConfiguredName> configured) {
        Service.Builder builder = Service.of(plan.type().service()).key(plan.key());
        defined.forEach(builder::with);
        name.map(ServiceName::text)
                .ifPresent(text -> builder.with(Characteristic.constant(CharacteristicTypes.NAME, Value.of(text))));
        configured.map(ConfiguredName::definition).ifPresent(builder::with);
        plan.linked().forEach(builder::linkedTo);
        return (plan.primary() ? builder.primary() : builder).build();
    }

    /** The host whose items it shows. */
    Host host() {
        return host;
    }

    /** Sends commands to the items of its host. */
    CommandDispatcher dispatcher() {
        return dispatcher;
    }

    /** The writes of controllers. */
    WriteQueue writes() {
        return writes;
    }

    /** What controllers wrote and no item has answered yet. */
    UnconfirmedWrites unconfirmed() {
        return unconfirmed;
    }

    /** Its characteristics. */
    ServiceCharacteristics characteristics() {
        return characteristics;
    }

    /** The services that it is linked with. */
    LinkedServices links() {
        return links;
    }

    /** Whether the other one is linked under it. */
    boolean isAbove(LiveService other) {
        return plan.linked().contains(other.plan.key());
    }

    /** Does a task of its own when no other is done. */
    void run(Supplier<List<Runnable>> task) {
        tasks.run(() -> isClosed ? List.of() : withNews(task.get()));
    }

    private List<Runnable> withNews(List<Runnable> afterwards) {
        List<Runnable> all = new ArrayList<>(afterwards);
        all.addAll(links.news());
        return all;
    }

    /** A service that is linked under it shows something else. */
    void hear() {
        run(() -> behaviour.map(BehaviourRunner::changed).orElse(List.of()));
    }

    /** An item got a state. */
    void updated(String item, ItemState state) {
        run(() -> answered(item, state));
    }

    private List<Runnable> answered(String item, ItemState state) {
        Map<Role, Value> written = unconfirmed.answered(item, characteristics.rolesOf(item));
        Map<Role, Value> before = characteristics.shown(written.keySet());
        List<Runnable> afterwards = take(item, state, each -> each.take(state));
        characteristics.announceSame(before, written);
        return afterwards;
    }

    /** Reads the state of every item anew, in case one was missed. */
    void refresh() {
        run(this::refreshed);
    }

    private List<Runnable> refreshed() {
        List<Runnable> afterwards = new ArrayList<>();
        if (!hasBegun && characteristics.isKeeping()) {
            behaviour.ifPresent(each -> afterwards.addAll(each.changed()));
        }
        hasBegun = true;
        for (String item : characteristics.items()) {
            state(item)
                    .filter(state -> !isOutpaced(item, state))
                    .ifPresent(state -> afterwards.addAll(take(item, state, each -> each.look(state))));
        }
        return afterwards;
    }

    /** Whether a controller has written since the item said that, so that it is no answer to it. */
    private boolean isOutpaced(String item, ItemState state) {
        return behaviour.filter(each -> each.isOutpaced(item, state)).isPresent();
    }

    private Optional<ItemState> state(String item) {
        try {
            return host.registry().flatMap(registry -> registry.item(item)).map(Item::state);
        } catch (ContributorException told) {
            return Optional.empty();
        }
    }

    private List<Runnable> take(String item, ItemState state, Predicate<LiveCharacteristic> taking) {
        boolean wasUndefined = characteristics.isUndefined();
        List<Runnable> afterwards = behaviour
                .map(each -> each.updated(item, characteristics.rolesOf(item), state))
                .orElse(List.of());
        Set<Role> decided = behaviour.map(BehaviourRunner::decided).orElse(Set.of());
        characteristics.take(item, state, decided, taking);
        if (wasUndefined && !characteristics.isUndefined()) {
            characteristics.announceAnswering();
        }
        return afterwards;
    }

    /** Announces the values that aren't as they were; those that weren't known go without saying. */
    void announceUnlike(Map<CharacteristicType, Value> before) {
        run(() -> {
            characteristics.announceUnlike(before);
            return List.of();
        });
    }

    /** What those are given who read a role now instead of what is shown, for a behaviour above; on its thread. */
    Optional<Value> reading(Role role) {
        return behaviour.flatMap(each -> each.reading(role));
    }

    /** The same for controllers: on a thread for foreign code, unless there is nothing to ask. */
    CompletionStage<Optional<Value>> asked(Role role) {
        return behaviour.map(each -> each.asked(role)).orElse(NOTHING);
    }

    /** What takes the writes of controllers to a characteristic that an item feeds. */
    Function<Write, CompletionStage<Value>> writer(LiveCharacteristic target) {
        return behaviour
                .<Function<Write, CompletionStage<Value>>>map(each -> write -> each.write(target.role(), write))
                .orElseGet(() -> new WriteThrough(this, target));
    }

    /** Ends the behaviour's timer, and takes nothing more. */
    void close() {
        isClosed = true;
        writes.close();
        behaviour.ifPresent(BehaviourRunner::close);
    }

    @Override
    public String toString() {
        return plan.key();
    }
}
