// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.items;

import java.util.Collection;
import org.openhab.core.common.registry.Registry;

/** All items. */
public interface ItemRegistry extends Registry<Item, String> {
    Item getItem(String name) throws ItemNotFoundException;

    Collection<Item> getItems();
}
