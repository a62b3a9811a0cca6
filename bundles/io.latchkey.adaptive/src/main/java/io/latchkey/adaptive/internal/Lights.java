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
final class Lights {
    private final Map<ServiceKey, Light> byKey = new HashMap<>();
    private final Map<CharacteristicId, Light> byCharacteristic = new HashMap<>();

    Lights(Collection<ExtendedService> services) {
        services.forEach(service -> add(Light.of(service)));
    }

    Optional<Light> find(ServiceKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The lamp that has this characteristic. */
    Optional<Light> find(CharacteristicId characteristic) {
        return Optional.ofNullable(byCharacteristic.get(characteristic));
    }

    private void add(Light light) {
        byKey.put(light.key(), light);
        light.types().keySet().forEach(id -> byCharacteristic.put(id, light));
    }
}
