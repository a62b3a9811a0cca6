// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.thing;

/** What a channel is called: its thing, and a segment more. */
public class ChannelUID extends UID {
    public ChannelUID(String channelUid) {
        super(channelUid.split(":"));
    }

    @Override
    protected int getMinimalNumberOfSegments() {
        return 4;
    }
}
