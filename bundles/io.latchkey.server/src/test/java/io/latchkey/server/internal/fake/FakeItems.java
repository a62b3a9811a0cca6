// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.fake;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemChanges;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemListener;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemType;
import io.latchkey.server.internal.item.WatchedItems;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A host whose switches the test puts, switches and takes away. */
public final class FakeItems implements ItemRegistry {
    private final Map<String, Item> items = new ConcurrentHashMap<>();
    private final List<ItemListener> listeners = new CopyOnWriteArrayList<>();

    /** The item is there, with that state. */
    public FakeItems put(String name, ItemState state) {
        boolean isNew =
                items.put(name, Item.of(name, ItemType.SWITCH).state(state).build()) == null;
        listeners.forEach(each -> {
            if (isNew) {
                each.replaced(new ItemChanges(Set.of(name), Set.of(), Set.of()));
            } else {
                each.updated(name, state);
            }
        });
        return this;
    }

    /** The item is gone. */
    public void take(String name) {
        items.remove(name);
        listeners.forEach(each -> each.replaced(new ItemChanges(Set.of(), Set.of(name), Set.of())));
    }

    /** The host of that name comes. */
    public void come(WatchedItems watched, String host) {
        watched.addRegistry(this, Map.of(PROPERTY_HOST, host));
    }

    @Override
    public Collection<Item> items() {
        return List.copyOf(items.values());
    }

    @Override
    public Optional<Item> item(String name) {
        return Optional.ofNullable(items.get(name));
    }

    @Override
    public AutoCloseable listen(ItemListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public CompletionStage<Void> send(String item, ItemCommand command, String source) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public boolean isReady() {
        return true;
    }
}
