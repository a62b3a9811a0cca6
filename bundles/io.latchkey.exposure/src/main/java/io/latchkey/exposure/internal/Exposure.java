// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.CheckReport;
import io.latchkey.api.concurrent.ContributorFailure;
import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.provider.BridgeView;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.exposure.internal.check.CompositionReport;
import io.latchkey.exposure.internal.check.Inspection;
import io.latchkey.exposure.internal.language.Vocabulary;
import io.latchkey.exposure.internal.live.BridgeMemoryWriter;
import io.latchkey.exposure.internal.live.ChoiceMemory;
import io.latchkey.exposure.internal.live.Host;
import io.latchkey.exposure.internal.live.LiveAccessory;
import io.latchkey.exposure.internal.plan.AccessoryPlan;
import io.latchkey.exposure.internal.plan.Composition;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows items as accessories: gives each bridge a {@link BridgeExposure} and tells it which hosts ({@link InstalledHosts})
 * and accessory types ({@link InstalledTypes}) there are. These come and go while bridges run; nothing is taken from Home
 * because of it.
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
    private final List<BridgeExposure> bridges = new CopyOnWriteArrayList<>();
    private final InstalledHosts hosts;
    private volatile Vocabulary vocabulary = new Vocabulary(List.of());

    /** Begins without hosts and types. */
    @Activate
    public Exposure(@Reference Workers workers, @Reference Contributors contributors, @Reference BridgeStore store) {
        this.workers = workers;
        this.contributors = contributors;
        this.hosts = new InstalledHosts(contributors, workers, bridges);
        this.types = new InstalledTypes(contributors, workers, this::vocabularyChanged);
        this.store = store;
    }

    @Override
    public String id() {
        return "items";
    }

    @Override
    public AutoCloseable open(BridgeView bridge, AccessorySink sink) {
        HostFilter filter = HostFilter.of(bridge);
        ChoiceMemory memory = new ChoiceMemory(bridge.id(), store, workers);
        BridgeHosts taken = new BridgeHosts(() -> matching(filter), filter::takes);
        BridgeMemoryWriter descriptions =
                new BridgeMemoryWriter(bridge.id(), "how items were described", store, workers);
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
        hosts.add(registry, text);
    }

    void removeRegistry(ItemRegistry registry) {
        hosts.remove(registry);
    }

    /** Who failed of late. */
    List<ContributorFailure> failures() {
        return contributors.failures();
    }

    /** The names of the accessories on all bridges that are shown by the code of a contributor. */
    List<String> served(String contributor) {
        return bridges.stream()
                .flatMap(bridge -> bridge.served(contributor).stream())
                .toList();
    }

    /** The hosts that were seen since the start, whether they are there or not. */
    Collection<Host> hosts() {
        return hosts.all();
    }

    /** The names of all items, for completion. */
    List<String> itemNames() {
        return hosts().stream()
                .flatMap(host -> host.items().stream())
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

    private CompositionReport preview(BridgeView bridge) {
        BridgeView view = new BridgeView(
                bridge.id(),
                bridge.name(),
                bridge.hosts(),
                bridge.selection(),
                BridgeView.Expose.SEMANTIC,
                bridge.rules(),
                bridge.standalone());
        CompositionRules reading = CompositionRules.of(view);
        Vocabulary words = vocabulary;
        Map<String, List<CheckReport>> reports = new LinkedHashMap<>();
        Set<String> televisions = new HashSet<>();
        Collection<Host> matching = matching(HostFilter.of(view));
        matching.stream()
                .filter(host ->
                        host.patientRegistry().filter(ItemRegistry::isReady).isPresent())
                .forEach(host -> {
                    Composition composition = reading.compose(host.items(), words);
                    reports.put(host.name(), composition.reports());
                    composition.accessories().stream()
                            .filter(AccessoryPlan::isTelevision)
                            .forEach(plan -> televisions.add(LiveAccessory.key(host, plan.owner())));
                });
        return CompositionReport.of(
                view, matching.stream().map(Host::name).collect(Collectors.toSet()), reports, televisions, Map.of());
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

    private Collection<Host> matching(HostFilter filter) {
        return hosts().stream().filter(host -> filter.takes(host.name())).toList();
    }
}
