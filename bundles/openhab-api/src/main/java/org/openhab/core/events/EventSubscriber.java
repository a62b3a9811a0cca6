// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.events;

import java.util.Set;

/** A service that hears the event bus, one event after the other. */
public interface EventSubscriber {
    String ALL_EVENT_TYPES = "ALL";

    Set<String> getSubscribedEventTypes();
    /** Null for all events of these types. */
    default EventFilter getEventFilter() {
        return null;
    }

    void receive(Event event);
}
