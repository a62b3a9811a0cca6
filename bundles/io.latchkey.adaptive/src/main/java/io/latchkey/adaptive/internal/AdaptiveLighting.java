// SPDX-License-Identifier: EPL-2.0
package io.latchkey.adaptive.internal;

import static io.latchkey.api.model.CharacteristicTypes.CHARACTERISTIC_VALUE_ACTIVE_TRANSITION_COUNT;
import static io.latchkey.api.model.CharacteristicTypes.CHARACTERISTIC_VALUE_TRANSITION_CONTROL;
import static io.latchkey.api.model.CharacteristicTypes.SUPPORTED_CHARACTERISTIC_VALUE_TRANSITION_CONFIGURATION;

import io.latchkey.api.extension.BridgeExtension;
import io.latchkey.api.extension.ExtendedBridge;
import io.latchkey.api.extension.ExtendedService;
import io.latchkey.api.extension.ServiceKey;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adaptive Lighting: lets the lamps of a bridge that have a colour temperature follow the curve that a home hub sends, until
 * somebody chooses a colour, the curve ends or the lamp goes (as HAP-NodeJS, AdaptiveLightingController). Each lamp has one
 * transition and one timer at most. Safe for all threads: no method waits, and requests and lamps are worked on in the queue
 * of the bridge.
 */
final class AdaptiveLighting implements BridgeExtension, TransitionContext {
    private static final Logger LOG = LoggerFactory.getLogger(AdaptiveLighting.class);

    private final ExtendedBridge bridge;
    private final LongSupplier clock;
    private final TransitionStore remembered;
    private final Map<CharacteristicId, RunningTransition> runs = new ConcurrentHashMap<>();
    private volatile AdaptiveLamps lamps = new AdaptiveLamps(List.of());
    private volatile boolean restored;

    /**
     * Prepares it for one bridge.
     *
     * @param clock milliseconds since 1970-01-01 UTC
     */
    AdaptiveLighting(ExtendedBridge bridge, LongSupplier clock) {
        this.bridge = bridge;
        this.clock = clock;
        this.remembered = new TransitionStore(bridge);
    }

    @Override
    public List<Characteristic> additions(ServiceKey key, Service service) {
        if (!AdaptiveLamp.canFollow(service)) {
            return List.of();
        }
        return List.of(
                Characteristic.of(SUPPORTED_CHARACTERISTIC_VALUE_TRANSITION_CONFIGURATION)
                        .value(() -> supported(key))
                        .direct()
                        .build(),
                Characteristic.of(CHARACTERISTIC_VALUE_TRANSITION_CONTROL)
                        .value(() -> status(key))
                        .write(write -> control(key, write))
                        .direct()
                        .build(),
                Characteristic.of(CHARACTERISTIC_VALUE_ACTIVE_TRANSITION_COUNT)
                        .value(() -> lamps.find(key).map(this::count).orElse(Value.of(0L)))
                        .direct()
                        .build());
    }

    @Override
    public void published(Collection<ExtendedService> services) {
        AdaptiveLamps now = new AdaptiveLamps(services);
        lamps = now;
        runs.values().stream().filter(run -> now.find(run.id()).isEmpty()).forEach(this::end);
        if (!restored) {
            restored = true;
            remembered.load(now).forEach(this::begin);
        }
        watch();
    }

    @Override
    public boolean silences(CharacteristicId characteristic, Value change) {
        Optional<AdaptiveLamp> lamp = lamps.find(characteristic);
        Optional<RunningTransition> run = lamp.map(each -> runs.get(each.id()));
        if (run.isEmpty()) {
            return false;
        }
        if (lamp.get().isDecisive(characteristic)) {
            run.get().updateSoon();
        }
        if (!lamp.get().isColour(characteristic)) {
            return false;
        }
        ChangeAttribution.Origin origin = run.get().judge(lamp.get().type(characteristic), change);
        if (origin == ChangeAttribution.Origin.OTHERS) {
            end(run.get());
        }
        return origin == ChangeAttribution.Origin.OURS;
    }

    @Override
    public void written(CharacteristicId characteristic) {
        lamps.find(characteristic)
                .ifPresent(lamp -> Optional.ofNullable(runs.get(lamp.id())).ifPresent(run -> {
                    if (lamp.isColour(characteristic)) {
                        end(run);
                    } else if (lamp.isDecisive(characteristic)) {
                        run.updateSoon();
                    }
                }));
    }

