// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.concurrent.Contributor;
import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.item.ItemChanges;
import io.latchkey.api.item.ItemListener;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemState;
import io.latchkey.exposure.internal.contributor.GuardedRegistry;
import io.latchkey.exposure.internal.live.Host;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hosts that were seen since the start, whether their registries are there or not. Listens to each registry once and
 * tells all bridges. Called on threads of the framework; returns at once. Safe for all threads.
 */
final class InstalledHosts {
    /** What the name of each begins with, as a contributor. */
    static final String CONTRIBUTOR = "item registry ";

    private static final Logger LOG = LoggerFactory.getLogger(InstalledHosts.class);

    private final Contributors contributors;
    private final Workers workers;
    private final Collection<BridgeExposure> bridges;
    private final ConcurrentMap<String, Host> hosts = new ConcurrentHashMap<>();
    private final ConcurrentMap<ItemRegistry, GuardedRegistry> registries = new ConcurrentHashMap<>();
    private final ConcurrentMap<ItemRegistry, CompletionStage<AutoCloseable>> listening = new ConcurrentHashMap<>();

    /**
     * Begins without hosts.
     *
     * @param bridges those that hear of items, which change with time
     */
    InstalledHosts(Contributors contributors, Workers workers, Collection<BridgeExposure> bridges) {
        this.contributors = contributors;
        this.workers = workers;
        this.bridges = bridges;
    }

    /** All hosts by name. */
    List<Host> all() {
        return hosts.values().stream().sorted(Comparator.comparing(Host::name)).toList();
    }

    /** A registry came. */
    void add(ItemRegistry registry, String name) {
        Host host = hosts.computeIfAbsent(name, Host::new);
        Contributor contributor = contributors.join(CONTRIBUTOR + name);
        GuardedRegistry guarded = new GuardedRegistry(registry, contributor);
        registries.put(registry, guarded);
        host.attach(guarded);
        contributor.onChange(() -> leftOutOrBack(host));
        listen(registry, guarded, host);
        bridges.forEach(bridge -> bridge.changed(host));
    }

    /** A registry left. */
    void remove(ItemRegistry registry) {
        GuardedRegistry guarded = registries.remove(registry);
        if (guarded == null) {
            return;
        }
        CompletionStage<AutoCloseable> listener = listening.remove(registry);
        hosts.values().stream()
                .filter(host -> host.detach(guarded))
                .forEach(host -> bridges.forEach(bridge -> bridge.changed(host)));
        listener.whenComplete((begun, failure) -> guarded.close(begun == null ? () -> {} : begun));
    }

    /** One that can't be listened to is tried again, for as long as it is there. */
    private void listen(ItemRegistry registry, GuardedRegistry guarded, Host host) {
        CompletionStage<AutoCloseable> begun = guarded.listenLater(new HostListener(host));
        listening.put(registry, begun);
        begun.whenComplete((listener, failure) -> {
            if (failure != null) {
                later(() -> {
                    if (registries.get(registry) == guarded) {
                        listen(registry, guarded, host);
                        bridges.forEach(bridge -> bridge.changed(host));
                    }
                });
            }
        });
    }

    private void later(Runnable task) {
        try {
            workers.schedule(InstalledTypes.RETRY, task);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("Nothing is tried again: the threads have stopped");
        }
    }

    private void leftOutOrBack(Host host) {
        bridges.forEach(bridge -> {
            bridge.giveUp();
            bridge.changed(host);
        });
    }

    /** Listens to one host for all bridges. */
    private final class HostListener implements ItemListener {
        private final Host host;

        private HostListener(Host host) {
            this.host = host;
        }

        @Override
        public void updated(String item, ItemState state) {
            bridges.forEach(bridge -> bridge.updated(host.name(), item, state));
        }

        @Override
        public void replaced(ItemChanges changes) {
            host.present(changes.added());
            host.deleted(changes.deleted());
            bridges.forEach(bridge -> bridge.changed(host, changes));
        }
    }
}
