// SPDX-License-Identifier: EPL-2.0
package io.latchkey.eve.internal;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.extension.BridgeExtension;
import io.latchkey.api.extension.ExtendedBridge;
import io.latchkey.api.extension.ExtendedService;
import io.latchkey.api.extension.ServiceKey;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The histories of the accessories of one bridge: adds to each that measures something Eve's service, through which
 * controllers read what was. This is what the bridge calls and what controllers read and write. Safe for all threads; no
 * method waits.
 */
final class EveHistory implements BridgeExtension {
    private final ExtendedBridge bridge;
    private final Workers workers;
    private final LongSupplier clock;
    private final LeftHistories left;
    private final Map<HistoryKey, AccessoryRecording> histories = new ConcurrentHashMap<>();
    private volatile Map<CharacteristicId, AccessoryRecording> byCharacteristic = Map.of();

    /**
     * Prepares them for one bridge.
     *
     * @param clock milliseconds since 1970-01-01 UTC
     */
    EveHistory(ExtendedBridge bridge, Workers workers, LongSupplier clock) {
        this.bridge = bridge;
        this.workers = workers;
        this.clock = clock;
        this.left = new LeftHistories(workers, clock);
    }

    @Override
    public List<Characteristic> additions(ServiceKey key, Service service) {
        boolean isAsked = service.characteristics().stream()
                .anyMatch(each -> Stream.of(DataPoint.values())
                        .anyMatch(point -> point.isActivation()
                                && point.isOf(service.type(), each.type().uuid())));
        if (!isAsked
                || bridge.folder().isEmpty()
                || service.find(EveTypes.LAST_ACTIVATION).isPresent()) {
            return List.of();
        }
        HistoryKey accessory = new HistoryKey(key.provider(), key.accessory());
        return List.of(Characteristic.of(EveTypes.LAST_ACTIVATION)
                .read(() -> read(accessory, each -> each.lastActivation().thenApply(Value::of)))
                .direct()
                .build());
    }

    @Override
    public List<Service> services(String provider, Accessory accessory) {
        boolean hasOne = accessory.services().stream()
                .anyMatch(each -> each.type().uuid().equals(EveTypes.HISTORY.uuid()));
        if (hasOne
                || bridge.folder().isEmpty()
                || HistorySeries.of(accessory.services()).isEmpty()) {
            return List.of();
        }
        HistoryKey key = new HistoryKey(provider, accessory.key());
        return List.of(Service.of(EveTypes.HISTORY)
                .hidden()
                .with(Characteristic.of(EveTypes.STATUS)
                        .read(() -> read(key, each -> each.status().thenApply(Value::of)))
                        .direct()
                        .build())
                .with(Characteristic.of(EveTypes.ENTRIES)
                        .read(() -> read(key, each -> each.next().thenApply(Value::of)))
                        .direct()
                        .build())
                .with(Characteristic.of(EveTypes.REQUEST)
                        .write(write -> ask(key, write))
                        .direct()
                        .build())
                .with(Characteristic.of(EveTypes.SET_TIME)
                        .onWrite(time -> {})
                        .direct()
                        .build())
                .build());
    }

    @Override
    public void published(Collection<ExtendedService> services) {
        Map<HistoryKey, List<ExtendedService>> byAccessory = new HashMap<>();
        services.forEach(each -> byAccessory
                .computeIfAbsent(
                        new HistoryKey(each.key().provider(), each.key().accessory()), key -> new ArrayList<>())
                .add(each));
        Map<HistoryKey, HistoryPlace> places = new HashMap<>();
        byAccessory.forEach((key, parts) -> HistoryPlace.of(key, parts).ifPresent(place -> places.put(key, place)));
        new HashSet<>(histories.keySet())
                .stream()
                        .filter(key -> !histories.get(key).place().equals(places.get(key)))
                        .forEach(key -> histories.remove(key).stop());
        bridge.folder().ifPresent(folder -> {
            places.values().forEach(place -> begin(place, folder));
            left.delete(
                    folder,
                    histories.keySet().stream().map(HistoryKey::fileName).collect(Collectors.toSet()));
        });
        Map<CharacteristicId, AccessoryRecording> watched = new HashMap<>();
        histories.values().forEach(each -> each.place().points().keySet().forEach(id -> watched.put(id, each)));
        byCharacteristic = Map.copyOf(watched);
        bridge.watch(byCharacteristic.keySet());
    }

    @Override
    public boolean silences(CharacteristicId characteristic, Value value) {
        Optional.ofNullable(byCharacteristic.get(characteristic))
                .ifPresent(each -> each.changed(characteristic, value));
        return false;
    }

    @Override
    public void written(CharacteristicId characteristic) {
        // what a write brings about comes as a change
    }

    @Override
    public void unpaired() {
        // what was measured is about the home, not about who sees it
    }

    @Override
    public void close() {
        histories.values().forEach(AccessoryRecording::stop);
    }

    private void begin(HistoryPlace place, Path folder) {
        histories.computeIfAbsent(place.key(), key -> {
            StoredHistory stored = new StoredHistory(folder.resolve(key.fileName()), place.series(), workers);
            AccessoryRecording history = new AccessoryRecording(bridge, place, stored, clock);
            history.begin();
            return history;
        });
    }

    private CompletionStage<Value> read(HistoryKey key, Function<StoredHistory, CompletionStage<Value>> what) {
        return Optional.ofNullable(histories.get(key))
                .map(each -> what.apply(each.stored()))
                .orElseGet(() -> CompletableFuture.failedFuture(
                        new HapStatusException(HapStatus.UNABLE_TO_COMMUNICATE, "its history isn't read yet")));
    }

    private CompletionStage<Value> ask(HistoryKey key, Write write) {
        try {
            long from = HistoryMessages.requested(((Value.Bytes) write.value()).content());
            Optional.ofNullable(histories.get(key))
                    .ifPresent(each -> each.stored().ask(from));
            return CompletableFuture.completedFuture(Value.NULL);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(new HapStatusException(HapStatus.INVALID_VALUE, e.getMessage()));
        }
    }
}
