// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.thing.events;

import org.openhab.core.events.AbstractEvent;
import org.openhab.core.thing.ThingUID;

/** A thing is online, offline or being initialized now. */
public class ThingStatusInfoChangedEvent extends AbstractEvent {
    public static final String TYPE = ThingStatusInfoChangedEvent.class.getSimpleName();
    private final ThingUID thingUID;

    protected ThingStatusInfoChangedEvent(String topic, String payload, ThingUID thingUID) {
        super(topic, payload, null);
        this.thingUID = thingUID;
    }

    @Override
    public String getType() {
        return TYPE;
    }

    public ThingUID getThingUID() {
        return thingUID;
    }
}
