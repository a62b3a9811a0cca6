// SPDX-License-Identifier: EPL-2.0
package io.latchkey.adaptive.internal;

import static io.latchkey.api.model.CharacteristicTypes.BRIGHTNESS;
import static io.latchkey.api.model.CharacteristicTypes.CHARACTERISTIC_VALUE_ACTIVE_TRANSITION_COUNT;
import static io.latchkey.api.model.CharacteristicTypes.CHARACTERISTIC_VALUE_TRANSITION_CONTROL;
import static io.latchkey.api.model.CharacteristicTypes.COLOR_TEMPERATURE;

import io.latchkey.api.extension.ExtendedService;
import io.latchkey.api.extension.ServiceKey;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Transitions;
import io.latchkey.api.testing.ManualWorkers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** Adaptive Lighting on a {@link LampBridge}; as on a real bridge, a value that is no news is told to nobody. */
final class LightingRig {
    private static final ServiceKey KEY = new ServiceKey("test", "Lamp", "Lightbulb");

    private final ManualWorkers workers = new ManualWorkers();
    private final LampBridge bridge;
    private final Map<CharacteristicType, Characteristic> added = new HashMap<>();
    private final AdaptiveLighting lighting;
    private final Service lamp = LampBridge.lamp();
    private boolean echoing;

    /** A bridge that remembers what is given. */
    LightingRig(Map<Domain<?>, Object> memory) {
        bridge = new LampBridge(workers, memory);
        lighting = new AdaptiveLighting(bridge, () -> workers.nanoTime() / 1_000_000);
        List<Characteristic> more = lighting.additions(KEY, lamp);
        more.forEach(each -> added.put(each.type(), each));
        lamp.characteristics().forEach(each -> bridge.number(each.type()));
        more.forEach(each -> bridge.number(each.type()));
        join();
    }

    AdaptiveLighting lighting() {
        return lighting;
    }

    ManualWorkers workers() {
        return workers;
    }

    /** The colour temperatures that the lamp was told, in order; forgotten by this look at them. */
    List<Long> takeWarmths() {
        return bridge.takeWarmths();
    }

    /** Changes the lamp by hand. */
    void set(CharacteristicType type, Value value) {
        bridge.values.put(type, value);
    }

    /** Lets the lamp answer reads, or not. */
    void mute(boolean isMute) {
        bridge.mute = isMute;
    }

    /** Lets the threads have too much to do, or not. */
    void busy(boolean isBusy) {
        bridge.busy = isBusy;
    }

    /** Lets the store fail. */
    void broken() {
        bridge.broken = true;
    }

    /** Lets the lamp come. */
    void join() {
        lighting.published(List.of(new ExtendedService(KEY, lamp, true, bridge.ids)));
        pass(Duration.ofSeconds(1));
    }

    /** Lets the lamp be absent. */
    void leave() {
        lighting.published(List.of(new ExtendedService(KEY, lamp, false, bridge.ids)));
        pass(Duration.ofSeconds(1));
    }

    /** Lets the lamp go for good, or the bridge want no additions to it. */
    void remove() {
        lighting.published(List.of());
        pass(Duration.ofSeconds(1));
    }

    /** Lets the lamp tell the host what it was told. */
    void echoing() {
        echoing = true;
    }

    /** Sends a curve that begins now. */
    void begin() throws ExecutionException, InterruptedException {
        control(HubRequests.update(
                HubRequests.configuration(iid(COLOR_TEMPERATURE), HubRequests.curve(iid(BRIGHTNESS)))));
    }

    /** Sends a curve and lets the lamp get its first colour. */
    void running() throws ExecutionException, InterruptedException {
        begin();
        pass(Duration.ofMillis(1));
        takeWarmths();
        takeEvents();
    }

    /** Lets time pass, in steps in which the lamp may speak. */
    void pass(Duration time) {
        long steps = Math.max(1, time.toSeconds() / 10);
        for (long i = 0; i < steps; i++) {
            workers.pass(time.dividedBy(steps));
            if (echoing) {
                changed(COLOR_TEMPERATURE, bridge.values.get(COLOR_TEMPERATURE));
            }
        }
    }

    /** Writes the control point. */
    String control(String request) throws ExecutionException, InterruptedException {
        Write write = new Write(
                Value.of(HubRequests.bytes(request)), new ControllerId("HUB"), Optional.empty(), false, Runnable::run);
        Value answer = added.get(CHARACTERISTIC_VALUE_TRANSITION_CONTROL)
                .writer()
                .orElseThrow()
                .apply(write)
                .toCompletableFuture()
                .get();
        return HubRequests.hex(((Value.Bytes) answer).content());
    }

    /** Reads the control point. */
    String readControl() {
        return HubRequests.hex(((Value.Bytes) value(CHARACTERISTIC_VALUE_TRANSITION_CONTROL)).content());
    }

    boolean isRunning() {
        return value(CHARACTERISTIC_VALUE_ACTIVE_TRANSITION_COUNT).equals(Value.of(1L));
    }

    /** The transitions that are remembered. */
    List<Transitions.Running> stored() {
        return bridge.remembered(Domain.TRANSITIONS).orElseThrow().running();
    }

    /** The host tells a change. */
    void changed(CharacteristicType type, Value value) {
        if (value.equals(bridge.announced.put(type, value))) {
            return;
        }
        if (!bridge.watched.contains(bridge.ids.get(type)) || !lighting.silences(bridge.ids.get(type), value)) {
            bridge.events.add(LampBridge.event(type, value));
        }
    }

    /** A controller is about to write. */
    void written(CharacteristicType type) {
        if (bridge.watched.contains(bridge.ids.get(type))) {
            lighting.written(bridge.ids.get(type));
        }
    }

    long iid(CharacteristicType type) {
        return bridge.ids.get(type).iid().value();
    }

    /** What subscribers heard. */
    List<String> takeEvents() {
        return bridge.takeEvents();
    }

    void close() {
        bridge.closed = true;
        lighting.close();
    }

    private Value value(CharacteristicType type) {
        return added.get(type)
                .reader()
                .orElseThrow()
                .get()
                .toCompletableFuture()
                .join();
    }
}
