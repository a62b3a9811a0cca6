// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.InstanceId;
import io.latchkey.api.model.Service;
import java.util.List;

/**
 * A service that controllers can see.
 *
 * @param iid its address in the accessory
 * @param definition what it is
 * @param characteristics in the order of the definition
 * @param linked the addresses of the services that belong to it
 */
public record PublishedService(
        InstanceId iid, Service definition, List<PublishedCharacteristic> characteristics, List<InstanceId> linked) {

    /** Keeps copies. */
    public PublishedService {
        characteristics = List.copyOf(characteristics);
        linked = List.copyOf(linked);
    }
}
