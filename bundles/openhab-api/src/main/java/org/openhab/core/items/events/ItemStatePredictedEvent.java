// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.items.events;

import org.openhab.core.types.State;

/**
 * What state an item is thought to take because of a command; a confirmation says that it keeps the one that it has, because
 * nothing is there that could obey.
 */
public class ItemStatePredictedEvent extends ItemEvent {
    public static final String TYPE = ItemStatePredictedEvent.class.getSimpleName();
    protected final State predictedState;
    protected final boolean isConfirmation;

    public ItemStatePredictedEvent(
            String topic, String payload, String itemName, State predictedState, boolean isConfirmation) {
        super(topic, payload, itemName, null);
        this.predictedState = predictedState;
        this.isConfirmation = isConfirmation;
    }

    @Override
    public String getType() {
        return TYPE;
    }

    public State getPredictedState() {
        return predictedState;
    }

    public boolean isConfirmation() {
        return isConfirmation;
    }
}
