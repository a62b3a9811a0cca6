// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.bridge.AbsentAccessory;
import io.latchkey.api.bridge.AccessoryPlace;
import io.latchkey.api.bridge.AccessoryStatus;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.EnablingStatus;
import io.latchkey.api.bridge.PairingStatus;
import io.latchkey.api.bridge.SessionStatus;
import io.latchkey.api.bridge.UsualAddress;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.discovery.Advertiser;
import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.History;
import io.latchkey.api.transport.Transport;
import io.latchkey.server.internal.extension.InstalledExtensions;
import io.latchkey.server.internal.item.WatchedItems;
import io.latchkey.server.internal.work.CallLanes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * A bridge for each configuration of the factory PID {@code io.latchkey.bridge}, and further ones for what it has no
 * room for. A configuration that can't be used is refused with a warning that says what would be right: the last good
 * one goes on. Called on the framework's threads; starting waits for nothing, stopping for a few seconds at most.
 */
@Component(
        service = RunningBridge.class,
        configurationPid = BridgeComponent.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        immediate = true)
@Designate(ocd = BridgeConfiguration.class, factory = true)
public final class BridgeComponent implements RunningBridge {
    /** The factory PID. */
    public static final String PID = "io.latchkey.bridge";

    private final Set<AccessoryProvider> providers = ConcurrentHashMap.newKeySet();
    private final ConfiguredBridge configured;

    /** Starts the bridge if its configuration can be used. */
    @Activate
    public BridgeComponent(
            BundleContext context,
            Map<String, Object> properties,
            @Reference Transport transport,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Advertiser advertiser,
            @Reference BridgeStore store,
            @Reference Workers workers,
            @Reference CallLanes lanes,
            @Reference InstalledExtensions extensions,
            @Reference WatchedItems items,
            @Reference BridgeIds ids,
            @Reference BridgeStops stops) {
        String pid = String.valueOf(properties.get(Constants.SERVICE_PID));
        Version version = context.getBundle().getVersion();
        MeasuresPublisher publisher = new MeasuredServices(context, workers);
        BridgeServices parts = BridgeServices.usual(
                transport, advertiser, store, workers, lanes, extensions, items, publisher, version);
        configured = new ConfiguredBridge(parts, ids, stops, pid, providers);
        configured.configure(properties);
    }

    /** Takes another configuration; sessions stay open unless id or address have changed. */
    @Modified
    void modified(Map<String, Object> properties) {
        configured.configure(properties);
    }

    /** Stops the bridge; what it has stored stays. */
    @Deactivate
    void deactivate() {
        configured.end();
    }

    /** A provider has come. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addProvider(AccessoryProvider provider) {
        providers.add(provider);
        configured.group().ifPresent(BridgeGroup::providersChanged);
    }

    /** A provider has gone. */
    void removeProvider(AccessoryProvider provider) {
        providers.remove(provider);
        configured.group().ifPresent(BridgeGroup::providersChanged);
    }

    /** The platform tells where to listen. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setUsualAddress(UsualAddress usual) {
        configured.listenUsuallyAt(usual.address());
    }

    /** The platform tells another address. */
    void updatedUsualAddress(UsualAddress usual) {
        configured.listenUsuallyAt(usual.address());
    }

    /** Nobody tells any more: what was told last stays. */
    void unsetUsualAddress(UsualAddress usual) {
        // whoever tells it is updated, most often, and will be back
    }

    @Override
    public String id() {
        return configured.id();
    }

    @Override
    public List<RunningBridge> further() {
        return configured
                .group()
                .map(running -> Stream.concat(running.further().stream(), running.standalone().stream())
                        .<RunningBridge>map(each -> new FurtherBridge(each, running, configured.pid()))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public BridgeStatus status() {
        return configured
                .group()
                .map(running ->
                        BridgeReport.of(running.first(), configured.pid(), configured.refusal(), running.notices()))
                .orElseGet(() -> BridgeReport.failed(configured.id(), configured.pid(), configured.refusal()));
    }

    @Override
    public List<AccessoryStatus> accessories() {
        return running().map(BridgeReport::accessories).orElse(List.of());
    }

    @Override
    public List<AccessoryPlace> places() {
        return configured.group().map(BridgeGroup::places).orElse(List.of());
    }

    @Override
    public List<AbsentAccessory> absent() {
        return configured
                .group()
                .map(running -> running.absent(running.first()))
                .orElse(List.of());
    }

    @Override
    public Optional<EnablingStatus> enabling() {
        return configured.group().flatMap(running -> running.enabling().status());
    }

    @Override
    public List<PairingStatus> pairings() {
        return running().map(BridgeReport::pairings).orElse(List.of());
    }

    @Override
    public List<SessionStatus> sessions() {
        return running().map(BridgeReport::sessions).orElse(List.of());
    }

    @Override
    public History history() {
        return running().map(Bridge::history).orElse(History.NONE);
    }

    @Override
    public CompletionStage<Void> replace(UnaryOperator<BridgeMemory> change) {
        return configured.replace(change);
    }

    @Override
    public RestingBridge rest() {
        return configured.rest();
    }

    @Override
    public BridgeActions actions() {
        return configured
                .group()
                .map(running -> new BridgeActions(running.first(), running))
                .orElseThrow(configured::notRunning);
    }

    @Override
    public Optional<Bridge> running() {
        return configured.group().map(BridgeGroup::first);
    }
}
