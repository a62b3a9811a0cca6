// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemChanges;
import io.latchkey.api.item.ItemListener;
import io.latchkey.api.item.ItemListeners;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhab.core.types.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * openHAB's items as they were read last, with the states that came since. Readers see a snapshot and take no lock;
 * what happens, happens in order, and listeners hear it in that order without a lock held.
 */
final class HostItems {
    private static final Logger LOG = LoggerFactory.getLogger(HostItems.class);

    private static final String THREADS = "items of openHAB";

    private final ItemListeners listeners;
    private volatile Map<String, String> unreadable = Map.of();
    private volatile Map<String, Slot> items = Map.of();
    private volatile boolean isWhole;

    /** No items yet. All states of openHAB come on one thread, so listeners hear of them on others. */
    HostItems(Contributors contributors) {
        this.listeners = new ItemListeners(
                contributors,
                work -> contributors.execute(THREADS, work),
                failure -> LOG.error("News of items are lost", failure));
    }

    /** The place of one item; its state changes, its definition doesn't. */
    private static final class Slot {
        private volatile Item item;

        Slot(Item item) {
            this.item = item;
        }
    }

    Collection<Item> all() {
        return items.values().stream().map(slot -> slot.item).toList();
    }

    Optional<Item> find(String name) {
        return Optional.ofNullable(items.get(name)).map(slot -> slot.item);
    }

    AutoCloseable listen(ItemListener listener) {
        return listeners.listen(listener);
    }

    /** Whether the items have been there once. */
    boolean isWhole() {
        return isWhole;
    }

    boolean has(String name) {
        return items.containsKey(name);
    }

    boolean hasGroup(String name) {
        Slot slot = items.get(name);
        return slot != null && slot.item.type() == ItemType.GROUP;
    }

    /** The names of the items whose states and commands are described. */
    Set<String> described() {
        return all().stream()
                .filter(item -> ItemTranslation.isDescribed(item.tags(), item.metadata()))
                .map(Item::name)
                .collect(Collectors.toSet());
    }

    /** An item was told something and stays as it is: listeners hear its state once more. */
    void stays(String name) {
        synchronized (this) {
            find(name).ifPresent(item -> listeners.updated(name, item.state()));
        }
        listeners.tell();
    }

    /**
     * The same of an item that says nothing at all. A shutter says where it is when it has stopped, which may take longer; and
     * what has no state has said nothing that Home could go back to.
     */
    void isSilent(String name) {
        find(name)
                .filter(item -> item.valueType() != ItemType.ROLLERSHUTTER)
                .filter(item -> !(item.state() instanceof ItemState.Missing))
                .ifPresent(item -> stays(name));
    }

    /** An item has a state. */
    void updated(String name, State state) {
        change(name, state, Optional.of(ItemState.Missing.UNDEF));
    }

    /** An item was sent a state, which it takes if it can. */
    void sent(String name, State state) {
        change(name, state, Optional.empty());
    }

    private void change(String name, State state, Optional<ItemState> otherwise) {
        synchronized (this) {
            Slot slot = items.get(name);
            if (slot == null) {
                return;
            }
            Optional<ItemState> read =
                    StateTranslation.read(slot.item.valueType(), state).or(() -> otherwise);
            read.ifPresent(now -> {
                slot.item = slot.item.with(now);
                listeners.updated(name, now);
            });
        }
        listeners.tell();
    }

    /** What is wrong with items that are there and can't be read, by name. */
    Map<String, String> unreadable() {
        return unreadable;
    }

    /**
     * Takes what was read: an item that was read gets the state that it has now; one that was to be read and isn't there,
     * or can't be read, goes.
     *
     * @param wanted what was to be read
     * @param read what was read of it, by name
     * @param deleted the names of items that somebody deleted; those that are there don't count
     */
    void take(UnreadItems.Wanted wanted, Map<String, Definitions.Definition> read, Set<String> deleted) {
        synchronized (this) {
            Map<String, Slot> before = items;
            Map<String, Slot> now = wanted.isAll() ? new LinkedHashMap<>() : new LinkedHashMap<>(before);
            Map<String, String> faults = wanted.isAll() ? new HashMap<>() : new HashMap<>(unreadable);
            Set<String> looked = new LinkedHashSet<>(wanted.isAll() ? before.keySet() : wanted.items());
            looked.addAll(read.keySet());
            looked.forEach(name -> {
                Optional<Slot> slot = Optional.ofNullable(read.get(name)).flatMap(HostItems::slot);
                slot.ifPresentOrElse(fresh -> now.put(name, fresh), () -> now.remove(name));
                faults.remove(name);
                if (read.containsKey(name) && slot.isEmpty()) {
                    faults.put(name, read.get(name).trouble());
                }
            });
            boolean areFaultsNews = !faults.equals(unreadable);
            unreadable = Map.copyOf(faults);
            items = now;
            Set<String> gone = new HashSet<>(deleted);
            gone.removeIf(name -> now.containsKey(name) || read.containsKey(name));
            note(items(before, looked), items(now, looked), gone, areFaultsNews);
        }
        listeners.tell();
    }

    private static Optional<Slot> slot(Definitions.Definition definition) {
        return definition.fresh().map(fresh -> new Slot(fresh.with(state(definition.hostItem(), fresh))));
    }

    private void note(Map<String, Item> before, Map<String, Item> now, Set<String> deleted, boolean isNews) {
        ItemChanges changes = ItemChanges.between(before, now).withDeleted(deleted);
        if (!changes.isEmpty() || isNews || !isWhole) {
            isWhole = true;
            listeners.replaced(changes);
        }
        now.forEach((name, item) -> {
            Item old = before.get(name);
            if (old != null && !old.state().equals(item.state())) {
                listeners.updated(name, item.state());
            }
        });
    }

    private static ItemState state(org.openhab.core.items.Item hostItem, Item definition) {
        return StateTranslation.read(definition.valueType(), hostItem.getState())
                .orElse(ItemState.Missing.UNDEF);
    }

    private static Map<String, Item> items(Map<String, Slot> slots, Set<String> names) {
        Map<String, Item> items = new LinkedHashMap<>();
        names.stream().filter(slots::containsKey).forEach(name -> items.put(name, slots.get(name).item));
        return items;
    }
}
