// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.util.Collection;
import java.util.Map;
import org.openhab.core.items.GroupItem;
import org.openhab.core.items.Item;
import org.openhab.core.items.ItemNotFoundException;
import org.openhab.core.items.ItemRegistry;

/** The items; groups know their members. */
final class Items extends ListedRegistry<Item, String> implements ItemRegistry {
    @Override
    public Item getItem(String name) throws ItemNotFoundException {
        Item item = get(name);
        if (item == null) {
            throw new ItemNotFoundException(name);
        }
        return item;
    }

    @Override
    public Collection<Item> getItems() {
        return getAll();
    }

    /** Puts these items in place of those before: objects of their own, with the states that items of that name had. */
    void load(Map<String, Item> all) {
        for (Item item : all.values()) {
            for (String name : item.getGroupNames()) {
                if (all.get(name) instanceof GroupItem group) {
                    group.addMember(item);
                }
            }
        }
        replaceAll(all);
    }
}
