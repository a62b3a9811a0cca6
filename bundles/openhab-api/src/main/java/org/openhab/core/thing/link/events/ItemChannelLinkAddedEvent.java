// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.thing.link.events;

import org.openhab.core.thing.link.dto.ItemChannelLinkDTO;

/** An item was linked to a channel. */
public class ItemChannelLinkAddedEvent extends AbstractItemChannelLinkRegistryEvent {
    public static final String TYPE = ItemChannelLinkAddedEvent.class.getSimpleName();

    public ItemChannelLinkAddedEvent(String topic, String payload, ItemChannelLinkDTO link) {
        super(topic, payload, link);
    }

    @Override
    public String getType() {
        return TYPE;
    }
}
