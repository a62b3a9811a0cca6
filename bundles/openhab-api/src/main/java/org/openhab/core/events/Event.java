// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.events;

/** What happened; the source may be null. */
public interface Event {
    String getType();

    String getTopic();

    String getPayload();

    String getSource();
}
