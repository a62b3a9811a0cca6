// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.items.events;

import org.openhab.core.types.State;

/** A group got a state because a member did. */
public class GroupStateUpdatedEvent extends ItemStateUpdatedEvent {
    public static final String TYPE = GroupStateUpdatedEvent.class.getSimpleName();
    private final String memberName;

    protected GroupStateUpdatedEvent(
            String topic, String payload, String itemName, String memberName, State newItemState, String source) {
        super(topic, payload, itemName, newItemState, source);
        this.memberName = memberName;
    }

    public String getMemberName() {
        return memberName;
    }

    @Override
    public String getType() {
        return TYPE;
    }
}
