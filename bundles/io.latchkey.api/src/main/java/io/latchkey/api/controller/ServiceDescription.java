// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.controller;

import io.latchkey.api.model.HapUuid;
import io.latchkey.api.model.InstanceId;
import java.util.List;
import java.util.Optional;

/**
 * A service as its accessory describes it (HAP specification R2 section 6.3.2).
 *
 * @param id its iid
 * @param type Apple's or anybody's
 * @param primary whether it is what the accessory is for
 * @param hidden whether it is not for people
 * @param linked the services of the same accessory that it is linked to
 * @param characteristics as described, in this order; each with its type
 */
public record ServiceDescription(
        InstanceId id,
        HapUuid type,
        boolean primary,
        boolean hidden,
        List<InstanceId> linked,
        List<CharacteristicReport> characteristics) {
    /** Keeps copies. */
    public ServiceDescription {
        linked = List.copyOf(linked);
        characteristics = List.copyOf(characteristics);
    }

    /** The characteristic of a type, such as that of {@link io.latchkey.api.model.CharacteristicTypes#ON}. */
    public Optional<CharacteristicReport> characteristic(HapUuid wanted) {
        return characteristics.stream()
                .filter(each -> each.type().equals(Optional.of(wanted)))
                .findFirst();
    }
}
