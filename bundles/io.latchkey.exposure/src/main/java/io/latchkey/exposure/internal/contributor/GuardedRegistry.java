// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.contributor;

import io.latchkey.api.concurrent.Contributor;
import io.latchkey.api.concurrent.ContributorException;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemCommand;
import io.latchkey.api.item.ItemListener;
import io.latchkey.api.item.ItemRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The registry of a host, called with care. What it can't tell about items is a {@link ContributorException}, never an
 * item that isn't there: controllers delete rooms and automations of what is gone. Safe for all threads.
 */
public final class GuardedRegistry implements ItemRegistry {
    private final ItemRegistry registry;
    private final Contributor contributor;

    /** Guards a registry. */
    public GuardedRegistry(ItemRegistry registry, Contributor contributor) {
        this.registry = registry;
        this.contributor = contributor;
    }

    /** Whether it isn't called at the moment. */
    public boolean isLeftOut() {
        return contributor.isLeftOut();
    }

    @Override
    public Collection<Item> items() {
        return contributor.require("items", () -> List.copyOf(registry.items()));
    }

    @Override
    public Optional<Item> item(String name) {
        return contributor.require("item", () -> registry.item(name));
    }

    @Override
    public AutoCloseable listen(ItemListener listener) {
        return contributor.require("listen", () -> registry.listen(listener));
    }

    /** Begins to listen where the registry may take its time; returns at once. */
    public CompletionStage<AutoCloseable> listenLater(ItemListener listener) {
        return contributor.ask("listen", () -> registry.listen(listener));
    }

    /** Ends what {@link #listenLater} began, and the calls. */
    public void close(AutoCloseable listening) {
        contributor
                .ask("the end of listen", () -> {
                    try {
                        listening.close();
                        return listening;
                    } catch (Exception failure) {
                        throw new IllegalStateException(failure);
                    }
                })
                .whenComplete((done, failure) -> contributor.close());
    }

    @Override
    public CompletionStage<Void> send(String item, ItemCommand command, String source) {
        try {
            return contributor.require("send", () -> registry.send(item, command, source));
        } catch (ContributorException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    @Override
    public boolean isReady() {
        return contributor.get("isReady", registry::isReady, false);
    }

    @Override
    public boolean readsNotesWithItems() {
        return contributor.get("readsNotesWithItems", registry::readsNotesWithItems, false);
    }

    @Override
    public Map<String, String> unreadable() {
        return contributor.get("unreadable", () -> Map.copyOf(registry.unreadable()), Map.of());
    }

    @Override
    public Set<String> switchedOff() {
        return contributor.get("switchedOff", () -> Set.copyOf(registry.switchedOff()), Set.of());
    }
}
