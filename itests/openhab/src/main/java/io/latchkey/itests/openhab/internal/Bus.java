// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openhab.core.events.Event;
import org.openhab.core.events.EventPublisher;
import org.openhab.core.events.EventSubscriber;

/** The event bus: each subscriber hears all events of its types in the order in which they were posted, on a thread of its own. */
final class Bus implements EventPublisher, AutoCloseable {
    private final Map<EventSubscriber, ExecutorService> subscribers = new ConcurrentHashMap<>();
    private final List<Event> posted = new CopyOnWriteArrayList<>();

    @Override
    public synchronized void post(Event event) {
        posted.add(event);
        subscribers.forEach((subscriber, thread) -> {
            if (wants(subscriber, event)) {
                thread.execute(() -> subscriber.receive(event));
            }
        });
    }

    /** All events so far. */
    List<Event> posted() {
        return List.copyOf(posted);
    }

    void add(EventSubscriber subscriber) {
        subscribers.put(subscriber, Executors.newSingleThreadExecutor());
    }

    void remove(EventSubscriber subscriber) {
        ExecutorService thread = subscribers.remove(subscriber);
        if (thread != null) {
            thread.shutdown();
        }
    }

    @Override
    public void close() {
        subscribers.keySet().forEach(this::remove);
    }

    private static boolean wants(EventSubscriber subscriber, Event event) {
        Set<String> types = subscriber.getSubscribedEventTypes();
        boolean typed = types.contains(EventSubscriber.ALL_EVENT_TYPES) || types.contains(event.getType());
        return typed
                && (subscriber.getEventFilter() == null
                        || subscriber.getEventFilter().apply(event));
    }
}
