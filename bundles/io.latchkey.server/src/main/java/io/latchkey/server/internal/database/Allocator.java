// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.InstanceId;
import io.latchkey.api.model.Service;
import io.latchkey.api.store.Allocation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives ids and never takes one back: rooms, names and automations in Home hang on them. An accessory that goes keeps
 * its entry, without its provider's name, so that it gets its ids again should it return. Not for use by several
 * threads.
 */
final class Allocator {
    /** The provider of an accessory that is not shown any more. */
    static final String NOBODY = "";
    /** The first iid that is free to be given. */
    static final long FIRST_IID = 2;

    private static final long FIRST_AID = 2;

    private final Map<String, Allocation.Entry> entries;
    private final Set<Long> taken;
    private long nextAid = FIRST_AID;

    Allocator(Allocation before) {
        entries = new HashMap<>(before.accessories());
        taken = new HashSet<>();
        taken.add(AccessoryId.BRIDGE.value());
        entries.values().forEach(entry -> taken.add(entry.aid()));
    }

    /** Whether the ids are in use by an accessory that is shown. */
    static boolean isInUse(Allocation.Entry entry) {
        return !entry.provider().equals(NOBODY);
    }

    /** The ids of an accessory that isn't shown any more. */
    static Allocation.Entry released(Allocation.Entry entry) {
        return new Allocation.Entry(entry.aid(), entry.nextIid(), entry.iids(), NOBODY);
    }

    /** All ids that were ever given; accessories other than the shown ones belong to nobody. */
    Allocation allocation(Set<AccessoryKey> shown) {
        Set<String> stored = new HashSet<>();
        shown.forEach(key -> stored.add(key.stored()));
        Map<String, Allocation.Entry> settled = new HashMap<>(entries);
        settled.replaceAll((key, entry) -> stored.contains(key) ? entry : released(entry));
        return new Allocation(settled);
    }

    /** The entry of an accessory; new ids are given to what is new in it. */
    Ids allocate(AccessoryKey key, Accessory accessory, Iterable<Service> services, boolean bridge) {
        Optional<Allocation.Entry> before = Optional.ofNullable(entries.get(key.stored()));
        long aid = bridge
                ? AccessoryId.BRIDGE.value()
                : before.map(Allocation.Entry::aid).orElseGet(() -> newAid(accessory));
        Map<String, Long> iids =
                new HashMap<>(before.map(Allocation.Entry::iids).orElse(Map.of()));
        long next = before.map(Allocation.Entry::nextIid).orElse(FIRST_IID);
        for (Service service : services) {
            next = give(iids, service.key(), service.key().equals(SnapshotComposer.INFORMATION), next);
            for (Characteristic characteristic : service.characteristics()) {
                next = give(iids, stored(service, characteristic), false, next);
            }
        }
        entries.put(key.stored(), new Allocation.Entry(aid, next, iids, key.provider()));
        taken.add(aid);
        return new Ids(new AccessoryId(aid), iids);
    }

    /**
     * The ids of one accessory.
     *
     * @param aid its own
     * @param iids of its services and characteristics, as stored
     */
    record Ids(AccessoryId aid, Map<String, Long> iids) {
        InstanceId of(String serviceKey) {
            return new InstanceId(iids.get(serviceKey));
        }

        InstanceId of(Service service, Characteristic characteristic) {
            return new InstanceId(iids.get(stored(service, characteristic)));
        }
    }

    /** How the store names a characteristic of an accessory. */
    static String stored(Service service, Characteristic characteristic) {
        return MergedAccessory.part(service.key(), characteristic.type().uuid().text());
    }

    private static long give(Map<String, Long> iids, String key, boolean information, long next) {
        if (information) {
            iids.putIfAbsent(key, InstanceId.ACCESSORY_INFORMATION.value());
            return next;
        }
        return iids.putIfAbsent(key, next) == null ? next + 1 : next;
    }

    private long newAid(Accessory accessory) {
        Optional<Long> wished = accessory.wishedId().map(AccessoryId::value).filter(aid -> !taken.contains(aid));
        if (wished.isPresent()) {
            return wished.get();
        }
        while (taken.contains(nextAid)) {
            nextAid++;
        }
        return nextAid;
    }
}
