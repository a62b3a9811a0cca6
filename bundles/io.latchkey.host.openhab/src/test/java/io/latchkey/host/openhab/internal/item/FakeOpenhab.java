// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.openhab.core.common.registry.RegistryChangeListener;
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
import org.openhab.core.items.events.ItemStatePredictedEvent;
import org.openhab.core.items.events.ItemStateUpdatedEvent;
import org.openhab.core.service.ReadyMarker;
import org.openhab.core.service.ReadyMarkerFilter;
import org.openhab.core.service.ReadyService;
import org.openhab.core.thing.ChannelUID;
import org.openhab.core.thing.ThingUID;
import org.openhab.core.thing.dto.ThingDTO;
import org.openhab.core.thing.events.ChannelDescriptionChangedEvent;
import org.openhab.core.thing.events.ThingStatusInfoChangedEvent;
import org.openhab.core.thing.events.ThingUpdatedEvent;
import org.openhab.core.thing.link.ItemChannelLink;
import org.openhab.core.thing.link.ItemChannelLinkRegistry;
import org.openhab.core.types.State;

/** What of openHAB the item registry calls, in memory, on the caller's thread. */
public final class FakeOpenhab {
    final Items items = new Items();
    final Notes notes = new Notes();
    final Readiness readiness = new Readiness();
    final Bus bus = new Bus();
    final Links links = new Links();

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

    /** openHAB's registry of links is a class, so what it does is written out. */
    static final class Links extends ItemChannelLinkRegistry {
        final FakeOpenhabRegistry<ItemChannelLink, String> all = new FakeOpenhabRegistry<>();

        @Override
        public void addRegistryChangeListener(RegistryChangeListener<ItemChannelLink> listener) {
            all.addRegistryChangeListener(listener);
        }

        @Override
        public void removeRegistryChangeListener(RegistryChangeListener<ItemChannelLink> listener) {
            all.removeRegistryChangeListener(listener);
        }

        @Override
        public Collection<ItemChannelLink> getAll() {
            return all.getAll();
        }

        @Override
        public Stream<ItemChannelLink> stream() {
            return all.stream();
        }

        @Override
        public ItemChannelLink get(String key) {
            return all.get(key);
        }

        @Override
        public ItemChannelLink add(ItemChannelLink link) {
            return all.add(link);
        }

        @Override
        public ItemChannelLink update(ItemChannelLink link) {
            return all.update(link);
        }

        @Override
        public ItemChannelLink remove(String key) {
            return all.remove(key);
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

    /** Its start levels. */
    public static final class Readiness implements ReadyService {
        private final Set<ReadyMarker> markers = new HashSet<>();
        private final Map<ReadyTracker, ReadyMarkerFilter> trackers = new LinkedHashMap<>();

        /** They are reached one after the other. */
        public void reach(int... levels) {
            for (int level : levels) {
                markReady(new ReadyMarker("startlevel", String.valueOf(level)));
            }
        }

        /** It falls below that one. */
        public void leave(int level) {
            unmarkReady(new ReadyMarker("startlevel", String.valueOf(level)));
        }

        /** How many listen. */
        public int trackers() {
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

    /** What openHAB thinks that becomes of a command, or that nothing does. */
    static ItemStatePredictedEvent predicted(String item, State state, boolean isConfirmation) {
        return new ItemStatePredictedEvent(
                "openhab/items/" + item + "/statepredicted", "{}", item, state, isConfirmation);
    }

    static final class Described extends ChannelDescriptionChangedEvent {
        Described(String channel, Set<String> items) {
            super(
                    "openhab/channels/" + channel + "/descriptionchanged",
                    "{}",
                    CommonChannelDescriptionField.STATE_OPTIONS,
                    new ChannelUID(channel),
                    items,
                    "{}",
                    null);
        }
    }

    static final class Status extends ThingStatusInfoChangedEvent {
        Status(String thing) {
            super("openhab/things/" + thing + "/statuschanged", "{}", new ThingUID(thing));
        }
    }

    static final class ThingUpdated extends ThingUpdatedEvent {
        ThingUpdated(String thing) {
            super("openhab/things/" + thing + "/updated", "{}", called(thing), called(thing));
        }

        private static ThingDTO called(String thing) {
            ThingDTO said = new ThingDTO();
            said.UID = thing;
            return said;
        }
    }
}
