// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.items.events;

import org.openhab.core.types.Command;

/** Makes events of items. */
public class ItemEventFactory {
    public static ItemCommandEvent createCommandEvent(String itemName, Command command, String source) {
        return new ItemCommandEvent(
                "openhab/items/" + itemName + "/command", command.toFullString(), itemName, command, source);
    }

    public static ItemCommandEvent createCommandEvent(String itemName, Command command) {
        return createCommandEvent(itemName, command, null);
    }
}
