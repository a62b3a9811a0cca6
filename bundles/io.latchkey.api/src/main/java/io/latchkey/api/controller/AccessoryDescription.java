// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.controller;

import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.model.HapUuid;
import java.util.List;
import java.util.Optional;

/**
 * An accessory as it describes itself (HAP specification R2 section 6.3.1).
 *
 * @param id its aid
 * @param services as described, in this order
 */
public record AccessoryDescription(AccessoryId id, List<ServiceDescription> services) {
    /** Keeps a copy. */
    public AccessoryDescription {
        services = List.copyOf(services);
    }

    /** The first service of a type, such as that of {@link io.latchkey.api.model.ServiceTypes#LIGHTBULB}. */
    public Optional<ServiceDescription> service(HapUuid type) {
        return services.stream().filter(service -> service.type().equals(type)).findFirst();
    }
}
