// SPDX-License-Identifier: EPL-2.0
package io.latchkey.adaptive.internal;

import static io.latchkey.api.model.CharacteristicTypes.BRIGHTNESS;
import static io.latchkey.api.model.CharacteristicTypes.CHARACTERISTIC_VALUE_ACTIVE_TRANSITION_COUNT;
import static io.latchkey.api.model.CharacteristicTypes.CHARACTERISTIC_VALUE_TRANSITION_CONTROL;
import static io.latchkey.api.model.CharacteristicTypes.COLOR_TEMPERATURE;
import static io.latchkey.api.model.CharacteristicTypes.HUE;
import static io.latchkey.api.model.CharacteristicTypes.ON;
import static io.latchkey.api.model.CharacteristicTypes.SATURATION;

import io.latchkey.api.extension.ExtendedBridge;
import io.latchkey.api.extension.ExtendedService;
import io.latchkey.api.extension.ServiceKey;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.InstanceId;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.StoreException;
import io.latchkey.api.store.Transitions;
import io.latchkey.api.testing.ManualWorkers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * A bridge with one lamp of 153 to 400 mired and a colour. Everything happens on the test's thread, at once, where a real
 * bridge has a queue; as there, a value that is no news is told to nobody, and what comes while threads are busy waits.
 */
final class LightingRig implements ExtendedBridge {
    private static final ServiceKey KEY = new ServiceKey("test", "Lamp", "Lightbulb");
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final ManualWorkers workers = new ManualWorkers();
    private final Map<Domain<?>, Object> memory;
    private final Map<CharacteristicType, Value> values = new HashMap<>(Map.of(
            ON, Value.TRUE,
            BRIGHTNESS, Value.of(50L),
            COLOR_TEMPERATURE, Value.of(200L),
            HUE, Value.of(0.0),
            SATURATION, Value.of(0.0)));
    private final Map<CharacteristicType, Value> announced = new HashMap<>();
    private final Map<CharacteristicType, CharacteristicId> ids = new LinkedHashMap<>();
    private final Map<CharacteristicType, Characteristic> added = new HashMap<>();
    private final List<String> events = new ArrayList<>();
    private final List<Long> warmths = new ArrayList<>();
    private final AdaptiveLighting lighting;
    private final Service lamp = lamp();
    private Set<CharacteristicId> watched = Set.of();
    private boolean echoing;
    private boolean mute;
    private boolean busy;
    private boolean broken;
    private boolean closed;

    /** A bridge that remembers what is given. */
    LightingRig(Map<Domain<?>, Object> memory) {
        this.memory = memory;
        lighting = new AdaptiveLighting(this, () -> workers.nanoTime() / 1_000_000);
        List<Characteristic> more = lighting.additions(KEY, lamp);
        more.forEach(each -> added.put(each.type(), each));
        lamp.characteristics().forEach(each -> number(each.type()));
        more.forEach(each -> number(each.type()));
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
        List<Long> taken = List.copyOf(warmths);
        warmths.clear();
        return taken;
    }

    /** Changes the lamp by hand. */
    void set(CharacteristicType type, Value value) {
        values.put(type, value);
    }

    /** Lets the lamp answer reads, or not. */
    void mute(boolean isMute) {
        mute = isMute;
    }

    /** Lets the threads have too much to do, or not. */
    void busy(boolean isBusy) {
        busy = isBusy;
    }

    /** Lets the store fail. */
    void broken() {
        broken = true;
    }

    /** Lets the lamp come. */
    void join() {
        lighting.published(List.of(new ExtendedService(KEY, lamp, true, ids)));
        pass(Duration.ofSeconds(1));
    }

    /** Lets the lamp be absent. */
    void leave() {
        lighting.published(List.of(new ExtendedService(KEY, lamp, false, ids)));
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
                changed(COLOR_TEMPERATURE, values.get(COLOR_TEMPERATURE));
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
        return remembered(Domain.TRANSITIONS).orElseThrow().running();
    }

