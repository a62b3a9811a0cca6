// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openhab.core.events.Event;
import org.openhab.core.events.EventPublisher;
import org.openhab.core.events.EventSubscriber;
import org.openhab.core.items.GenericItem;
import org.openhab.core.items.Item;
import org.openhab.core.items.ItemNotFoundException;
import org.openhab.core.items.ItemRegistry;
import org.openhab.core.items.Metadata;
import org.openhab.core.items.MetadataKey;
import org.openhab.core.items.MetadataRegistry;
import org.openhab.core.items.events.GroupStateUpdatedEvent;
import org.openhab.core.items.events.ItemCommandEvent;
import org.openhab.core.items.events.ItemStateEvent;
import org.openhab.core.items.events.ItemStateUpdatedEvent;
import org.openhab.core.service.ReadyMarker;
import org.openhab.core.service.ReadyMarkerFilter;
import org.openhab.core.service.ReadyService;
import org.openhab.core.types.State;

/** What of openHAB the item registry calls, in memory, on the caller's thread. */
final class FakeOpenhab {
    final Items items = new Items();
    final Notes notes = new Notes();
    final Readiness readiness = new Readiness();
    final Bus bus = new Bus();

    /** Adds an item, with a note in the namespace {@code homekit} when there is a text. */
    void add(GenericItem item, String homekit) {
        items.add(item);
        if (!homekit.isEmpty()) {
            notes.add(note("homekit", item.getName(), homekit));
        }
    }

    static Metadata note(String namespace, String item, String value) {
        return new Metadata(new MetadataKey(namespace, item), value, Map.of());
    }

    /** Sets a state, as a binding does. */
    void update(String item, State state) {
        ((GenericItem) items.get(item)).setState(state);
        bus.tell(new Updated(item, state));
    }

    static final class Items extends FakeOpenhabRegistry<Item, String> implements ItemRegistry {
        @Override
        public Item getItem(String name) throws ItemNotFoundException {
            Item item = get(name);
            if (item == null) {
                throw new ItemNotFoundException(name);
            }
            return item;
        }

        @Override
        public Collection<Item> getItems() {
            return getAll();
        }
    }

    static final class Notes extends FakeOpenhabRegistry<Metadata, MetadataKey> implements MetadataRegistry {
        @Override
        public boolean isInternalNamespace(String namespace) {
            return namespace.startsWith(INTERNAL_NAMESPACE_PREFIX);
        }

        @Override
        public Collection<String> getAllNamespaces(String item) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void removeItemMetadata(String item) {
            throw new UnsupportedOperationException();
        }
    }

    static final class Readiness implements ReadyService {
        private final Set<ReadyMarker> markers = new HashSet<>();
        private final Map<ReadyTracker, ReadyMarkerFilter> trackers = new LinkedHashMap<>();

        void reach(int... levels) {
            for (int level : levels) {
                markReady(new ReadyMarker("startlevel", String.valueOf(level)));
            }
        }

        void leave(int level) {
            unmarkReady(new ReadyMarker("startlevel", String.valueOf(level)));
        }

        int trackers() {
            return trackers.size();
        }

        @Override
        public void markReady(ReadyMarker marker) {
            markers.add(marker);
            trackers.forEach((tracker, filter) -> {
                if (filter.apply(marker)) {
                    tracker.onReadyMarkerAdded(marker);
                }
            });
        }

        @Override
        public void unmarkReady(ReadyMarker marker) {
            markers.remove(marker);
            trackers.forEach((tracker, filter) -> {
                if (filter.apply(marker)) {
                    tracker.onReadyMarkerRemoved(marker);
                }
            });
        }

        @Override
        public boolean isReady(ReadyMarker marker) {
            return markers.contains(marker);
        }

        @Override
        public void registerTracker(ReadyTracker tracker) {
            registerTracker(tracker, new ReadyMarkerFilter());
        }

        @Override
        public void registerTracker(ReadyTracker tracker, ReadyMarkerFilter filter) {
            trackers.put(tracker, filter);
            markers.stream().filter(filter::apply).forEach(tracker::onReadyMarkerAdded);
        }

        @Override
        public void unregisterTracker(ReadyTracker tracker) {
            trackers.remove(tracker);
        }
    }

    /** The event bus: notes what is posted, and tells the subscriber what a test wants it to hear. */
    static final class Bus implements EventPublisher {
        final List<String> posted = new ArrayList<>();
        EventSubscriber subscriber;
        boolean isDown;

        @Override
        public void post(Event event) {
            if (isDown) {
                throw new IllegalStateException("the event bus is down");
            }
            ItemCommandEvent command = (ItemCommandEvent) event;
            posted.add(command.getItemName() + " " + command.getItemCommand() + " from " + command.getSource());
        }

        /** Whether the subscriber wanted the event. */
        boolean tell(Event event) {
            boolean isWanted = subscriber.getSubscribedEventTypes().contains(event.getType())
                    && subscriber.getEventFilter().apply(event);
            if (isWanted) {
                subscriber.receive(event);
            }
            return isWanted;
        }
    }

    static final class Updated extends ItemStateUpdatedEvent {
        Updated(String item, State state) {
            super("openhab/items/" + item + "/stateupdated", "{}", item, state, null);
        }
    }

    static final class GroupUpdated extends GroupStateUpdatedEvent {
        GroupUpdated(String group, String member, State state) {
            super("openhab/items/" + group + "/" + member + "/stateupdated", "{}", group, member, state, null);
        }
    }

    static final class Sent extends ItemStateEvent {
        Sent(String item, State state) {
            super("openhab/items/" + item + "/state", "{}", item, state, null);
        }
    }
}
