// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.events;

/** What all events share. */
public abstract class AbstractEvent implements Event {
    private final String topic;
    private final String payload;
    private final String source;

    protected AbstractEvent(String topic, String payload, String source) {
        this.topic = topic;
        this.payload = payload;
        this.source = source;
    }

    @Override
    public String getTopic() {
        return topic;
    }

    @Override
    public String getPayload() {
        return payload;
    }

    @Override
    public String getSource() {
        return source;
    }
}
