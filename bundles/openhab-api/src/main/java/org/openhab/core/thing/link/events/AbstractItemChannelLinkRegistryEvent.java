// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.thing.link.events;

import org.openhab.core.events.AbstractEvent;
import org.openhab.core.thing.link.dto.ItemChannelLinkDTO;

/** An item was linked to a channel, or isn't any more. */
public abstract class AbstractItemChannelLinkRegistryEvent extends AbstractEvent {
    private final ItemChannelLinkDTO link;

    protected AbstractItemChannelLinkRegistryEvent(String topic, String payload, ItemChannelLinkDTO link) {
        super(topic, payload, null);
        this.link = link;
    }

    public ItemChannelLinkDTO getLink() {
        return link;
    }
}
