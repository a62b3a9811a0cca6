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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;

/**
 * Adaptive Lighting: lets the lamps of a bridge that have a colour temperature follow the curve that a home hub sends, until
 * somebody chooses a colour, the curve ends or the lamp goes (as HAP-NodeJS, AdaptiveLightingController). This is what the
 * bridge calls and what controllers read and write; what runs is in {@link RunningTransitions}. Safe for all threads: no
 * method waits, and requests are worked on in the queue of the bridge.
 */
final class AdaptiveLighting implements BridgeExtension {
    private final ExtendedBridge bridge;
    private final RunningTransitions transitions;

    /**
     * Prepares it for one bridge.
     *
     * @param clock milliseconds since 1970-01-01 UTC
     */
    AdaptiveLighting(ExtendedBridge bridge, LongSupplier clock) {
        this.bridge = bridge;
        this.transitions = new RunningTransitions(bridge, clock);
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
                        .value(() -> lamp(key).map(transitions::count).orElse(Value.of(0L)))
                        .direct()
                        .build());
    }

    @Override
    public void published(Collection<ExtendedService> services) {
        transitions.published(new AdaptiveLamps(services));
    }

    @Override
    public boolean silences(CharacteristicId characteristic, Value change) {
        Optional<AdaptiveLamp> lamp = transitions.lamps().find(characteristic);
        Optional<RunningTransition> running = lamp.flatMap(transitions::find);
        if (running.isEmpty()) {
            return false;
        }
        if (lamp.get().isDecisive(characteristic)) {
            running.get().updateSoon();
        }
        if (!lamp.get().isColour(characteristic)) {
            return false;
        }
        ChangeAttribution.Origin origin = running.get().judge(lamp.get().type(characteristic), change);
        if (origin == ChangeAttribution.Origin.OTHERS) {
            transitions.end(running.get());
        }
        return origin == ChangeAttribution.Origin.OURS;
    }

    @Override
    public void written(CharacteristicId characteristic) {
        transitions
                .lamps()
                .find(characteristic)
                .ifPresent(lamp -> transitions.find(lamp).ifPresent(running -> {
                    if (lamp.isColour(characteristic)) {
                        transitions.end(running);
                    } else if (lamp.isDecisive(characteristic)) {
                        running.updateSoon();
                    }
                }));
    }

    @Override
    public void unpaired() {
        transitions.endAll();
    }

    @Override
    public void close() {
        transitions.stop();
    }

    private Optional<AdaptiveLamp> lamp(ServiceKey key) {
        return transitions.lamps().find(key);
    }

    private Value supported(ServiceKey key) {
        return Value.of(lamp(key)
                .map(lamp -> TransitionControl.supported(
                        lamp.brightness().iid().value(), lamp.id().iid().value()))
                .orElse(new byte[0]));
    }

    private Value status(ServiceKey key) {
        return Value.of(lamp(key)
                .flatMap(transitions::find)
                .map(RunningTransition::transition)
                .map(each -> TransitionControl.status(each, each.elapsed(transitions.now())))
                .orElse(new byte[0]));
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
            AdaptiveLamp lamp = lamp(key)
                    .filter(AdaptiveLamp::present)
                    .orElseThrow(() -> new HapStatusException(HapStatus.UNABLE_TO_COMMUNICATE, "the lamp is away"));
            TransitionControl control = TransitionControl.of(request);
            Value reply = Value.of(answer(lamp, control));
            if (control.update().isPresent()) {
                transitions.save().thenRun(() -> answer.complete(reply));
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
                        ? transitions.find(lamp).map(RunningTransition::transition)
                        : Optional.empty();
        return TransitionControl.answer(current, request.update().map(update -> update(lamp, update)));
    }

    private byte[] update(AdaptiveLamp lamp, TlvFields configuration) {
        if (ValueTransition.iid(configuration) != lamp.id().iid().value()) {
            throw new IllegalArgumentException("only the colour temperature follows a curve");
        }
        Optional<ValueTransition> transition =
                ValueTransition.read(configuration, lamp.brightness().iid().value(), transitions.now());
        if (transition.isEmpty()) {
            transitions.find(lamp).ifPresent(transitions::end);
            return new byte[0];
        }
        transitions.begin(lamp.id(), transition.get());
        transitions.tellCount(lamp.id());
        return TransitionControl.status(transition.get(), 0);
    }
}
