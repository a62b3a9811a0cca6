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
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The registry of a host, called with care. What it can't tell about items is a {@link ContributorException}, never an
 * item that isn't there: controllers delete rooms and automations of what is gone. Safe for all threads.
 */
public final class GuardedRegistry implements ItemRegistry {
    private final ItemRegistry registry;
    private final Contributor contributor;
    private final boolean isPatient;

    /** Guards a registry; it is called where the caller is, who may be held as long as it hangs. */
    public GuardedRegistry(ItemRegistry registry, Contributor contributor) {
        this(registry, contributor, false);
    }

    private GuardedRegistry(ItemRegistry registry, Contributor contributor, boolean isPatient) {
        this.registry = registry;
        this.contributor = contributor;
        this.isPatient = isPatient;
    }

    /** The same for those who may wait a few seconds and must not be held longer: called on threads for foreign code. */
    public GuardedRegistry patient() {
        return new GuardedRegistry(registry, contributor, true);
    }

    /** Whether it isn't called at the moment. */
    public boolean isLeftOut() {
        return contributor.isLeftOut();
    }

    @Override
    public Collection<Item> items() {
        return call("items", () -> List.copyOf(registry.items()));
    }

    @Override
    public Optional<Item> item(String name) {
        return call("item", () -> registry.item(name));
    }

    @Override
    public AutoCloseable listen(ItemListener listener) {
        return call("listen", () -> registry.listen(listener));
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
            return call("send", () -> registry.send(item, command, source));
        } catch (ContributorException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    @Override
    public boolean isReady() {
        return call("isReady", registry::isReady, false);
    }

    @Override
    public boolean readsNotesWithItems() {
        return call("readsNotesWithItems", registry::readsNotesWithItems, false);
    }

    @Override
    public Map<String, String> unreadable() {
        return call("unreadable", () -> Map.copyOf(registry.unreadable()), Map.of());
    }

    @Override
    public Map<String, String> remarks() {
        return call("remarks", () -> Map.copyOf(registry.remarks()), Map.of());
    }

    @Override
    public Set<String> switchedOff() {
        return call("switchedOff", () -> Set.copyOf(registry.switchedOff()), Set.of());
    }

    private <T> T call(String name, Supplier<T> code, T otherwise) {
        try {
            return call(name, code);
        } catch (ContributorException told) {
            return otherwise;
        }
    }

    private <T> T call(String name, Supplier<T> code) {
        if (!isPatient) {
            return contributor.require(name, code);
        }
        try {
            return contributor.ask(name, code).toCompletableFuture().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof ContributorException told
                    ? told
                    : new ContributorException(String.valueOf(failed.getCause()), failed);
        }
    }
}
