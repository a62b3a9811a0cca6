// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.CheckReport;
import io.latchkey.api.concurrent.Contributor;
import io.latchkey.api.concurrent.ContributorException;
import io.latchkey.api.concurrent.ContributorFailure;
import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemChanges;
import io.latchkey.api.item.ItemListener;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.provider.BridgeView;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.exposure.internal.check.Inspection;
import io.latchkey.exposure.internal.check.Showing;
import io.latchkey.exposure.internal.contributor.GuardedRegistry;
import io.latchkey.exposure.internal.language.Vocabulary;
import io.latchkey.exposure.internal.live.Host;
import io.latchkey.exposure.internal.live.Memory;
import io.latchkey.exposure.internal.live.MemoryWriter;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows items as accessories: knows the hosts and the accessory types that are there, listens to each host once and
 * tells every bridge. Hosts and types come and go while bridges run; nothing is taken from Home because of it.
 */
@Component(
        service = {AccessoryProvider.class, Exposure.class},
        immediate = true)
public final class Exposure implements AccessoryProvider {
    private static final Logger LOG = LoggerFactory.getLogger(Exposure.class);

    private final Workers workers;
    private final BridgeStore store;
    private final Contributors contributors;
    private final InstalledTypes types;
    private final ConcurrentMap<String, Host> hosts = new ConcurrentHashMap<>();
    private final ConcurrentMap<ItemRegistry, GuardedRegistry> registries = new ConcurrentHashMap<>();
    private final ConcurrentMap<ItemRegistry, CompletionStage<AutoCloseable>> listening = new ConcurrentHashMap<>();
    private final List<BridgeExposure> bridges = new CopyOnWriteArrayList<>();
    private volatile Vocabulary vocabulary = new Vocabulary(List.of());

    /** Begins without hosts and types. */
    @Activate
    public Exposure(@Reference Workers workers, @Reference Contributors contributors, @Reference BridgeStore store) {
        this.workers = workers;
        this.contributors = contributors;
        this.types = new InstalledTypes(contributors, workers, this::vocabularyChanged);
        this.store = store;
    }

    @Override
    public String id() {
        return "items";
    }

    @Override
    public AutoCloseable open(BridgeView bridge, AccessorySink sink) {
        Filter filter = filter(bridge);
        Memory memory = new Memory(bridge.id(), store, workers);
        BridgeHosts taken = new BridgeHosts(() -> matching(filter), host -> takes(filter, host));
        MemoryWriter descriptions = new MemoryWriter(bridge.id(), "how items were described", store, workers);
        BridgeExposure exposure =
                new BridgeExposure(bridge, sink, workers, contributors, memory, descriptions, taken, () -> vocabulary);
        bridges.add(exposure);
        return () -> {
            bridges.remove(exposure);
            exposure.close();
        };
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addType(AccessoryType type, Map<String, Object> properties) {
        types.add(type, properties);
    }

    void removeType(AccessoryType type) {
        types.remove(type);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addRegistry(ItemRegistry registry, Map<String, Object> properties) {
        Object name = properties.get(ItemRegistry.PROPERTY_HOST);
        if (!(name instanceof String text) || text.isBlank()) {
            LOG.error(
                    "Item registry {} has no property {}; its items aren't shown",
                    registry,
                    ItemRegistry.PROPERTY_HOST);
            return;
        }
        Host host = hosts.computeIfAbsent(text, Host::new);
        Contributor contributor = contributors.join("item registry " + text);
        GuardedRegistry guarded = new GuardedRegistry(registry, contributor);
        registries.put(registry, guarded);
        host.attach(guarded);
        contributor.onChange(() -> leftOutOrBack(host));
        listen(registry, guarded, host);
        bridges.forEach(bridge -> bridge.changed(host));
    }

    void removeRegistry(ItemRegistry registry) {
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

    /** Who failed of late. */
    List<ContributorFailure> failures() {
        return contributors.failures();
    }

    /** The hosts that were seen since the start, whether they are there or not. */
    Collection<Host> hosts() {
        return hosts.values().stream().sorted(Comparator.comparing(Host::name)).toList();
    }

    /** The items of a host; none while it is away or fails. */
    static Stream<Item> items(Host host) {
        try {
            return host.patientRegistry().map(ItemRegistry::items).stream().flatMap(Collection::stream);
        } catch (ContributorException told) {
            return Stream.empty();
        }
    }

    /** The names of all items, for completion. */
    List<String> itemNames() {
        return hosts().stream()
                .flatMap(Exposure::items)
                .map(Item::name)
                .sorted()
                .distinct()
                .toList();
    }

    /** What became of the items on the bridges that are open. */
    Inspection inspection() {
        return new Inspection(bridges.stream().map(BridgeExposure::showing).toList(), vocabulary);
    }

    /**
     * What would become of the items if the bridges that are open read their tags; without a bridge, on one that takes
     * everything. Nothing is shown because of it.
     */
    Inspection preview() {
        List<BridgeView> views = bridges.stream().map(BridgeExposure::bridge).toList();
        List<BridgeView> all = views.isEmpty() ? List.of(new BridgeView("preview", "Preview", "", "")) : views;
        return new Inspection(all.stream().map(this::preview).toList(), vocabulary);
    }

    private Showing preview(BridgeView bridge) {
        BridgeView view = new BridgeView(
                bridge.id(), bridge.name(), bridge.hosts(), bridge.selection(), BridgeView.Expose.SEMANTIC);
        Reading reading = Reading.of(view);
        Vocabulary words = vocabulary;
        Map<String, List<CheckReport>> reports = new LinkedHashMap<>();
        Collection<Host> matching = matching(filter(view));
        matching.stream()
                .filter(host ->
                        host.patientRegistry().filter(ItemRegistry::isReady).isPresent())
                .forEach(host -> reports.put(
                        host.name(),
                        reading.compose(items(host).toList(), words).reports()));
        return Showing.of(view, matching.stream().map(Host::name).collect(Collectors.toSet()), reports, Map.of());
    }

    private synchronized void vocabularyChanged() {
        Vocabulary before = vocabulary;
        vocabulary = types.vocabulary();
        boolean isGivenUp = before.isHanging() || vocabulary.isHanging();
        bridges.forEach(bridge -> {
            if (isGivenUp) {
                bridge.giveUp();
            }
            bridge.changed();
        });
    }

    private Collection<Host> matching(Filter filter) {
        return hosts().stream().filter(host -> takes(filter, host.name())).toList();
    }

    private static boolean takes(Filter filter, String host) {
        return filter == null || filter.matches(Map.of(ItemRegistry.PROPERTY_HOST, host));
    }

    private static Filter filter(BridgeView bridge) {
        if (bridge.hosts().isBlank()) {
            return null;
        }
        try {
            return FrameworkUtil.createFilter(bridge.hosts());
        } catch (InvalidSyntaxException wrong) {
            throw new IllegalArgumentException(
                    "hosts of bridge " + bridge.id() + " is no filter: " + wrong.getMessage(), wrong);
        }
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
