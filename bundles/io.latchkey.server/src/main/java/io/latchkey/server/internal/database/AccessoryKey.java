// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

/**
 * Names an accessory among those of all providers.
 *
 * @param provider the id of the provider
 * @param accessory the key there
 */
record AccessoryKey(String provider, String accessory) {

    /** How the store names it. */
    String stored() {
        return provider + "/" + accessory;
    }
}
