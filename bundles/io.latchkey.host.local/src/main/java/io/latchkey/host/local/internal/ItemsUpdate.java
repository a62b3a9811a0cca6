// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import io.latchkey.api.item.Item;
import java.util.Map;
import java.util.Set;

/**
 * What was read of items and is to take the place of what is there.
 *
 * @param items the items by name, in order
 * @param before what was read of them before: a state that is the same there isn't news
 * @param withoutState the names of items whose state can't be read, so that they keep theirs
 * @param unreadable what is wrong with items that can't be read, by name
 * @param remarks what is odd about items that can be read, by name
 * @param isWhole whether nothing else was declared: what was declared before and isn't any more was deleted
 */
record ItemsUpdate(
        Map<String, Item> items,
        Map<String, Item> before,
        Set<String> withoutState,
        Map<String, String> unreadable,
        Map<String, String> remarks,
        boolean isWhole) {

    /** Items that nobody declared: nothing was deleted. */
    static ItemsUpdate of(Map<String, Item> items) {
        return new ItemsUpdate(items, Map.of(), Set.of(), Map.of(), Map.of(), false);
    }
}