    @Override
    public void unpaired() {
        runs.values().forEach(this::end);
    }

    @Override
    public void close() {
        runs.values().forEach(RunningTransition::stop);
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
    public void end(RunningTransition run) {
        if (runs.remove(run.id(), run)) {
            run.stop();
            watch();
            LOG.debug("Adaptive Lighting of {} is off", run.id());
            bridge.execute(() -> changed(run.id()));
        }
    }

    private Value supported(ServiceKey key) {
        return Value.of(lamps.find(key)
                .map(lamp -> TransitionControl.supported(
                        lamp.brightness().iid().value(), lamp.id().iid().value()))
                .orElse(new byte[0]));
    }

    private Value status(ServiceKey key) {
        return Value.of(lamps.find(key)
                .map(lamp -> runs.get(lamp.id()))
                .map(run -> TransitionControl.status(
                        run.transition(), run.transition().elapsed(now())))
                .orElse(new byte[0]));
    }

    private Value count(AdaptiveLamp lamp) {
        return Value.of(runs.containsKey(lamp.id()) ? 1L : 0L);
    }

    private CompletionStage<Value> control(ServiceKey key, Write write) {
        CompletableFuture<Value> answer = new CompletableFuture<>();
        try {
            bridge.execute(() -> answer(key, ((Value.Bytes) write.value()).content(), answer));
        } catch (RejectedExecutionException full) {
            answer.completeExceptionally(new HapStatusException(HapStatus.BUSY, "too much work"));
        }
        return answer;
    }

    private void answer(ServiceKey key, byte[] request, CompletableFuture<Value> answer) {
        try {
            AdaptiveLamp lamp = lamps.find(key)
                    .filter(AdaptiveLamp::present)
                    .orElseThrow(() -> new HapStatusException(HapStatus.UNABLE_TO_COMMUNICATE, "the lamp is away"));
            TransitionControl control = TransitionControl.of(request);
            Value reply = Value.of(answer(lamp, control));
            if (control.update().isPresent()) {
                remembered.save(runs.values()).thenRun(() -> answer.complete(reply));
            } else {
                answer.complete(reply);
            }
        } catch (IllegalArgumentException e) {
            answer.completeExceptionally(new HapStatusException(HapStatus.INVALID_VALUE, e.getMessage()));
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    private byte[] answer(AdaptiveLamp lamp, TransitionControl request) {
        long iid = lamp.id().iid().value();
        Optional<ValueTransition> current =
                request.read().isPresent() && request.read().getAsLong() == iid
                        ? Optional.ofNullable(runs.get(lamp.id())).map(RunningTransition::transition)
                        : Optional.empty();
        return TransitionControl.answer(current, request.update().map(update -> update(lamp, update)));
    }

    private byte[] update(AdaptiveLamp lamp, TlvFields configuration) {
        if (ValueTransition.iid(configuration) != lamp.id().iid().value()) {
            throw new IllegalArgumentException("only the colour temperature follows a curve");
        }
        Optional<ValueTransition> transition =
                ValueTransition.read(configuration, lamp.brightness().iid().value(), now());
        if (transition.isEmpty()) {
            Optional.ofNullable(runs.get(lamp.id())).ifPresent(this::end);
            return new byte[0];
        }
        begin(lamp.id(), transition.get());
        tellCount(lamp.id());
        return TransitionControl.status(transition.get(), 0);
    }

    private void begin(CharacteristicId id, ValueTransition transition) {
        RunningTransition run = new RunningTransition(id, transition, this);
        Optional.ofNullable(runs.put(id, run)).ifPresent(RunningTransition::stop);
        watch();
        run.begin();
        LOG.debug("Adaptive Lighting of {} is on", id);
    }

    /** Hears of the lamps that follow a curve, and of no others: each change of those costs the host some time. */
    private synchronized void watch() {
        Set<CharacteristicId> watched = runs.keySet().stream()
                .flatMap(id -> lamps.find(id).stream())
                .flatMap(lamp -> lamp.watched().stream())
                .collect(Collectors.toSet());
        bridge.watch(watched);
    }

    private void changed(CharacteristicId id) {
        remembered.save(runs.values());
        tellCount(id);
    }

    private void tellCount(CharacteristicId id) {
        lamps.find(id).ifPresent(lamp -> bridge.tell(lamp.count(), count(lamp)));
    }
}
