// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.extension.ServiceKey;
import io.latchkey.api.model.Service;

/**
 * Names an accessory among those of all providers.
 *
 * @param provider the id of the provider
 * @param accessory the key there
 */
public record AccessoryKey(String provider, String accessory) {

    /** The one that the store names so. */
    public static AccessoryKey ofStored(String name) {
        int slash = name.indexOf('/');
        return new AccessoryKey(name.substring(0, Math.max(0, slash)), name.substring(slash + 1));
    }

    /** Names one of its services. */
    public ServiceKey of(Service service) {
        return new ServiceKey(provider, accessory, service.key());
    }

    /** How the store names it. */
    public String stored() {
        return provider + "/" + accessory;
    }
}
