// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.thing.events;

import org.openhab.core.events.AbstractEvent;
import org.openhab.core.thing.dto.ThingDTO;

/** A thing came, went or changed. */
public abstract class AbstractThingRegistryEvent extends AbstractEvent {
    private final ThingDTO thing;

    protected AbstractThingRegistryEvent(String topic, String payload, String source, ThingDTO thing) {
        super(topic, payload, source);
        this.thing = thing;
    }

    public ThingDTO getThing() {
        return thing;
    }
}
