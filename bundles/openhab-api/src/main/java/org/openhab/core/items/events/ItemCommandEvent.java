// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.items.events;

import org.openhab.core.types.Command;

/** An item is told something. */
public class ItemCommandEvent extends ItemEvent {
    public static final String TYPE = ItemCommandEvent.class.getSimpleName();
    private final Command command;

    protected ItemCommandEvent(String topic, String payload, String itemName, Command command, String source) {
        super(topic, payload, itemName, source);
        this.command = command;
    }

    @Override
    public String getType() {
        return TYPE;
    }

    public Command getItemCommand() {
        return command;
    }
}
