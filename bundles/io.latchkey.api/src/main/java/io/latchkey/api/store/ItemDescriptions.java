// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import java.util.Map;

/**
 * How the items were described that accessories of a bridge are made of, so that limits, modes and inputs stay until their
 * host describes them again.
 *
 * @param items by the host and the name of the item, with a colon between
 */
public record ItemDescriptions(Map<String, ItemDescription> items) {
    /** Nothing is known. */
    public static final ItemDescriptions NONE = new ItemDescriptions(Map.of());

    /** Keeps a copy. */
    public ItemDescriptions {
        items = Map.copyOf(items);
    }
}
