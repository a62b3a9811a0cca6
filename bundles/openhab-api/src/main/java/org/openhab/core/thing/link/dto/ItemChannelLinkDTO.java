// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.thing.link.dto;

import java.util.Map;

/** What is said of a link between an item and a channel. */
public class ItemChannelLinkDTO extends AbstractLinkDTO {
    public String channelUID;

    public ItemChannelLinkDTO(String itemName, String channelUID, Map<String, Object> configuration) {
        this.itemName = itemName;
        this.channelUID = channelUID;
    }
}
