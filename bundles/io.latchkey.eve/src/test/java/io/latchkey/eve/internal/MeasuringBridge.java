// SPDX-License-Identifier: EPL-2.0
package io.latchkey.eve.internal;

import io.latchkey.api.extension.ExtendedBridge;
import io.latchkey.api.extension.ExtendedService;
import io.latchkey.api.extension.ServiceKey;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.InstanceId;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.Domain;
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

/** A bridge with one accessory, whose values a test sets. Everything happens on the test's thread, at once. */
final class MeasuringBridge implements ExtendedBridge {
    private static final String PROVIDER = "test";

    private final ManualWorkers workers;
    private final Optional<Path> folder;
    private final Map<CharacteristicType, CharacteristicId> ids = new LinkedHashMap<>();
    private final Map<CharacteristicId, Value> values = new HashMap<>();
    private final List<byte[]> told = new ArrayList<>();
    private Set<CharacteristicId> watched = Set.of();

    MeasuringBridge(ManualWorkers workers, Optional<Path> folder) {
        this.workers = workers;
        this.folder = folder;
    }

    /** The accessory as it is published, with what is added. */
    List<ExtendedService> publish(Accessory accessory, List<Service> added) {
        List<Service> all = new ArrayList<>(accessory.services());
        all.addAll(added);
        return all.stream().map(service -> published(accessory, service)).toList();
    }

    /** Sets a value, and tells who watches it. */
    void change(EveHistory history, CharacteristicType type, Value value) {
        CharacteristicId id = ids.get(type);
        values.put(id, value);
        if (watched.contains(id)) {
            history.silences(id, value);
        }
    }

    /** Nobody can be read any more. */
    void away() {
        values.clear();
    }

    /** What subscribers were told; forgotten by this look at it. */
    List<byte[]> takeTold() {
        List<byte[]> taken = List.copyOf(told);
        told.clear();
        return taken;
    }

    int watched() {
        return watched.size();
    }

    @Override
    public String id() {
        return "home";
    }

    @Override
    public Optional<Path> folder() {
        return folder;
    }

    @Override
    public CompletionStage<Map<CharacteristicId, Value>> read(Collection<CharacteristicId> characteristics) {
        Map<CharacteristicId, Value> read = new HashMap<>(values);
        read.keySet().retainAll(characteristics);
        return CompletableFuture.completedFuture(read);
    }

    @Override
    public CompletionStage<HapStatus> write(CharacteristicId characteristic, Value value) {
        throw new AssertionError("a history writes nothing");
    }

    @Override
    public Optional<Value> known(CharacteristicId characteristic) {
        return Optional.ofNullable(values.get(characteristic));
    }

    @Override
    public void tell(CharacteristicId characteristic, Value value) {
        if (characteristic.equals(ids.get(EveTypes.STATUS))) {
            told.add(((Value.Bytes) value).content());
        }
    }

    @Override
    public void watch(Set<CharacteristicId> characteristics) {
        watched = characteristics;
    }

    @Override
    public void execute(Runnable task) {
        task.run();
    }

    @Override
    public Future<?> schedule(Duration delay, Runnable task) {
        return workers.schedule(delay, task);
    }

    @Override
    public <T> Optional<T> remembered(Domain<T> domain) {
        return Optional.empty();
    }

    @Override
    public <T> CompletionStage<Void> remember(Domain<T> domain, T value) {
        throw new AssertionError("entries are too much for the memory of a bridge");
    }

    private ExtendedService published(Accessory accessory, Service service) {
        Map<CharacteristicType, CharacteristicId> own = new HashMap<>();
        for (Characteristic each : service.characteristics()) {
            own.put(
                    each.type(),
                    ids.computeIfAbsent(
                            each.type(),
                            type -> new CharacteristicId(new AccessoryId(2), new InstanceId(ids.size() + 8L))));
        }
        return new ExtendedService(new ServiceKey(PROVIDER, accessory.key(), service.key()), service, true, own);
    }
}
