// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.items.events;

import org.openhab.core.types.State;

/** An item got a state, another or the same as before. */
public class ItemStateUpdatedEvent extends ItemEvent {
    public static final String TYPE = ItemStateUpdatedEvent.class.getSimpleName();
    protected final State itemState;

    protected ItemStateUpdatedEvent(String topic, String payload, String itemName, State itemState, String source) {
        super(topic, payload, itemName, source);
        this.itemState = itemState;
    }

    @Override
    public String getType() {
        return TYPE;
    }

    public State getItemState() {
        return itemState;
    }
}
