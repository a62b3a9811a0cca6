// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.thing.link;

import org.openhab.core.thing.ChannelUID;

/** What connects an item with a channel. */
public class ItemChannelLink extends AbstractLink {
    private final ChannelUID channelUID;

    public ItemChannelLink(String itemName, ChannelUID channelUID) {
        super(itemName);
        this.channelUID = channelUID;
    }

    @Override
    public ChannelUID getLinkedUID() {
        return channelUID;
    }
}
