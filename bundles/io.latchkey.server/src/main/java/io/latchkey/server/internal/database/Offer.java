// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Accessory;

/**
 * An accessory that is to be shown.
 *
 * @param key names it
 * @param accessory its definition, or the shadow of it
 * @param present false when its contributor is away
 */
record Offer(AccessoryKey key, Accessory accessory, boolean present) {}
