// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.InstanceId;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.store.Allocation;
import io.latchkey.server.internal.work.CallLanes.Lane;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes a snapshot of what one bridge is to show: gives ids and hands the memories of values on. Pure but for the
 * functions that the definitions carry, which it does not call.
 */
final class Composer {
    /** The key of the service that every accessory has. */
    static final String INFORMATION = ServiceTypes.ACCESSORY_INFORMATION.name();
    /** Who offers the bridge itself. */
    static final AccessoryKey BRIDGE = new AccessoryKey("latchkey", "bridge");

    private final Snapshot before;
    private final Allocator allocator;

    private Composer(Snapshot before, Allocation allocation) {
        this.before = before;
        this.allocator = new Allocator(allocation);
    }

    /**
     * What came of it.
     *
     * @param snapshot to be served once the allocation is stored
     * @param allocation with the ids of the snapshot
     */
    record Composition(Snapshot snapshot, Allocation allocation) {}

    /** Composes; the bridge is an accessory as well. */
    static Composition compose(Accessory bridge, List<Offer> offers, Allocation allocation, Snapshot before) {
        Composer composer = new Composer(before, allocation);
        Offer self = new Offer(new AccessoryKey(BRIDGE.provider(), bridge.key()), bridge, true);
        List<PublishedAccessory> published = new ArrayList<>();
        published.add(composer.publish(self, true));
        offers.forEach(offer -> published.add(composer.publish(offer, false)));
        published.sort(Comparator.comparing(PublishedAccessory::aid));
        Set<AccessoryKey> shown = new HashSet<>(offers.stream().map(Offer::key).toList());
        shown.add(self.key());
        return new Composition(new Snapshot(published), composer.allocator.allocation(shown));
    }

    private PublishedAccessory publish(Offer offer, boolean bridge) {
        Accessory accessory = offer.accessory();
        List<Service> services = new ArrayList<>();
        services.add(
                InformationService.of(accessory.info(), accessory.identify().orElse(() -> {})));
        services.addAll(accessory.services());
        Allocator.Ids ids = allocator.allocate(offer.key(), accessory, services, bridge);
        Lane lane = new Lane(offer.key().provider(), offer.key());
        List<PublishedService> published =
                services.stream().map(service -> publish(service, ids, lane)).toList();
        String name = LegalText.name(accessory.info().name());
        return new PublishedAccessory(ids.aid(), offer.key().provider(), accessory, name, offer.present(), published);
    }

    private PublishedService publish(Service service, Allocator.Ids ids, Lane lane) {
        List<PublishedCharacteristic> characteristics = service.characteristics().stream()
                .map(each -> publish(each, ids.aid(), ids.of(service, each), lane))
                .toList();
        List<InstanceId> linked =
                service.linked().stream().distinct().map(ids::of).toList();
        return new PublishedService(ids.of(service.key()), service, characteristics, linked);
    }

    private PublishedCharacteristic publish(Characteristic definition, AccessoryId aid, InstanceId iid, Lane lane) {
        CharacteristicId id = new CharacteristicId(aid, iid);
        Memory memory = before.find(id)
                .filter(known -> known.format() == definition.type().format())
                .map(PublishedCharacteristic::memory)
                .orElseGet(Memory::new);
        return new PublishedCharacteristic(id, definition, lane, memory);
    }
}
