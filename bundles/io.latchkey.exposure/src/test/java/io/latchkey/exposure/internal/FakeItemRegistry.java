// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemChanges;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemListener;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Items in a map; commands are written down and don't change anything. */
final class FakeItemRegistry implements ItemRegistry {
    final List<String> commands = new ArrayList<>();
    final Map<String, String> unreadable = new HashMap<>();
    final Map<String, String> remarks = new HashMap<>();
    final Set<String> switchedOff = new HashSet<>();
    boolean isReady = true;
    boolean isAtOnce;
    int lookedAt;
    boolean refuses;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final List<ItemListener> listeners = new ArrayList<>();

    FakeItemRegistry(Item... all) {
        for (Item item : all) {
            items.put(item.name(), item);
        }
    }

    @Override
    public Collection<Item> items() {
        lookedAt += items.size();
        return List.copyOf(items.values());
    }

    @Override
    public Optional<Item> item(String name) {
        lookedAt++;
        return Optional.ofNullable(items.get(name));
    }

    @Override
    public AutoCloseable listen(ItemListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public CompletionStage<Void> send(String item, ItemCommand command, String source) {
        if (refuses) {
            return CompletableFuture.failedFuture(new IllegalStateException("the device is stubborn"));
        }
        commands.add(item + " " + command.text() + " from " + source);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public boolean isReady() {
        return isReady;
    }

    @Override
    public boolean readsNotesWithItems() {
        return isAtOnce;
    }

    @Override
    public Map<String, String> unreadable() {
        return Map.copyOf(unreadable);
    }

    @Override
    public Map<String, String> remarks() {
        return Map.copyOf(remarks);
    }

    @Override
    public Set<String> switchedOff() {
        return Set.copyOf(switchedOff);
    }

    int listeners() {
        return listeners.size();
    }

    void update(String name, String state) {
        Item item = items.get(name);
        ItemState now = ItemState.parse(item.valueType(), state).orElseThrow();
        items.put(name, item.with(now));
        List.copyOf(listeners).forEach(listener -> listener.updated(name, now));
    }

    void put(Item item) {
        boolean isNew = items.put(item.name(), item) == null;
        tell(new ItemChanges(isNew ? Set.of(item.name()) : Set.of(), Set.of(), isNew ? Set.of() : Set.of(item.name())));
    }

    /** An item goes, nobody says why: its file has a slip, or its provider left. */
    void remove(String name) {
        items.remove(name);
        tell(new ItemChanges(Set.of(), Set.of(name), Set.of()));
    }

    /** Somebody deletes an item. */
    void delete(String name) {
        items.remove(name);
        tell(new ItemChanges(Set.of(), Set.of(name), Set.of(), Set.of(name)));
    }

    /** An entry can't be read any more. */
    void spoil(String name, String why) {
        unreadable.put(name, why);
        remove(name);
    }

    void replaced(String name) {
        tell(new ItemChanges(Set.of(), Set.of(), Set.of(name)));
    }

    private void tell(ItemChanges changes) {
        List.copyOf(listeners).forEach(listener -> listener.replaced(changes));
    }
}
