// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemChanges;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemListener;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemState;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A host of one lamp that obeys at once, asked and told from any thread. */
final class OneLampRegistry implements ItemRegistry {
    private volatile Item lamp = ExposureFixture.item("Lamp", "Dimmer", "1", "Lighting,Lighting.Brightness");
    private volatile ItemListener listener;

    @Override
    public Collection<Item> items() {
        return List.of(lamp);
    }

    @Override
    public Optional<Item> item(String name) {
        return Optional.of(lamp);
    }

    @Override
    public AutoCloseable listen(ItemListener heard) {
        listener = heard;
        return () -> {};
    }

    @Override
    public CompletionStage<Void> send(String item, ItemCommand command, String source) {
        if (command instanceof ItemState state) {
            update(state);
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public boolean isReady() {
        return true;
    }

    synchronized void update(ItemState state) {
        lamp = lamp.with(state);
        listener.updated("Lamp", state);
    }

    /** Tells that the definition of the lamp is another one. */
    void replace() {
        listener.replaced(new ItemChanges(Set.of(), Set.of(), Set.of("Lamp")));
    }
}
