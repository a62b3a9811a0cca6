// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Value;
import io.latchkey.api.testing.ManualWorkers;
import io.latchkey.api.transport.Event;
import io.latchkey.api.transport.EventEncoder;
import io.latchkey.api.transport.ListenRequest;
import io.latchkey.api.transport.SessionLimits;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.util.Callback;

/** A writer on an end point that takes ten bytes at a time. */
final class SocketWriterRig {
    static final String EVENT_HEAD = "EVENT/1.0 200 OK\r\nContent-Type: application/hap+json\r\nContent-Length: ";

    final ManualWorkers time = new ManualWorkers();
    final ByteArrayEndPoint raw = new ByteArrayEndPoint(new byte[0], 10, false);
    final List<String> heard = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    final SocketWriter writer = writer(TestBridge::encode);

    SocketWriter writer(EventEncoder encoder) {
        ListenRequest wishes = new ListenRequest(
                "test", new InetSocketAddress(0), SessionLimits.of(8), Duration.ofSeconds(1), true, encoder);
        return new SocketWriter(
                raw, Runnable::run, time, wishes, (events, late) -> told.add(events + " events, late by " + late));
    }

    boolean offer(long value, EventUrgency urgency) {
        return writer.offer(new Event(CharacteristicId.of(1, 1), Value.of(value)), urgency);
    }

    Callback heard(String name) {
        return Callback.from(() -> heard.add(name + " done"), failure -> heard.add(name + " failed"));
    }

    String all() {
        StringBuilder all = new StringBuilder();
        for (String part = raw.takeOutputString(); !part.isEmpty(); part = raw.takeOutputString()) {
            all.append(part);
        }
        return all.toString();
    }

    static String event(String body) {
        return EVENT_HEAD + body.length() + "\r\n\r\n" + body;
    }

    static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
