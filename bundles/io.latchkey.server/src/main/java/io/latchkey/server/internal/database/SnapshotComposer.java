// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.InstanceId;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.AccessoryState;
import io.latchkey.api.store.AccessoryStates;
import io.latchkey.api.store.Allocation;
import io.latchkey.server.internal.work.CallLanes.Lane;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a snapshot of what one bridge is to show: gives ids and hands the memories of values on. Pure but for the
 * functions that the definitions carry, which it does not call.
 */
final class SnapshotComposer {
    /** The key of the service that every accessory has. */
    static final String INFORMATION = ServiceTypes.ACCESSORY_INFORMATION.name();
    /** Who offers the bridge itself. */
    static final AccessoryKey BRIDGE = new AccessoryKey("latchkey", "bridge");

    private final Former former;
    private final Allocator allocator;

    private SnapshotComposer(Former former) {
        this.former = former;
        this.allocator = new Allocator(former.allocation());
    }

    /**
     * What there was before.
     *
     * @param snapshot what was shown
     * @param allocation the ids that were given
     * @param states what was known of accessories that were shown in former runs only
     * @param waiting who waits for what is to be shown
     */
    record Former(Snapshot snapshot, Allocation allocation, AccessoryStates states, WaitingCalls waiting) {}

    /**
     * What came of it.
     *
     * @param snapshot to be served once the allocation is stored
     * @param allocation with the ids of the snapshot
     */
    record Composition(Snapshot snapshot, Allocation allocation) {}

    /** Whether these are the ids of a bridge itself. */
    static boolean isOfBridge(Allocation.Entry entry) {
        return entry.provider().equals(BRIDGE.provider());
    }

    /** Composes; the bridge is an accessory as well. */
    static Composition compose(Accessory bridge, List<OfferedAccessory> offers, Former former) {
        SnapshotComposer composer = new SnapshotComposer(former);
        OfferedAccessory self = OfferedAccessory.of(new AccessoryKey(BRIDGE.provider(), bridge.key()), bridge);
        List<PublishedAccessory> published = new ArrayList<>();
        published.add(composer.publish(self, BRIDGE.provider(), Optional.of(List.of())));
        offers.forEach(
                offer -> published.add(composer.publish(offer, offer.key().provider(), Optional.empty())));
        published.sort(Comparator.comparing(PublishedAccessory::aid));
        Set<AccessoryKey> shown =
                new HashSet<>(offers.stream().map(OfferedAccessory::key).toList());
        shown.add(self.key());
        return new Composition(new Snapshot(published), composer.allocator.allocation(shown));
    }

    /**
     * Composes for an accessory that stands alone: it has the address of a bridge and tells the protocol as a bridge does.
     * What shows nothing of it any more has its ids all the same, so that none of them is ever used for something else.
     *
     * @param key names the accessory
     * @param server the server itself, for as long as there is nothing else to show
     * @param offer the accessory, if it is to be shown
     */
    static Composition composeAlone(
            AccessoryKey key, Accessory server, Optional<OfferedAccessory> offer, Former former) {
        SnapshotComposer composer = new SnapshotComposer(former);
        PublishedAccessory published = offer.map(
                        each -> composer.publish(each, key.provider(), Optional.of(protocol(each.accessory()))))
                .orElseGet(() ->
                        composer.publish(OfferedAccessory.of(key, server), BRIDGE.provider(), Optional.of(List.of())));
        Set<AccessoryKey> shown = offer.isPresent() ? Set.of(key) : Set.of();
        return new Composition(new Snapshot(List.of(published)), composer.allocator.allocation(shown));
    }

    private static List<Service> protocol(Accessory accessory) {
        boolean hasRoom = accessory.services().size() < Placement.MOST_SERVICES - 1;
        boolean isTold = accessory.services().stream()
                .anyMatch(service -> service.type().equals(ServiceTypes.PROTOCOL_INFORMATION));
        return hasRoom && !isTold ? List.of(InformationService.protocol()) : List.of();
    }

    /**
     * Publishes an accessory.
     *
     * @param provider who is said to offer it
     * @param ofServer what is added at the address of the server itself; empty for a bridged one
     */
    private PublishedAccessory publish(OfferedAccessory offer, String provider, Optional<List<Service>> ofServer) {
        Accessory accessory = offer.accessory();
        List<Service> services = new ArrayList<>(accessory.services().size() + 2);
        services.add(
                InformationService.of(accessory.info(), accessory.identify().orElse(() -> {})));
        services.addAll(accessory.services());
        ofServer.ifPresent(services::addAll);
        Allocator.Ids ids = allocator.allocate(offer.key(), accessory, services, ofServer.isPresent());
        AccessoryState state = former.states().of(offer.key().stored());
        Publishing publishing =
                new Publishing(offer, ids, state, new Lane(offer.key().provider(), offer.key()));
        List<PublishedService> published = new ArrayList<>(services.size());
        services.forEach(service -> published.add(publishing.publish(service)));
        String name = LegalText.name(accessory.info().name());
        return new PublishedAccessory(
                ids.aid(),
                provider,
                accessory,
                name,
                offer.absence(),
                !offer.isThere() && offer.absent() == Presence.AWAITED,
                published);
    }

    /** The publishing of one accessory. */
    private final class Publishing {
        private final OfferedAccessory offer;
        private final Allocator.Ids ids;
        private final AccessoryState state;
        private final Lane lane;

        Publishing(OfferedAccessory offer, Allocator.Ids ids, AccessoryState state, Lane lane) {
            this.offer = offer;
            this.ids = ids;
            this.state = state;
            this.lane = lane;
        }

        PublishedService publish(Service service) {
            List<PublishedCharacteristic> characteristics =
                    new ArrayList<>(service.characteristics().size());
            for (Characteristic each : service.characteristics()) {
                characteristics.add(publish(service, each));
            }
            List<InstanceId> linked =
                    service.linked().stream().distinct().map(ids::of).toList();
            return new PublishedService(ids.of(service.key()), service, characteristics, linked);
        }

        private PublishedCharacteristic publish(Service service, Characteristic definition) {
            CharacteristicId id = new CharacteristicId(ids.aid(), ids.of(service, definition));
            return new PublishedCharacteristic(
                    id,
                    definition,
                    lane(definition),
                    memory(id, service, definition),
                    presence(service, definition),
                    former.waiting());
        }

        private Lane lane(Characteristic definition) {
            return Optional.ofNullable(offer.extended().get(definition))
                    .map(contributor -> new Lane(contributor, offer.key()))
                    .orElse(lane);
        }

        private KnownValue memory(CharacteristicId id, Service service, Characteristic definition) {
            Optional<PublishedCharacteristic> known = former.snapshot()
                    .find(id)
                    .filter(each -> each.format() == definition.type().format());
            if (known.isEmpty()) {
                return new KnownValue(remembered(service, definition));
            }
            KnownValue memory = known.get().memory();
            if (known.get().definition() != definition) {
                memory.fit(definition);
            }
            return memory;
        }

        private Optional<Value> remembered(Service service, Characteristic definition) {
            return Optional.ofNullable(state.values().get(Allocator.stored(service, definition)))
                    .flatMap(value ->
                            definition.constraints().fit(definition.type().format(), value));
        }

        private Presence presence(Service service, Characteristic definition) {
            boolean isIdentify = service.key().equals(INFORMATION) && !definition.isConstant();
            boolean isAway = offer.merged().absent().contains(definition) || isIdentify && !offer.isThere();
            return isAway ? offer.absent() : Presence.ATTACHED;
        }
    }
}
