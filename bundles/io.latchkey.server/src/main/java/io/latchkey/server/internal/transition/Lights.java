// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.transition;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.Service;
import io.latchkey.server.internal.database.Presence;
import io.latchkey.server.internal.database.PublishedAccessory;
import io.latchkey.server.internal.database.PublishedService;
import io.latchkey.server.internal.database.Snapshot;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The lamps of one snapshot that can follow a curve. Immutable. */
final class Lights {
    private final Map<String, Light> byKey = new HashMap<>();
    private final Map<CharacteristicId, Light> byCharacteristic = new HashMap<>();

    /**
     * Finds them.
     *
     * @param extended the keys of those that the bridge has added to
     */
    Lights(Snapshot snapshot, Set<String> extended) {
        for (PublishedAccessory accessory : snapshot.accessories()) {
            for (PublishedService service : accessory.services()) {
                String key = key(accessory.provider(), accessory.definition(), service.definition());
                if (extended.contains(key)) {
                    add(Light.of(key, accessory.present() && isWhole(service), service));
                }
            }
        }
    }

    /** None. */
    Lights() {}

    /** Names a service for ever. */
    static String key(String provider, Accessory accessory, Service service) {
        return provider + "/" + accessory.key() + "/" + service.key();
    }

    Optional<Light> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The lamp that has this characteristic. */
    Optional<Light> find(CharacteristicId characteristic) {
        return Optional.ofNullable(byCharacteristic.get(characteristic));
    }

    private static boolean isWhole(PublishedService service) {
        return service.characteristics().stream().allMatch(each -> each.presence() == Presence.ATTACHED);
    }

    private void add(Light light) {
        byKey.put(light.key(), light);
        light.characteristics().values().forEach(each -> byCharacteristic.put(each.id(), light));
    }
}
