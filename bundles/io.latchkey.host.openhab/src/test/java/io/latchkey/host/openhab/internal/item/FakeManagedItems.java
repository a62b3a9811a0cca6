// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.openhab.core.common.registry.ProviderChangeListener;
import org.openhab.core.items.Item;
import org.openhab.core.items.ItemProvider;

/**
 * The provider of the items that people make, as openHAB's own is: it tells each single deletion, the registry first and
 * with another object than the registry has; when it leaves it says nothing at all.
 */
final class FakeManagedItems implements ItemProvider {
    final Set<ProviderChangeListener<Item>> listeners = new CopyOnWriteArraySet<>();
    private final FakeOpenhab.Items registry;
    private final List<Item> items = new ArrayList<>();

    FakeManagedItems(FakeOpenhab.Items registry) {
        this.registry = registry;
    }

    /** Somebody makes an item. */
    void add(Item item) {
        items.add(item);
        registry.add(item);
        listeners.forEach(listener -> listener.added(this, item));
    }

    /** Somebody deletes an item. */
    void delete(String name) {
        Item gone = registry.get(name);
        items.remove(gone);
        registry.remove(name);
        deleteWhatAFileHasToo(TestItem.of(gone.getType(), name));
    }

    /** Somebody deletes an item whose name the registry has from another provider. */
    void deleteWhatAFileHasToo(Item item) {
        listeners.forEach(listener -> listener.removed(this, item));
    }

    @Override
    public void addProviderChangeListener(ProviderChangeListener<Item> listener) {
        listeners.add(listener);
    }

    @Override
    public void removeProviderChangeListener(ProviderChangeListener<Item> listener) {
        listeners.remove(listener);
    }

    @Override
    public Collection<Item> getAll() {
        return List.copyOf(items);
    }
}
