// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import io.latchkey.api.model.ServiceType;
import java.util.List;

/**
 * What a service is.
 *
 * @param type its type
 * @param key tells it from the others of its accessory
 * @param primary whether it is what the accessory is for
 * @param hidden whether people don't see it
 * @param linked the keys of the services that belong to it
 * @param characteristics in their order, each type once
 */
public record ServiceShape(
        ServiceType type,
        String key,
        boolean primary,
        boolean hidden,
        List<String> linked,
        List<CharacteristicShape> characteristics) {

    /**
     * Keeps copies.
     *
     * @throws IllegalArgumentException when the key can't be one of a service or there is no characteristic
     */
    public ServiceShape {
        linked = List.copyOf(linked);
        characteristics = List.copyOf(characteristics);
        if (key.isEmpty() || key.indexOf('/') >= 0 || characteristics.isEmpty()) {
            throw new IllegalArgumentException("a service has a key without a slash and at least one characteristic");
        }
    }
}
