// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.MappingContext;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.concurrent.ContributorException;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the behaviour of one service: keeps its state, gathers the writes of a request into one step, wakes it. Steps
 * are tasks of the service, those of writes on threads for foreign code; what they command is sent afterwards.
 *
 * @param <S> the state of the behaviour
 */
final class Conduct<S> implements Behaviour.Scene {
    private static final Logger LOG = LoggerFactory.getLogger(Conduct.class);
    private static final Duration BUSY = Duration.ofMillis(100);

    private final Behaviour<S> behaviour;
    private final LiveService service;
    private final Workers workers;
    private final boolean isRead;
    private final Map<String, ItemState> states = new ConcurrentHashMap<>();
    private final Map<Thread, Gathering> gatherings = new IdentityHashMap<>();
    private volatile S state;
    private Map<Role, Value> decided = Map.of();
    private volatile Optional<Future<?>> alarm = Optional.empty();
    private String lastWriter = "io.latchkey";
    private volatile boolean isClosed;

    private Conduct(Behaviour<S> behaviour, LiveService service, Workers workers) {
        this.behaviour = behaviour;
        this.service = service;
        this.workers = workers;
        this.isRead = service.contributor().get("its methods", () -> isRead(behaviour), true);
        this.state = service.contributor().require("initial", behaviour::initial);
    }

    static <S> Conduct<S> of(Behaviour<S> behaviour, LiveService service, Workers workers) {
        return new Conduct<>(behaviour, service, workers);
    }

    /** An item got a state; called in a task. Gives what to do once it is released. */
    List<Runnable> updated(String item, List<Role> roles, ItemState now) {
        states.put(item, now);
        return afterwards(step(new Behaviour.Input.Updated(roles, now)), new CompletableFuture<>());
    }

    /** The scene isn't as it was; called in a task. Gives what to do once it is released. */
    List<Runnable> changed() {
        return afterwards(step(new Behaviour.Input.Changed()), new CompletableFuture<>());
    }

    /** The roles whose values the behaviour decides on at the moment. */
    Set<Role> decided() {
        return decided.keySet();
    }

    /** A controller wrote; its answer comes when the whole request was taken. */
    CompletionStage<Value> written(Role role, Write write) {
        // The bridge hands over a request on one thread, without a pause: the thread tells requests apart.
        Thread thread = Thread.currentThread();
        synchronized (gatherings) {
            Gathering gathering = gatherings.get(thread);
            if (gathering == null) {
                gathering = new Gathering();
                gatherings.put(thread, gathering);
                write.batch().whenGathered(() -> gathered(thread));
            }
            gathering.values.put(role, write.value());
            gathering.source = Commands.source(write.controller());
            return gathering.answer;
        }
    }

    /** The limits of a role that no item plays. */
    Constraints limits(Role role) {
        return service.contributor()
                .get("limits", () -> behaviour.limits(role, this), role.type().constraints());
    }

    /** What a controller that reads a role is given instead of what was shown last; empty for that. */
    Optional<Value> reading(Role role) {
        return service.contributor().get("reading", () -> behaviour.reading(state, role, this), Optional.empty());
    }

    /** The same on a thread for foreign code; most behaviours leave it at what is shown and aren't asked. */
    CompletionStage<Optional<Value>> asked(Role role) {
        if (!isRead) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return service.contributor()
                .ask("reading", () -> behaviour.reading(state, role, this))
                .exceptionally(told -> Optional.empty());
    }

    /** Ends the timer; no more steps by time. */
    void close() {
        isClosed = true;
        alarm.ifPresent(pending -> pending.cancel(false));
    }

    @Override
    public Duration clock() {
        return Duration.ofNanos(workers.nanoTime());
    }

    @Override
    public List<Behaviour.Linked> linked() {
        return service.kin().linked();
    }

    @Override
    public Set<String> linkedUnder() {
        return service.kin().linkedUnder();
    }

    @Override
    public Optional<MappingContext> player(Role role) {
        return service.fed(role).map(LiveCharacteristic::context);
    }

    @Override
    public ItemState state(Role role) {
        return player(role)
                .map(context -> states.getOrDefault(context.item().name(), ItemState.Missing.NULL))
                .orElse(ItemState.Missing.NULL);
    }

