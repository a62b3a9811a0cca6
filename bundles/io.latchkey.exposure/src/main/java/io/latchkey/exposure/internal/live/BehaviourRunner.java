// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.accessory.Behaviour;
import io.latchkey.api.accessory.Derivation;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.concurrent.ContributorException;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import io.latchkey.exposure.internal.plan.RoleSource;
import io.latchkey.exposure.internal.plan.ServicePlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/**
 * Runs the behaviour of one service: keeps its state, hands it what happens as steps, shows what it decides and has sent
 * what it commands. Steps are tasks of the service; those for writes and wake-ups run on threads for foreign code. A step
 * that fails changes nothing.
 *
 * @param <S> the state of the behaviour
 */
final class BehaviourRunner<S> {
    private final Behaviour<S> behaviour;
    private final LiveService service;
    private final ServiceScene scene;
    private final RequestGathering requests = new RequestGathering(this::written);
    private final BehaviourTimer timer;
    private final boolean isRead;
    private volatile S state;
    private Map<Role, Value> decided = Map.of();
    private String lastWriter = CommandDispatcher.SOURCE;

    private BehaviourRunner(Behaviour<S> behaviour, LiveService service, Workers workers) {
        this.behaviour = behaviour;
        this.service = service;
        this.scene = new ServiceScene(service, workers);
        this.timer = new BehaviourTimer(service, workers, () -> stepped(new Behaviour.Input.Elapsed()));
        this.isRead = service.contributor().get("its methods", () -> isRead(behaviour), true);
        this.state = service.contributor().require("initial", behaviour::initial);
    }

    /**
     * Runs the behaviour of a type, or one that only takes what is written where the type has none and values are kept;
     * empty where neither is needed.
     */
    static Optional<BehaviourRunner<?>> of(ServicePlan plan, LiveService service, Workers workers) {
        boolean isKeeping = plan.sources().entrySet().stream()
                .anyMatch(entry -> entry.getKey().isKept() && entry.getValue() instanceof RoleSource.Fixed);
        return plan.type()
                .behaviour()
                .or(() -> isKeeping
                        ? Optional.of(new Derivation(plan.type().roles(), scene -> Map.of()))
                        : Optional.empty())
                .map(behaviour -> of(behaviour, service, workers));
    }

    private static <S> BehaviourRunner<S> of(Behaviour<S> behaviour, LiveService service, Workers workers) {
        return new BehaviourRunner<>(behaviour, service, workers);
    }

    /** An item got a state; called in a task. Gives what to send afterwards. */
    List<Runnable> updated(String item, List<Role> roles, ItemState now) {
        scene.put(item, now);
        return stepped(new Behaviour.Input.Updated(roles, now));
    }

    /** What it may know isn't as it was; called in a task. Gives what to send afterwards. */
    List<Runnable> changed() {
        return stepped(new Behaviour.Input.Changed());
    }

    /** Whether it shows something else now than an item said last, and has heard that state of it already. */
    boolean isOutpaced(String item, ItemState state) {
        return !decided.isEmpty() && scene.isKnown(item, state);
    }

    /** The roles whose values the behaviour decides on at the moment. */
    Set<Role> decided() {
        return decided.keySet();
    }

    /** A controller wrote; its answer comes when the whole request was taken. */
    CompletionStage<Value> write(Role role, Write write) {
        service.unconfirmed().written(role, write.value());
        return requests.add(role, write);
    }

    /** The limits of a role that no item plays. */
    Constraints limits(Role role) {
        return service.contributor()
                .get("limits", () -> behaviour.limits(role, scene), role.type().constraints());
    }

    /** What a controller that reads a role is given instead of what was shown last; empty for that. */
    Optional<Value> reading(Role role) {
        return service.contributor().get("reading", () -> behaviour.reading(state, role, scene), Optional.empty());
    }

    /** The same on a thread for foreign code; most behaviours leave it at what is shown and aren't asked. */
    CompletionStage<Optional<Value>> asked(Role role) {
        if (!isRead) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return service.contributor()
                .ask("reading", () -> behaviour.reading(state, role, scene))
                .exceptionally(told -> Optional.empty());
    }

    /** Ends the timer; no more steps by time. */
    void close() {
        timer.close();
    }

    private void written(RequestGathering.Gathered request) {
        service.writes().add("step", request.answer(), () -> {
            lastWriter = request.source();
            return sending(taken(request.values()), request.answer(), request.batch()::commanded);
        });
    }

    private Behaviour.Step<S> taken(Map<Role, Value> written) {
        ServiceCharacteristics characteristics = service.characteristics();
        Map<Role, Optional<Value>> chosen = new HashMap<>();
        written.forEach((role, value) -> chosen.put(role, Optional.of(value)));
        Map<Role, Optional<Value>> before = characteristics.choose(chosen);
        Behaviour.Step<S> step = step(new Behaviour.Input.Written(written));
        if (step.refusal().isPresent()) {
            characteristics.choose(before);
        } else {
            characteristics.remember(before.keySet());
        }
        before.keySet().stream()
                .filter(role -> !decided.containsKey(role))
                .forEach(role -> characteristics.follow(role, scene.state(role)));
        return step;
    }

    private List<Runnable> stepped(Behaviour.Input input) {
        return sending(step(input), new CompletableFuture<>(), (item, command) -> {});
    }

    private Behaviour.Step<S> step(Behaviour.Input input) {
        try {
            Behaviour.Step<S> next = service.contributor().require("step", () -> behaviour.step(state, input, scene));
            if (service.contributor().isLeftOut()) {
                return failed();
            }
            state = next.state();
            show(next.values());
            next.wakeUp().ifPresent(timer::set);
            return next;
        } catch (ContributorException told) {
            return failed();
        }
    }

    private void show(Map<Role, Value> values) {
        Set<Role> released = new HashSet<>(decided.keySet());
        released.removeAll(values.keySet());
        decided = values;
        service.characteristics().override(decided);
        released.forEach(role -> service.characteristics().follow(role, scene.state(role)));
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

    private List<Runnable> sending(
            Behaviour.Step<S> step, CompletableFuture<Value> answer, BiConsumer<String, String> whenCommanded) {
        String source = lastWriter;
        return List.of(() -> {
            List<CompletableFuture<Value>> sent = new ArrayList<>();
            step.commands()
                    .forEach(command -> service.links()
                            .target(command)
                            .map(target -> {
                                whenCommanded.accept(
                                        target.item(), command.command().text());
                                return target.send(command.command(), source);
                            })
                            .ifPresent(each -> sent.add(each.toCompletableFuture())));
            step.refusal().ifPresent(status -> sent.add(WriteAnswers.refused(status)));
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                    .whenComplete((done, failure) -> WriteAnswers.end(answer, Value.NULL, failure));
        });
    }
}
