// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.openhab.core.common.registry.Provider;
import org.openhab.core.common.registry.ProviderChangeListener;
import org.openhab.core.items.Item;

/**
 * Hears which items people delete. Only the provider of the items that are made in openHAB's user interfaces says so, and
 * only when somebody deletes one: openHAB's registry says the same of a deleted item, of one in a file with a slip, and of
 * all items of a bundle that is refreshed. Called on openHAB's threads; returns at once.
 */
final class Deletions implements ProviderChangeListener<Item> {
    private final Consumer<String> changed;
    private final Set<String> names = new HashSet<>();

    /**
     * Has heard of nothing yet.
     *
     * @param changed hears of each item that is to be looked at
     */
    Deletions(Consumer<String> changed) {
        this.changed = changed;
    }

    @Override
    public void added(Provider<Item> provider, Item item) {
        synchronized (names) {
            names.remove(item.getName());
        }
    }

    @Override
    public void removed(Provider<Item> provider, Item item) {
        synchronized (names) {
            names.add(item.getName());
        }
        changed.accept(item.getName());
    }

    @Override
    public void updated(Provider<Item> provider, Item before, Item item) {}

    /** Takes the names of the items that were deleted up to now; some may be there again. */
    Set<String> take() {
        synchronized (names) {
            Set<String> taken = Set.copyOf(names);
            names.clear();
            return taken;
        }
    }
}
