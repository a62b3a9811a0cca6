// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.thing.events;

import java.util.Set;
import org.openhab.core.events.AbstractEvent;
import org.openhab.core.thing.ChannelUID;

/** A binding describes the states or commands of a channel anew. */
public class ChannelDescriptionChangedEvent extends AbstractEvent {
    public static final String TYPE = ChannelDescriptionChangedEvent.class.getSimpleName();
    private final ChannelUID channelUID;
    private final Set<String> linkedItemNames;

    /** Which part is another one. */
    public enum CommonChannelDescriptionField {
        ALL,
        COMMAND_OPTIONS,
        PATTERN,
        STATE_OPTIONS
    }

    protected ChannelDescriptionChangedEvent(
            String topic,
            String payload,
            CommonChannelDescriptionField field,
            ChannelUID channelUID,
            Set<String> linkedItemNames,
            String value,
            String oldValue) {
        super(topic, payload, null);
        this.channelUID = channelUID;
        this.linkedItemNames = linkedItemNames;
    }

    @Override
    public String getType() {
        return TYPE;
    }

    public ChannelUID getChannelUID() {
        return channelUID;
    }

    public Set<String> getLinkedItemNames() {
        return linkedItemNames;
    }
}
