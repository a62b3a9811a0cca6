// SPDX-License-Identifier: EPL-2.0
package io.latchkey.adaptive.internal;

import static io.latchkey.api.model.CharacteristicTypes.BRIGHTNESS;
import static io.latchkey.api.model.CharacteristicTypes.COLOR_TEMPERATURE;
import static io.latchkey.api.model.CharacteristicTypes.HUE;
import static io.latchkey.api.model.CharacteristicTypes.ON;
import static io.latchkey.api.model.CharacteristicTypes.SATURATION;

import io.latchkey.api.extension.ExtendedBridge;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.InstanceId;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.StoreException;
import io.latchkey.api.testing.ManualWorkers;
import java.nio.file.Path;
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
import java.util.concurrent.Future;

/**
 * A bridge with one lamp of 153 to 400 mired and a colour. Everything happens on the test's thread, at once, where a real
 * bridge has a queue; what comes while threads are busy waits.
 */
final class LampBridge implements ExtendedBridge {
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final ManualWorkers workers;
    private final Map<Domain<?>, Object> memory;
    final Map<CharacteristicType, Value> values = new HashMap<>(Map.of(
            ON, Value.TRUE,
            BRIGHTNESS, Value.of(50L),
            COLOR_TEMPERATURE, Value.of(200L),
            HUE, Value.of(0.0),
            SATURATION, Value.of(0.0)));
    final Map<CharacteristicType, Value> announced = new HashMap<>();
    final Map<CharacteristicType, CharacteristicId> ids = new LinkedHashMap<>();
    final List<String> events = new ArrayList<>();
    private final List<Long> warmths = new ArrayList<>();
    Set<CharacteristicId> watched = Set.of();
    boolean mute;
    boolean busy;
    boolean broken;
    boolean closed;

    LampBridge(ManualWorkers workers, Map<Domain<?>, Object> memory) {
        this.workers = workers;
        this.memory = memory;
    }

    List<Long> takeWarmths() {
        List<Long> taken = List.copyOf(warmths);
        warmths.clear();
        return taken;
    }

    List<String> takeEvents() {
        List<String> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    @Override
    public String id() {
        return "home";
    }

    @Override
    public Optional<Path> folder() {
        return Optional.empty();
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

    void number(CharacteristicType type) {
        ids.put(type, new CharacteristicId(new AccessoryId(2), new InstanceId(ids.size() + 8L)));
    }

    private CharacteristicType type(CharacteristicId id) {
        return ids.entrySet().stream()
                .filter(each -> each.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    static Service lamp() {
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

    static String event(CharacteristicType type, Value value) {
        String number = value instanceof Value.Whole whole
                ? Long.toString(whole.number())
                : value instanceof Value.Decimal decimal ? Double.toString(decimal.number()) : value.toString();
        return type.name() + " " + number;
    }
}
