// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.thing.events;

import org.openhab.core.thing.dto.ThingDTO;

/** A thing changed, its channels perhaps. */
public class ThingUpdatedEvent extends AbstractThingRegistryEvent {
    public static final String TYPE = ThingUpdatedEvent.class.getSimpleName();

    protected ThingUpdatedEvent(String topic, String payload, ThingDTO thing, ThingDTO oldThing) {
        super(topic, payload, null, thing);
    }

    @Override
    public String getType() {
        return TYPE;
    }
}
