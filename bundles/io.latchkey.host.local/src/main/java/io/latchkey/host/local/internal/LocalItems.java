// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemChanges;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemListener;
import io.latchkey.api.item.ItemListeners;
import io.latchkey.api.item.ItemState;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The items in memory and what happens to them. Readers see a snapshot and take no lock; changes happen one after
 * another, and listeners hear of them in that order, without a lock held.
 */
final class LocalItems {
    private static final Logger LOGGER = LoggerFactory.getLogger(LocalItems.class);

    private final ItemListeners listeners;
    private volatile ItemSlots slots = ItemSlots.of(Map.of());
    private final Set<String> declared = new HashSet<>();
    private final Map<String, Item> hidden = new HashMap<>();
    private volatile Map<String, String> unreadable = Map.of();
    private volatile Map<String, String> remarks = Map.of();
    private volatile boolean whole;

    /** No items yet; listeners hear of them on the threads of those who change them. */
    LocalItems(Contributors contributors) {
        this.listeners = new ItemListeners(
                contributors, Runnable::run, failure -> LOGGER.error("News of items are lost", failure));
    }

    Collection<Item> all() {
        return slots.all();
    }

    Optional<Item> find(String name) {
        return slots.find(name);
    }

    AutoCloseable listen(ItemListener listener) {
        return listeners.listen(listener);
    }

    /** Whether the definitions have been there once. */
    boolean isWhole() {
        return whole;
    }

    /** What is wrong with items that can't be read, by name. */
    Map<String, String> unreadable() {
        return unreadable;
    }

    /** What is odd about items that can be read, by name. */
    Map<String, String> remarks() {
        return remarks;
    }

    /**
     * Takes these definitions. Items that were there before keep their state unless the new one brings another. What a
     * whole reading doesn't declare any more was deleted; what can't be read, or was only not read, was not.
     */
    void replaceAll(ItemsUpdate update) {
        synchronized (this) {
            Map<String, Item> before = slots.definitions();
            Map<String, Item> now = new LinkedHashMap<>();
            for (Item item : update.items().values()) {
                now.put(item.name(), withState(item, update, before));
            }
            Set<String> deleted = deleted(update);
            ItemChanges changes = ItemChanges.between(before, now).withDeleted(deleted);
            boolean isNews = !changes.isEmpty() || !unreadable.equals(update.unreadable());
            slots = ItemSlots.of(now);
            remarks = Map.copyOf(update.remarks());
            hide(before, update.unreadable());
            if (isNews || !whole) {
                whole = true;
                listeners.replaced(changes);
            }
            for (Item item : now.values()) {
                Item old = before.get(item.name());
                if (old != null && !old.state().equals(item.state())) {
                    listeners.updated(item.name(), item.state());
                }
            }
        }
        listeners.tell();
    }

    /** What was declared since the last whole reading and isn't any more. */
    private Set<String> deleted(ItemsUpdate update) {
        if (!update.isWhole()) {
            declared.addAll(update.items().keySet());
            declared.addAll(update.unreadable().keySet());
            return Set.of();
        }
        Set<String> deleted = new HashSet<>(declared);
        deleted.removeAll(update.items().keySet());
        declared.clear();
        declared.addAll(update.items().keySet());
        return deleted;
    }

    /** Keeps the states of items that can't be read at the moment. */
    private void hide(Map<String, Item> before, Map<String, String> faults) {
        unreadable = Map.copyOf(faults);
        faults.keySet().stream().filter(before::containsKey).forEach(name -> hidden.put(name, before.get(name)));
        hidden.keySet().retainAll(faults.keySet());
    }

    private Item withState(Item read, ItemsUpdate update, Map<String, Item> there) {
        Item before = there.getOrDefault(read.name(), hidden.get(read.name()));
        Item readBefore = update.before().get(read.name());
        boolean isNews = !update.withoutState().contains(read.name())
                && (readBefore == null || !readBefore.state().equals(read.state()));
        boolean sameKind = before != null && before.valueType() == read.valueType();
        return isNews || !sameKind ? read : read.with(before.state());
    }

    /** Sets a state; nothing happens when there is no such item. */
    void update(String name, ItemState state) {
        change(name, state);
        listeners.tell();
    }

    /**
     * Does what a command says to the item and, for a group, to its members that take such a command.
     *
     * @throws IllegalArgumentException when there is no such item, or it doesn't take the command
     */
    void command(String name, ItemCommand command) {
        Item item = find(name).orElseThrow(() -> new IllegalArgumentException("there is no item " + name));
        Set<String> reached = new HashSet<>();
        if (!command(item, command, reached)) {
            throw new IllegalArgumentException(
                    "item " + name + " of type " + item.type().text() + " doesn't take " + command.text());
        }
        listeners.tell();
    }

    private boolean command(Item item, ItemCommand command, Set<String> reached) {
        boolean takes = Autoupdate.accepts(item.valueType(), command);
        if (!reached.add(item.name())) {
            return takes;
        }
        if (takes) {
            find(item.name())
                    .flatMap(now -> Autoupdate.after(now, command))
                    .ifPresent(state -> change(item.name(), state));
        }
        for (Item member : slots.members(item.name())) {
            takes |= command(member, command, reached);
        }
        return takes;
    }

    private synchronized void change(String name, ItemState state) {
        if (slots.change(name, state)) {
            listeners.updated(name, state);
        }
    }
}
