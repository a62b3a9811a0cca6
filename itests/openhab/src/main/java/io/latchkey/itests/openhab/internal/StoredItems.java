// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhab.core.common.registry.ProviderChangeListener;
import org.openhab.core.items.Item;
import org.openhab.core.items.ManagedItemProvider;

/**
 * The items that people made one by one, in the user interface.
 *
 * <p>Held against {@code ManagedItemProvider} and {@code AbstractManagedProvider} of openhab-core 4.3.0 and of main at f0185b4:
 * each item that is handed out is an object of its own; {@code removed} comes from a deletion only, never because this
 * provider leaves; a group that is deleted first takes its name off its members, which are told as updated.
 */
final class StoredItems extends ManagedItemProvider {
    private final ProviderListeners<Item> listeners = new ProviderListeners<>(this);
    private final Map<String, ItemLine> lines = new LinkedHashMap<>();

    @Override
    public void addProviderChangeListener(ProviderChangeListener<Item> listener) {
        listeners.add(listener);
    }

    @Override
    public void removeProviderChangeListener(ProviderChangeListener<Item> listener) {
        listeners.remove(listener);
    }

    @Override
    public synchronized Collection<Item> getAll() {
        return lines.values().stream().map(ItemLine::item).toList();
    }

    /** Makes an item, or puts another in the place of the one of that name. */
    synchronized void put(ItemLine line) {
        ItemLine old = lines.put(line.name(), line);
        if (old == null) {
            listeners.added(line.item());
        } else {
            listeners.updated(old.item(), line.item());
        }
    }

    /**
     * Deletes an item.
     *
     * @throws IllegalArgumentException when nobody made an item of that name here
     */
    synchronized void delete(String name) {
        if (!lines.containsKey(name)) {
            throw new IllegalArgumentException("no stored item " + name);
        }
        List.copyOf(lines.values()).stream()
                .filter(line -> line.groups().contains(name))
                .forEach(member -> put(member.without(name)));
        listeners.removed(lines.remove(name).item());
    }
}
