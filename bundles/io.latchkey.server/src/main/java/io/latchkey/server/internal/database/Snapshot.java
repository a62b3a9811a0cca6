// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicId;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** All accessories of a bridge at one moment. Immutable but for the memories of values; read by all threads without lock. */
public final class Snapshot {
    static final Snapshot EMPTY = new Snapshot(List.of());

    private final List<PublishedAccessory> accessories;
    private final Map<AccessoryId, PublishedAccessory> byAid = new HashMap<>();
    private final Map<CharacteristicId, PublishedCharacteristic> byId = new HashMap<>();
    private final Map<Characteristic, PublishedCharacteristic> byDefinition = new IdentityHashMap<>();
    private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();
    private final String shape;

    Snapshot(List<PublishedAccessory> accessories) {
        this.accessories = List.copyOf(accessories);
        for (PublishedAccessory accessory : accessories) {
            byAid.put(accessory.aid(), accessory);
            for (PublishedService service : accessory.services()) {
                for (PublishedCharacteristic characteristic : service.characteristics()) {
                    byId.put(characteristic.id(), characteristic);
                    byDefinition.put(characteristic.definition(), characteristic);
                }
            }
        }
        this.shape = Shape.hash(accessories);
    }

    /** The bridge itself first, then by aid. */
    public List<PublishedAccessory> accessories() {
        return accessories;
    }

    /** Which model stands at the address of the server itself; empty before it is shown. */
    public Optional<String> model() {
        return find(AccessoryId.BRIDGE)
                .map(each -> LegalText.model(each.definition().info().model(), "Unknown"));
    }

    /** The accessory of that address. */
    public Optional<PublishedAccessory> find(AccessoryId aid) {
        return Optional.ofNullable(byAid.get(aid));
    }

    /** The characteristic of that address. */
    public Optional<PublishedCharacteristic> find(CharacteristicId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The characteristic of that definition, by identity. */
    Optional<PublishedCharacteristic> find(Characteristic definition) {
        return Optional.ofNullable(byDefinition.get(definition));
    }

    /** What is made of the snapshot once and goes with it, so that nobody else holds on to a definition that has left. */
    public <T> T derived(Class<T> type, Function<Snapshot, T> maker) {
        return type.cast(derived.computeIfAbsent(type, first -> maker.apply(this)));
    }

    /** A hash of all that makes controllers read the accessories anew. */
    public String shape() {
        return shape;
    }
}
