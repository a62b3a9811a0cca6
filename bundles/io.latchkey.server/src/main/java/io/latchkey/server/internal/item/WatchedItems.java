// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.item;

import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.item.ItemRegistry;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The items that bridges themselves listen to, whichever host has them. Registries come and go on threads of the framework,
 * which wait for nothing: they are called on threads for foreign code. Safe for all threads.
 */
@Component(service = WatchedItems.class)
public final class WatchedItems {
    private final Contributors contributors;
    private final Workers workers;
    private final Set<ItemWatch> watches = new CopyOnWriteArraySet<>();
    private final Map<ItemRegistry, WatchedRegistry> registries = new ConcurrentHashMap<>();

    /** Begins without registries. */
    @Activate
    public WatchedItems(@Reference Contributors contributors, @Reference Workers workers) {
        this.contributors = contributors;
        this.workers = workers;
    }

    /** A registry has come. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addRegistry(ItemRegistry registry, Map<String, Object> properties) {
        String host = String.valueOf(properties.getOrDefault(ItemRegistry.PROPERTY_HOST, "unnamed"));
        WatchedRegistry watched = new WatchedRegistry(
                registry, host, contributors.join("item registry " + host + ", for bridges"), workers, watches);
        registries.put(registry, watched);
        if (!watches.isEmpty()) {
            watched.begin();
        }
    }

    /** A registry has gone. */
    public void removeRegistry(ItemRegistry registry) {
        WatchedRegistry watched = registries.remove(registry);
        if (watched != null) {
            watched.end();
        }
    }

    /** From now on it hears of its item, and at first how it is. */
    public void watch(ItemWatch watch) {
        watches.add(watch);
        registries.values().forEach(registry -> {
            registry.begin();
            registry.look(watch);
        });
    }

    /** It hears nothing any more, but for what is under way. */
    public void leave(ItemWatch watch) {
        watches.remove(watch);
    }
}
