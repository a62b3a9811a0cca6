// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.concurrent.ContributorException;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.exposure.internal.contributor.GuardedRegistry;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A host by name, whether its registry is there at the moment or not. What belongs to the host holds this object and
 * nothing of the host's bundle, so that the bundle can leave and come back. Thread-safe.
 */
public final class Host {
    private static final int MOST_DELETED = 20_000;

    private final String name;
    private final AtomicReference<GuardedRegistry> registry = new AtomicReference<>();
    private final Set<String> deleted = new LinkedHashSet<>();

    /** A host whose registry isn't there yet. */
    public Host(String name) {
        this.name = name;
    }

    /** Its name, such as {@code local}. */
    public String name() {
        return name;
    }

    /** Its registry, empty while the bundle is away or doesn't return from a call. */
    public Optional<ItemRegistry> registry() {
        return Optional.<ItemRegistry>ofNullable(registry.get()).filter(there -> !isHanging());
    }

    /** The same for verbs: nobody is held by it for more than a few seconds a call. */
    public Optional<ItemRegistry> patientRegistry() {
        return Optional.ofNullable(registry.get()).filter(there -> !isHanging()).map(GuardedRegistry::patient);
    }

    /** Its items, for verbs; none while it is away or fails. */
    public List<Item> items() {
        try {
            return patientRegistry()
                    .<List<Item>>map(registry -> List.copyOf(registry.items()))
                    .orElse(List.of());
        } catch (ContributorException told) {
            return List.of();
        }
    }

    /** Whether its registry is there and is left out, because it doesn't return from a call. */
    public boolean isHanging() {
        GuardedRegistry there = registry.get();
        return there != null && there.isLeftOut();
    }

    /** Its registry if that knows all its items. */
    public Optional<ItemRegistry> readyRegistry() {
        return registry().filter(ItemRegistry::isReady);
    }

    /** The registry came. */
    public void attach(GuardedRegistry now) {
        registry.set(now);
    }

    /**
     * A registry left.
     *
     * @return false when another has taken its place already
     */
    public boolean detach(GuardedRegistry gone) {
        return registry.compareAndSet(gone, null);
    }

    /** Somebody deleted items; of very many only those are known that were deleted last. */
    public void deleted(Set<String> names) {
        synchronized (deleted) {
            deleted.removeAll(names);
            deleted.addAll(names);
            Iterator<String> oldest = deleted.iterator();
            while (deleted.size() > MOST_DELETED) {
                oldest.next();
                oldest.remove();
            }
        }
    }

    /** Items are there that somebody may have deleted before. */
    public void present(Set<String> names) {
        synchronized (deleted) {
            deleted.removeAll(names);
        }
    }

    /** The names of items that somebody deleted in this run; a copy. */
    public Set<String> deleted() {
        synchronized (deleted) {
            return Set.copyOf(deleted);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
