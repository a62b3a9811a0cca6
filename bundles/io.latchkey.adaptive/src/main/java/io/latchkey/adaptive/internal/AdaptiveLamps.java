// SPDX-License-Identifier: EPL-2.0
package io.latchkey.adaptive.internal;

import io.latchkey.api.extension.ExtendedService;
import io.latchkey.api.extension.ServiceKey;
import io.latchkey.api.model.CharacteristicId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The lamps of a bridge that can follow a curve, at one moment. Immutable. */
final class AdaptiveLamps {
    private final Map<ServiceKey, AdaptiveLamp> byKey = new HashMap<>();
    private final Map<CharacteristicId, AdaptiveLamp> byCharacteristic = new HashMap<>();

    AdaptiveLamps(Collection<ExtendedService> services) {
        services.forEach(service -> add(AdaptiveLamp.of(service)));
    }

    Optional<AdaptiveLamp> find(ServiceKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The lamp that has this characteristic. */
    Optional<AdaptiveLamp> find(CharacteristicId characteristic) {
        return Optional.ofNullable(byCharacteristic.get(characteristic));
    }

    private void add(AdaptiveLamp lamp) {
        byKey.put(lamp.key(), lamp);
        lamp.types().keySet().forEach(id -> byCharacteristic.put(id, lamp));
    }
}
