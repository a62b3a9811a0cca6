// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.takeover;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemListener;
import io.latchkey.api.item.ItemRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Items that never change. */
public record FixedItems(List<Item> all) implements ItemRegistry {
    @Override
    public Collection<Item> items() {
        return all;
    }

    @Override
    public Optional<Item> item(String name) {
        return all.stream().filter(item -> item.name().equals(name)).findFirst();
    }

    @Override
    public AutoCloseable listen(ItemListener listener) {
        return () -> {};
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
