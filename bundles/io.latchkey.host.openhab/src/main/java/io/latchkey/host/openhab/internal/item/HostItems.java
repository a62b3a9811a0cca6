// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemChanges;
import io.latchkey.api.item.ItemListener;
import io.latchkey.api.item.ItemListeners;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhab.core.types.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * openHAB's items as they were read last, with the states that came since. Readers see a snapshot and take no lock;
 * what happens, happens in order, and listeners hear it in that order without a lock held.
 */
final class HostItems {
    private static final Logger LOGGER = LoggerFactory.getLogger(HostItems.class);

    private final ItemListeners listeners =
            new ItemListeners(failure -> LOGGER.error("A listener of items failed", failure));
    private final Absences absences;
    private volatile Map<String, Slot> items = Map.of();
    private volatile boolean isWhole;

    /** The place of one item; its state changes, its definition doesn't. */
    private static final class Slot {
        private volatile Item item;

        Slot(Item item) {
            this.item = item;
        }
    }

    HostItems(Absences absences) {
        this.absences = absences;
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

    /**
     * Takes what was read: an item that was read gets the state that it has now; one that wasn't stays as it was; one
     * that isn't there any more goes when it has been away for long enough.
     *
     * @return whether there are items that may go soon
     */
    boolean take(List<Definitions.Definition> read) {
        boolean isHolding;
        synchronized (this) {
            Map<String, Slot> before = items;
            Map<String, Slot> now = new LinkedHashMap<>();
            for (Definitions.Definition definition : read) {
                String name = definition.hostItem().getName();
                definition
                        .fresh()
                        .map(fresh -> new Slot(fresh.with(state(definition.hostItem(), fresh))))
                        .or(() -> Optional.ofNullable(before.get(name)))
                        .ifPresent(slot -> now.put(name, slot));
            }
            before.forEach((name, slot) -> {
                if (!now.containsKey(name) && absences.isTolerated(name)) {
                    now.put(name, slot);
                }
            });
            isHolding = absences.endRound();
            items = now;
            note(before, now);
        }
        listeners.tell();
        return isHolding;
    }

    private void note(Map<String, Slot> before, Map<String, Slot> now) {
        ItemChanges changes = ItemChanges.between(items(before), items(now));
        if (!changes.isEmpty() || !isWhole) {
            isWhole = true;
            listeners.replaced(changes);
        }
        now.forEach((name, slot) -> {
            Slot old = before.get(name);
            if (old != null && !old.item.state().equals(slot.item.state())) {
                listeners.updated(name, slot.item.state());
            }
        });
    }

    private static ItemState state(org.openhab.core.items.Item hostItem, Item definition) {
        return StateTranslation.read(definition.valueType(), hostItem.getState())
                .orElse(ItemState.Missing.UNDEF);
    }

    private static Map<String, Item> items(Map<String, Slot> slots) {
        Map<String, Item> items = new LinkedHashMap<>();
        slots.forEach((name, slot) -> items.put(name, slot.item));
        return items;
    }
}
