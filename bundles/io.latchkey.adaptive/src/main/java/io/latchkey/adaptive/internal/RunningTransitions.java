// SPDX-License-Identifier: EPL-2.0
package io.latchkey.adaptive.internal;

import io.latchkey.api.extension.ExtendedBridge;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The transitions that run on one bridge, one for each lamp at most. Each change of them is remembered over restarts and told
 * to controllers. Safe for all threads; no method waits.
 */
final class RunningTransitions implements TransitionContext {
    private static final Logger LOG = LoggerFactory.getLogger(RunningTransitions.class);

    private final ExtendedBridge bridge;
    private final LongSupplier clock;
    private final TransitionStore store;
    private final Map<CharacteristicId, RunningTransition> byLamp = new ConcurrentHashMap<>();
    private volatile AdaptiveLamps lamps = new AdaptiveLamps(List.of());
    private volatile boolean restored;

    RunningTransitions(ExtendedBridge bridge, LongSupplier clock) {
        this.bridge = bridge;
        this.clock = clock;
        this.store = new TransitionStore(bridge);
    }

    /** These lamps are there from now on: transitions of others end. The first time, those of the former run begin. */
    void published(AdaptiveLamps now) {
        lamps = now;
        byLamp.values().stream().filter(each -> now.find(each.id()).isEmpty()).forEach(this::end);
        if (!restored) {
            restored = true;
            store.load(now).forEach(this::begin);
        }
        watch();
    }

    AdaptiveLamps lamps() {
        return lamps;
    }

    /** The transition of a lamp. */
    Optional<RunningTransition> find(AdaptiveLamp lamp) {
        return Optional.ofNullable(byLamp.get(lamp.id()));
    }

    /** Begins a transition in place of the one that the lamp has. */
    void begin(CharacteristicId id, ValueTransition transition) {
        RunningTransition begun = new RunningTransition(id, transition, this);
        Optional.ofNullable(byLamp.put(id, begun)).ifPresent(RunningTransition::stop);
        watch();
        begun.begin();
        LOG.debug("Adaptive Lighting of {} is on", id);
    }

    void endAll() {
        byLamp.values().forEach(this::end);
    }

    /** Leaves all lamps alone; what is remembered stays. */
    void stop() {
        byLamp.values().forEach(RunningTransition::stop);
    }

    /** Remembers them; ends when that is durable or has failed. */
    CompletionStage<Void> save() {
        return store.save(byLamp.values());
    }

    /** How many transitions a lamp has: one or none. */
    Value count(AdaptiveLamp lamp) {
        return Value.of(byLamp.containsKey(lamp.id()) ? 1L : 0L);
    }

    /** Tells controllers how many transitions a lamp has. */
    void tellCount(CharacteristicId id) {
        lamps.find(id).ifPresent(lamp -> bridge.tell(lamp.count(), count(lamp)));
    }

    @Override
    public Optional<AdaptiveLamp> lamp(CharacteristicId id) {
        return lamps.find(id);
    }

    @Override
    public ExtendedBridge bridge() {
        return bridge;
    }

    @Override
    public long now() {
        return clock.getAsLong();
    }

    @Override
    public void end(RunningTransition transition) {
        if (byLamp.remove(transition.id(), transition)) {
            transition.stop();
            watch();
            LOG.debug("Adaptive Lighting of {} is off", transition.id());
            bridge.execute(() -> {
                save();
                tellCount(transition.id());
            });
        }
    }

    /** Hears of the lamps that have a transition and of no others: each change of those costs the host some time. */
    private synchronized void watch() {
        Set<CharacteristicId> watched = byLamp.keySet().stream()
                .flatMap(id -> lamps.find(id).stream())
                .flatMap(lamp -> lamp.watched().stream())
                .collect(Collectors.toSet());
        bridge.watch(watched);
    }
}