    /** The host tells a change. */
    void changed(CharacteristicType type, Value value) {
        if (value.equals(announced.put(type, value))) {
            return;
        }
        if (!watched.contains(ids.get(type)) || !lighting.silences(ids.get(type), value)) {
            events.add(event(type, value));
        }
    }

    /** A controller is about to write. */
    void written(CharacteristicType type) {
        if (watched.contains(ids.get(type))) {
            lighting.written(ids.get(type));
        }
    }

    long iid(CharacteristicType type) {
        return ids.get(type).iid().value();
    }

    /** What subscribers heard. */
    List<String> takeEvents() {
        List<String> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    void close() {
        closed = true;
        lighting.close();
    }

    @Override
    public String id() {
        return "home";
    }

    @Override
    public CompletionStage<Map<CharacteristicId, Value>> read(Collection<CharacteristicId> characteristics) {
        Map<CharacteristicId, Value> read = new HashMap<>();
        characteristics.stream().filter(id -> !mute).forEach(id -> read.put(id, values.get(type(id))));
        return CompletableFuture.completedFuture(read);
    }

    @Override
    public CompletionStage<HapStatus> write(CharacteristicId characteristic, Value value) {
        values.put(type(characteristic), value);
        warmths.add(((Value.Whole) value).number());
        return CompletableFuture.completedFuture(HapStatus.SUCCESS);
    }

    @Override
    public Optional<Value> known(CharacteristicId characteristic) {
        return Optional.ofNullable(announced.get(type(characteristic)));
    }

    @Override
    public void tell(CharacteristicId characteristic, Value value) {
        announced.put(type(characteristic), value);
        events.add(event(type(characteristic), value));
    }

    @Override
    public void watch(Set<CharacteristicId> characteristics) {
        watched = characteristics;
    }

    @Override
    public void execute(Runnable task) {
        if (busy) {
            workers.schedule(RETRY, () -> execute(task));
        } else if (!closed) {
            task.run();
        }
    }

    @Override
    public Future<?> schedule(Duration delay, Runnable task) {
        return workers.schedule(delay, () -> execute(task));
    }

    @Override
    public <T> Optional<T> remembered(Domain<T> domain) {
        return Optional.ofNullable(domain.type().cast(memory.get(domain)));
    }

    @Override
    public <T> CompletionStage<Void> remember(Domain<T> domain, T value) {
        if (broken) {
            return CompletableFuture.failedFuture(new StoreException("the disk is full"));
        }
        memory.put(domain, value);
        return CompletableFuture.completedFuture(null);
    }

    private void number(CharacteristicType type) {
        ids.put(type, new CharacteristicId(new AccessoryId(2), new InstanceId(ids.size() + 8L)));
    }

    private CharacteristicType type(CharacteristicId id) {
        return ids.entrySet().stream()
                .filter(each -> each.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private Value value(CharacteristicType type) {
        return added.get(type)
                .reader()
                .orElseThrow()
                .get()
                .toCompletableFuture()
                .join();
    }

    private static Service lamp() {
        Service.Builder lamp = Service.of(ServiceTypes.LIGHTBULB);
        for (CharacteristicType type : List.of(ON, BRIGHTNESS, COLOR_TEMPERATURE, HUE, SATURATION)) {
            lamp.with(Characteristic.of(type)
                    .constraints(type == COLOR_TEMPERATURE ? type.constraints().range(153, 400) : type.constraints())
                    .value(() -> Value.NULL)
                    .onWrite(value -> {})
                    .build());
        }
        return lamp.build();
    }

    private static String event(CharacteristicType type, Value value) {
        String number = value instanceof Value.Whole whole
                ? Long.toString(whole.number())
                : value instanceof Value.Decimal decimal ? Double.toString(decimal.number()) : value.toString();
        return type.name() + " " + number;
    }
}
