// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

import java.util.Set;

/**
 * Of which items an accessory is made. The bridge remembers it, so that an item which belongs to an absent accessory isn't
 * made another accessory meanwhile.
 *
 * @param host the name of the item registry, as in {@link io.latchkey.api.item.ItemRegistry#PROPERTY_HOST}; not empty
 * @param items the names of the items, the one that asked for the accessory among them; not empty
 */
public record AccessoryOrigin(String host, Set<String> items) {

    /**
     * Keeps a copy.
     *
     * @throws IllegalArgumentException when there is no host or no item
     */
    public AccessoryOrigin {
        if (host.isEmpty() || items.isEmpty()) {
            throw new IllegalArgumentException("an origin has a host and at least one item");
        }
        items = Set.copyOf(items);
    }
}
