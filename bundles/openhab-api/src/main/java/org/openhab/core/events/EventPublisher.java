// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.events;

/** The way onto the event bus. */
public interface EventPublisher {
    void post(Event event) throws IllegalArgumentException, IllegalStateException;
}
