// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.events;

/** Which events a subscriber wants. */
public interface EventFilter {
    boolean apply(Event event);
}
