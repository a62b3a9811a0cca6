// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.items.events;

import org.openhab.core.events.AbstractEvent;

/** What happened to one item. */
public abstract class ItemEvent extends AbstractEvent {
    protected final String itemName;

    public ItemEvent(String topic, String payload, String itemName, String source) {
        super(topic, payload, source);
        this.itemName = itemName;
    }

    public String getItemName() {
        return itemName;
    }
}
