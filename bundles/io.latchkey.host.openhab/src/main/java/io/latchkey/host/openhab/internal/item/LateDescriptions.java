// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.openhab.core.common.registry.Registry;
import org.openhab.core.events.Event;
import org.openhab.core.thing.events.ChannelDescriptionChangedEvent;
import org.openhab.core.thing.events.ThingStatusInfoChangedEvent;
import org.openhab.core.thing.events.ThingUpdatedEvent;
import org.openhab.core.thing.link.ItemChannelLink;
import org.openhab.core.thing.link.events.AbstractItemChannelLinkRegistryEvent;
import org.openhab.core.thing.link.events.ItemChannelLinkAddedEvent;
import org.openhab.core.thing.link.events.ItemChannelLinkRemovedEvent;

/**
 * Hears which items may be described anew though nobody touched them: a binding gives a channel other options, a thing comes
 * online long after the start, its channels change, or an item is linked to a channel after it was made. Not every binding
 * says that it describes a channel anew, and not every one that does knows the items: so what is linked to a thing is looked
 * at whenever the thing gets another status. Links are gone through once for all that happened, when it has settled. Hears
 * on openHAB's thread and returns at once; thread-safe.
 */
final class LateDescriptions {
    /** The types of the events that it hears. */
    static final Set<String> TYPES = Set.of(
            ChannelDescriptionChangedEvent.TYPE,
            ItemChannelLinkAddedEvent.TYPE,
            ItemChannelLinkRemovedEvent.TYPE,
            ThingStatusInfoChangedEvent.TYPE,
            ThingUpdatedEvent.TYPE);

    private final AtomicReference<Registry<ItemChannelLink, String>> links = new AtomicReference<>();
    private final Set<String> items = new HashSet<>();
    private final Set<String> described = new HashSet<>();

    /** Which items are linked to what. */
    void bind(Registry<ItemChannelLink, String> registry) {
        links.set(registry);
    }

    void unbind(Registry<ItemChannelLink, String> registry) {
        links.compareAndSet(registry, null);
    }

    /** Hears an event; false when it says nothing of descriptions. */
    boolean hear(Event event) {
        if (event instanceof ChannelDescriptionChangedEvent channel) {
            add(channel.getLinkedItemNames(), List.of(channel.getChannelUID().getAsString()));
        } else if (event instanceof AbstractItemChannelLinkRegistryEvent link) {
            add(List.of(link.getLink().itemName), List.of());
        } else if (event instanceof ThingStatusInfoChangedEvent thing) {
            add(List.of(), List.of(thing.getThingUID().getAsString()));
        } else if (event instanceof ThingUpdatedEvent thing) {
            add(List.of(), List.of(thing.getThing().UID));
        } else {
            return false;
        }
        return true;
    }

    /** Takes the names of the items that may be described anew. */
    Set<String> take() {
        Set<String> names;
        Set<String> sought;
        synchronized (this) {
            names = new HashSet<>(items);
            sought = Set.copyOf(described);
            items.clear();
            described.clear();
        }
        if (!sought.isEmpty()) {
            names.addAll(linkedTo(sought));
        }
        return names;
    }

    private synchronized void add(Collection<String> names, Collection<String> channelsOrThings) {
        items.addAll(names);
        described.addAll(channelsOrThings);
    }

    private Set<String> linkedTo(Set<String> sought) {
        return Optional.ofNullable(links.get()).stream()
                .flatMap(registry -> registry.getAll().stream())
                .filter(link -> isTo(link.getLinkedUID().getAsString(), sought))
                .map(ItemChannelLink::getItemName)
                .collect(Collectors.toSet());
    }

    /** A channel is called as its thing with one segment more. */
    private static boolean isTo(String channel, Set<String> sought) {
        return sought.contains(channel) || sought.contains(channel.substring(0, Math.max(0, channel.lastIndexOf(':'))));
    }
}
