// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.thing.link.events;

import org.openhab.core.thing.link.dto.ItemChannelLinkDTO;

/** An item isn't linked to a channel any more. */
public class ItemChannelLinkRemovedEvent extends AbstractItemChannelLinkRegistryEvent {
    public static final String TYPE = ItemChannelLinkRemovedEvent.class.getSimpleName();

    public ItemChannelLinkRemovedEvent(String topic, String payload, ItemChannelLinkDTO link) {
        super(topic, payload, link);
    }

    @Override
    public String getType() {
        return TYPE;
    }
}
