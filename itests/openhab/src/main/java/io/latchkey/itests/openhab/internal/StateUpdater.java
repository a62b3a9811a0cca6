// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.openhab.core.common.registry.RegistryChangeListener;
import org.openhab.core.events.Event;
import org.openhab.core.events.EventSubscriber;
import org.openhab.core.items.GenericItem;
import org.openhab.core.items.GroupItem;
import org.openhab.core.items.Item;
import org.openhab.core.items.Metadata;
import org.openhab.core.items.MetadataKey;
import org.openhab.core.items.events.GroupStateUpdatedEvent;
import org.openhab.core.items.events.ItemCommandEvent;
import org.openhab.core.items.events.ItemEventFactory;
import org.openhab.core.items.events.ItemStateUpdatedEvent;
import org.openhab.core.types.Command;
import org.openhab.core.types.State;
import org.openhab.core.types.UnDefType;

/**
 * Moves items: states make their groups compute theirs, commands go to the members of a group and become states. An item
 * that comes or is replaced begins without a state and gets the one that it had last, as from a persistence service that
 * stores each change of each item and restores it: held against {@code PersistenceManagerImpl} of openhab-core 4.3.0 and of
 * main at f0185b4, this is done as the first listener of the registry, and the event bus tells the state like any other.
 */
final class StateUpdater implements EventSubscriber, RegistryChangeListener<Item> {
    private static final String TOPIC = "openhab/items/%s/%s";

    private final Items items;
    private final NoteRegistry notes;
    private final Bus bus;
    private final Map<String, State> stored = new ConcurrentHashMap<>();

    StateUpdater(Items items, NoteRegistry notes, Bus bus) {
        this.items = items;
        this.notes = notes;
        this.bus = bus;
        items.addRegistryChangeListener(this);
    }

    private static final class Updated extends ItemStateUpdatedEvent {
        Updated(Item item) {
            super(
                    TOPIC.formatted(item.getName(), "stateupdated"),
                    item.getState().toFullString(),
                    item.getName(),
                    item.getState(),
                    null);
        }
    }

    private static final class GroupUpdated extends GroupStateUpdatedEvent {
        GroupUpdated(Item group, Item member) {
            super(
                    TOPIC.formatted(group.getName(), member.getName() + "/stateupdated"),
                    group.getState().toFullString(),
                    group.getName(),
                    member.getName(),
                    group.getState(),
                    null);
        }
    }

    @Override
    public Set<String> getSubscribedEventTypes() {
        return Set.of(ItemCommandEvent.TYPE);
    }

    @Override
    public void receive(Event event) {
        ItemCommandEvent told = (ItemCommandEvent) event;
        Item item = items.get(told.getItemName());
        Command command = told.getItemCommand();
        if (item instanceof GroupItem group) {
            group.getMembers().stream()
                    .filter(member -> member.getAcceptedCommandTypes().contains(command.getClass()))
                    .forEach(member ->
                            bus.post(ItemEventFactory.createCommandEvent(member.getName(), command, told.getSource())));
        } else if (item != null && command instanceof State state && accepts(item, state) && isAutoupdated(item)) {
            update(item, state);
        }
    }

    /** Gives an item that state. */
    synchronized void update(Item item, State state) {
        give(item, state);
        computeGroups(item);
    }

    @Override
    public void added(Item item) {
        State last = stored.get(item.getName());
        if (last != null && item.getState() == UnDefType.NULL && accepts(item, last)) {
            give(item, last);
        }
    }

    @Override
    public void updated(Item old, Item item) {
        added(item);
    }

    @Override
    public void removed(Item item) {
        // its last state stays stored
    }

    private void give(Item item, State state) {
        ((GenericItem) item).setState(state);
        stored.put(item.getName(), item.getState());
        bus.post(new Updated(item));
    }

    private static boolean accepts(Item item, State state) {
        return item.getAcceptedDataTypes().contains(state.getClass());
    }

    private void computeGroups(Item member) {
        for (String name : member.getGroupNames()) {
            if (items.get(name) instanceof GroupItem group && group.getFunction() != null) {
                group.setState(group.getFunction().calculate(group.getMembers()));
                stored.put(name, group.getState());
                bus.post(new GroupUpdated(group, member));
                computeGroups(group);
            }
        }
    }

    private boolean isAutoupdated(Item item) {
        Metadata note = notes.get(new MetadataKey("autoupdate", item.getName()));
        return note == null || !note.getValue().equals("false");
    }
}
