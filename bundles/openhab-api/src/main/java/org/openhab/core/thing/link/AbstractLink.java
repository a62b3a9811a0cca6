// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.thing.link;

import org.openhab.core.common.registry.Identifiable;
import org.openhab.core.thing.UID;

/** What connects an item with something. */
public abstract class AbstractLink implements Identifiable<String> {
    private final String itemName;

    protected AbstractLink(String itemName) {
        this.itemName = itemName;
    }

    @Override
    public String getUID() {
        return itemName + " -> " + getLinkedUID();
    }

    public String getItemName() {
        return itemName;
    }

    public abstract UID getLinkedUID();
}
