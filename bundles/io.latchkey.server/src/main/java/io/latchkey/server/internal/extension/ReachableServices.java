// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.extension;

import io.latchkey.api.extension.ExtendedService;
import io.latchkey.api.extension.ServiceKey;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.server.internal.database.Presence;
import io.latchkey.server.internal.database.PublishedAccessory;
import io.latchkey.server.internal.database.PublishedCharacteristic;
import io.latchkey.server.internal.database.PublishedService;
import io.latchkey.server.internal.database.Snapshot;
import io.latchkey.server.internal.work.CallLanes.ContributorName;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The services of one snapshot that one extension can reach: those to which it has added, and all of an accessory to which it
 * has added a service. Immutable.
 */
final class ReachableServices {
    /** None. */
    static final ReachableServices NONE = new ReachableServices();

    private final Map<ServiceKey, ExtendedService> services = new LinkedHashMap<>();
    private final Map<CharacteristicId, PublishedCharacteristic> characteristics = new HashMap<>();
    private final Map<CharacteristicId, ServiceKey> owners = new HashMap<>();

    private ReachableServices() {}

    /** Finds them by whose its characteristics are: its code's, or by its id those that are remembered of it. */
    static ReachableServices of(Snapshot snapshot, Set<ContributorName> extension) {
        ReachableServices found = new ReachableServices();
        for (PublishedAccessory accessory : snapshot.accessories()) {
            boolean isAll = accessory.services().stream()
                    .anyMatch(service -> service.characteristics().stream().allMatch(each -> isOf(each, extension)));
            for (PublishedService service : accessory.services()) {
                if (isAll || service.characteristics().stream().anyMatch(each -> isOf(each, extension))) {
                    found.add(accessory, service);
                }
            }
        }
        return found;
    }

    Collection<ExtendedService> all() {
        return services.values();
    }

    Optional<PublishedCharacteristic> find(CharacteristicId id) {
        return Optional.ofNullable(characteristics.get(id));
    }

    /** The service of a characteristic. */
    Optional<ServiceKey> service(CharacteristicId id) {
        return Optional.ofNullable(owners.get(id));
    }

    private static boolean isOf(PublishedCharacteristic characteristic, Set<ContributorName> extension) {
        return characteristic.lane().contributor() instanceof ContributorName name && extension.contains(name);
    }

    private void add(PublishedAccessory accessory, PublishedService service) {
        ServiceKey key = new ServiceKey(
                accessory.provider(),
                accessory.definition().key(),
                service.definition().key());
        Map<CharacteristicType, CharacteristicId> ids = new HashMap<>();
        boolean isWhole = true;
        for (PublishedCharacteristic each : service.characteristics()) {
            ids.put(each.definition().type(), each.id());
            characteristics.put(each.id(), each);
            owners.put(each.id(), key);
            isWhole &= each.presence() == Presence.ATTACHED || each.lane().contributor() instanceof ContributorName;
        }
        services.put(key, new ExtendedService(key, service.definition(), accessory.present() && isWhole, ids));
    }
}