    @Override
    public Optional<Value> value(Role role) {
        return service.fixed(role).or(() -> service.kept(role)).or(() -> Behaviour.Scene.super.value(role));
    }

    private void gathered(Thread thread) {
        Gathering gathering;
        synchronized (gatherings) {
            gathering = gatherings.remove(thread);
        }
        service.writes().add("step", gathering.answer, () -> {
            lastWriter = gathering.source;
            return afterwards(taken(gathering.values), gathering.answer);
        });
    }

    private List<Runnable> elapsed() {
        return isClosed ? List.of() : afterwards(step(new Behaviour.Input.Elapsed()), new CompletableFuture<>());
    }

    private Behaviour.Step<S> taken(Map<Role, Value> written) {
        Map<Role, Optional<Value>> wishes = new HashMap<>();
        written.forEach((role, value) -> wishes.put(role, Optional.of(value)));
        Map<Role, Optional<Value>> before = service.choose(wishes);
        Behaviour.Step<S> step = step(new Behaviour.Input.Written(written));
        if (step.refusal().isPresent()) {
            service.choose(before);
        } else {
            service.remember(before.keySet());
        }
        before.keySet().stream()
                .filter(role -> !decided.containsKey(role))
                .forEach(role -> service.follow(role, state(role)));
        return step;
    }

    private Behaviour.Step<S> step(Behaviour.Input input) {
        try {
            Behaviour.Step<S> next = service.contributor().require("step", () -> behaviour.step(state, input, this));
            if (service.contributor().isLeftOut()) {
                return failed();
            }
            Set<Role> released = new HashSet<>(decided.keySet());
            released.removeAll(next.values().keySet());
            state = next.state();
            decided = next.values();
            service.override(decided);
            released.forEach(role -> service.follow(role, state(role)));
            wakeIn(next.wakeUp());
            return next;
        } catch (ContributorException told) {
            return failed();
        }
    }

    /** Nothing has changed; a controller whose write it was is told. */
    private Behaviour.Step<S> failed() {
        return Behaviour.Step.quiet(state).refusing(HapStatus.UNABLE_TO_COMMUNICATE);
    }

    private static boolean isRead(Behaviour<?> behaviour) {
        return Arrays.stream(behaviour.getClass().getMethods())
                .filter(method -> method.getName().equals("reading") && method.getParameterCount() == 3)
                .anyMatch(method -> method.getDeclaringClass() != Behaviour.class);
    }

    private void wakeIn(Optional<Duration> wish) {
        if (wish.isPresent() && !isClosed) {
            alarm.ifPresent(pending -> pending.cancel(false));
            alarm = scheduled(wish.get());
        }
    }

    private void wake() {
        service.contributor()
                .ask("step", () -> {
                    service.run(this::elapsed);
                    return this;
                })
                .whenComplete((done, failure) -> {
                    if (failure != null && !isClosed) {
                        scheduled(BUSY);
                    }
                });
    }

    private Optional<Future<?>> scheduled(Duration delay) {
        try {
            return Optional.of(workers.schedule(delay, this::wake));
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The behaviour of {} isn't woken any more: the threads have stopped", service);
            return Optional.empty();
        }
    }

    private List<Runnable> afterwards(Behaviour.Step<S> step, CompletableFuture<Value> answer) {
        String source = lastWriter;
        return List.of(() -> {
            List<CompletableFuture<Value>> sent = new ArrayList<>();
            step.commands()
                    .forEach(command -> service.kin()
                            .target(command)
                            .map(target -> service.send(target, command.command(), source))
                            .ifPresent(stage -> sent.add(stage.toCompletableFuture())));
            step.refusal().ifPresent(status -> sent.add(refused(status)));
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).whenComplete((done, failure) -> {
                if (failure == null) {
                    answer.complete(Value.NULL);
                } else {
                    answer.completeExceptionally(cause(failure));
                }
            });
        });
    }

    private static CompletableFuture<Value> refused(HapStatus status) {
        return CompletableFuture.failedFuture(new HapStatusException(status, "the behaviour refuses it"));
    }

    private static Throwable cause(Throwable failure) {
        return failure.getCause() == null ? failure : failure.getCause();
    }

    private static final class Gathering {
        private final Map<Role, Value> values = new HashMap<>();
        private final CompletableFuture<Value> answer = new CompletableFuture<>();
        private String source = "";
    }
}
