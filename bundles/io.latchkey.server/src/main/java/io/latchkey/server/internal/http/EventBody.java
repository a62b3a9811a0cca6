// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.http;

import io.latchkey.api.model.Format;
import io.latchkey.api.transport.Event;
import io.latchkey.api.transport.EventEncoder;
import io.latchkey.server.internal.database.AccessoryDatabase;
import io.latchkey.server.internal.database.Snapshot;
import io.latchkey.server.internal.json.Address;
import io.latchkey.server.internal.json.JsonOutput;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.List;

/**
 * Writes the body of an event message: addresses and values, nothing else (HAP specification R2 section 6.8). A change that
 * many sessions hear of is written once: the last message is kept, and whoever gets it doesn't change its bytes.
 */
public final class EventBody implements EventEncoder {
    private final AccessoryDatabase database;
    private volatile Message last;

    /** What was written last; it holds no snapshot, which may hold a bundle that has left. */
    private record Message(Reference<Snapshot> snapshot, List<Event> events, byte[] body) {}

    /** Prepares the messages of one bridge. */
    public EventBody(AccessoryDatabase database) {
        this.database = database;
        this.last = new Message(new WeakReference<>(null), List.of(), new byte[0]);
    }

    @Override
    public byte[] body(List<Event> events) {
        Snapshot snapshot = database.snapshot();
        Message known = last;
        if (known.snapshot().refersTo(snapshot) && known.events().equals(events)) {
            return known.body();
        }
        byte[] body = written(snapshot, events);
        last = new Message(new WeakReference<>(snapshot), List.copyOf(events), body);
        return body;
    }

    private static byte[] written(Snapshot snapshot, List<Event> events) {
        return JsonOutput.object(output -> output.array(
                "characteristics",
                events,
                event -> output.objectOf(members -> {
                    members.address(Address.of(event.id()));
                    members.member("value", event.value(), isUnsigned(snapshot, event));
                })));
    }

    private static boolean isUnsigned(Snapshot snapshot, Event event) {
        return snapshot.find(event.id())
                .filter(each -> each.format() == Format.UINT64)
                .isPresent();
    }
}
