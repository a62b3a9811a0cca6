// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryId;
import java.util.List;

/**
 * An accessory that controllers can see.
 *
 * @param aid its address
 * @param provider the id of its provider
 * @param definition what it is, without its Accessory Information
 * @param name what it calls itself, made legal
 * @param present false when its contributor is away
 * @param services Accessory Information first
 */
public record PublishedAccessory(
        AccessoryId aid,
        String provider,
        Accessory definition,
        String name,
        boolean present,
        List<PublishedService> services) {

    /** Keeps a copy. */
    public PublishedAccessory {
        services = List.copyOf(services);
    }
}
