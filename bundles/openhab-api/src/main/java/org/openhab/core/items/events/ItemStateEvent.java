// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.items.events;

import org.openhab.core.types.State;

/** An item shall take a state, which it may refuse. */
public class ItemStateEvent extends ItemEvent {
    public static final String TYPE = ItemStateEvent.class.getSimpleName();
    protected final State itemState;

    protected ItemStateEvent(String topic, String payload, String itemName, State itemState, String source) {
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
