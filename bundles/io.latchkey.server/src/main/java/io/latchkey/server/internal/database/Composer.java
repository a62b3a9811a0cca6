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
import java.util.Optional;
import java.util.Set;

/**
 * Makes a snapshot of what is offered: checks the limits that no controller forgives, gives ids, and hands the memories of
 * values on. Pure but for the functions that the definitions carry, which it does not call.
 */
final class Composer {
    /** The key of the service that every accessory has. */
    static final String INFORMATION = ServiceTypes.ACCESSORY_INFORMATION.name();
    /** Who offers the bridge itself. */
    static final AccessoryKey BRIDGE = new AccessoryKey("latchkey", "bridge");
    /** How many accessories a bridge can show besides itself (HAP specification R2 section 2.5.3.2). */
    static final int MOST_ACCESSORIES = 149;

    private static final int MOST_SERVICES = 100;
    private static final int MOST_CHARACTERISTICS = 100;

    private final Snapshot before;
    private final Allocator allocator;
    private final List<String> leftOut = new ArrayList<>();

    private Composer(Snapshot before, Allocation allocation) {
        this.before = before;
        this.allocator = new Allocator(allocation);
    }

    /**
     * What came of it.
     *
     * @param snapshot to be served once the allocation is stored
     * @param allocation with the ids of the snapshot
     * @param leftOut what is not shown and why, for people
     */
    record Composition(Snapshot snapshot, Allocation allocation, List<String> leftOut) {}

    /** Composes; accessories that have ids already go before new ones when there are too many. */
    static Composition compose(Accessory bridge, List<Offer> offers, Allocation allocation, Snapshot before) {
        Composer composer = new Composer(before, allocation);
        List<Offer> chosen = composer.choose(offers, allocation);
        List<PublishedAccessory> published = new ArrayList<>();
        published.add(composer.publish(new Offer(BRIDGE, bridge, true)));
        chosen.forEach(offer -> published.add(composer.publish(offer)));
        published.sort(Comparator.comparing(PublishedAccessory::aid));
        Set<AccessoryKey> shown = new HashSet<>(chosen.stream().map(Offer::key).toList());
        shown.add(BRIDGE);
        return new Composition(
                new Snapshot(published), composer.allocator.allocation(shown), List.copyOf(composer.leftOut));
    }

    private List<Offer> choose(List<Offer> offers, Allocation allocation) {
        List<Offer> legal = new ArrayList<>();
        for (Offer offer : offers) {
            fault(offer.accessory())
                    .ifPresentOrElse(
                            fault -> leftOut.add(offer.key().accessory() + " (" + fault + ")"), () -> legal.add(offer));
        }
        legal.sort(Comparator.comparing(offer -> !isShown(allocation, offer.key())));
        for (Offer offer : legal.subList(Math.min(MOST_ACCESSORIES, legal.size()), legal.size())) {
            leftOut.add(offer.key().accessory() + " (a bridge shows " + MOST_ACCESSORIES + " accessories at most)");
        }
        return legal.subList(0, Math.min(MOST_ACCESSORIES, legal.size()));
    }

    private static boolean isShown(Allocation allocation, AccessoryKey key) {
        Allocation.Entry entry = allocation.accessories().get(key.stored());
        return entry != null && !entry.provider().equals(Allocator.NOBODY);
    }

    private static Optional<String> fault(Accessory accessory) {
        if (accessory.services().size() >= MOST_SERVICES) {
            return Optional.of("HomeKit takes " + MOST_SERVICES + " services at most");
        }
        for (Service service : accessory.services()) {
            if (service.characteristics().size() > MOST_CHARACTERISTICS) {
                return Optional.of("HomeKit takes " + MOST_CHARACTERISTICS + " characteristics in a service at most");
            }
            if (service.key().equals(INFORMATION) || service.type().equals(ServiceTypes.ACCESSORY_INFORMATION)) {
                return Optional.of("the bridge adds Accessory Information itself");
            }
        }
        return Optional.empty();
    }

    private PublishedAccessory publish(Offer offer) {
        Accessory accessory = offer.accessory();
        List<Service> services = new ArrayList<>();
        services.add(
                InformationService.of(accessory.info(), accessory.identify().orElse(() -> {})));
        services.addAll(accessory.services());
        Allocator.Ids ids =
                allocator.allocate(offer.key(), accessory, services, offer.key().equals(BRIDGE));
        Lane lane = new Lane(offer.key().provider(), offer.key());
        List<PublishedService> published =
                services.stream().map(service -> publish(service, ids, lane)).toList();
        String name = LegalText.name(accessory.info().name(), "Accessory");
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
