// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.bridge.AbsentAccessory;
import io.latchkey.api.bridge.AccessoryPlace;
import io.latchkey.api.bridge.AccessoryStatus;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.PairingStatus;
import io.latchkey.api.bridge.SessionStatus;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.discovery.Advertiser;
import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.transport.Transport;
import io.latchkey.server.internal.access.Deadlines;
import io.latchkey.server.internal.database.Timing;
import io.latchkey.server.internal.store.StoredBridge;
import io.latchkey.server.internal.work.CallLanes;
import io.latchkey.server.internal.work.SerialQueue;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    private static final Logger LOG = LoggerFactory.getLogger(BridgeComponent.class);

    private final Parts parts;
    private final BridgeIds ids;
    private final BridgeStops stops;
    private final String pid;
    private final Set<AccessoryProvider> providers = ConcurrentHashMap.newKeySet();
    private volatile Optional<BridgeGroup> group = Optional.empty();
    private volatile Optional<String> refusal = Optional.empty();
    private volatile String wishedId;
    private Optional<Map<String, Object>> meanwhile = Optional.empty();
    private boolean isResting;
    private boolean isEnded;

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
            @Reference BridgeIds ids,
            @Reference BridgeStops stops) {
        this.ids = ids;
        this.stops = stops;
        this.pid = String.valueOf(properties.get(Constants.SERVICE_PID));
        Version version = context.getBundle().getVersion();
        this.parts = new Parts(
                transport,
                advertiser,
                store,
                workers,
                lanes,
                new SecureRandom(),
                InstantSource.system(),
                Timing.USUAL,
                Deadlines.USUAL,
                version.getMajor() + "." + version.getMinor() + "." + version.getMicro());
        configure(properties);
    }

    /** Takes another configuration; sessions stay open unless id or address have changed. */
    @Modified
    void modified(Map<String, Object> properties) {
        configure(properties);
    }

    /** Stops the bridge; what it has stored stays. */
    @Deactivate
    void deactivate() {
        end();
    }

    /** A provider has come. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addProvider(AccessoryProvider provider) {
        providers.add(provider);
        group.ifPresent(BridgeGroup::providersChanged);
    }

    /** A provider has gone. */
    void removeProvider(AccessoryProvider provider) {
        providers.remove(provider);
        group.ifPresent(BridgeGroup::providersChanged);
    }

    @Override
    public String id() {
        return bridge().map(running -> running.settings().id()).orElse(wishedId);
    }

    @Override
    public List<RunningBridge> further() {
        return group.map(running -> running.further().stream()
                        .<RunningBridge>map(each -> new FurtherBridge(each, running))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public BridgeStatus status() {
        return group.map(running -> BridgeReport.of(running.first(), refusal, running.notices()))
                .orElseGet(() -> BridgeReport.failed(wishedId, refusal));
    }

    @Override
    public List<AccessoryStatus> accessories() {
        return bridge().map(BridgeReport::accessories).orElse(List.of());
    }

    @Override
    public List<AccessoryPlace> places() {
        return group.map(BridgeGroup::places).orElse(List.of());
    }

    @Override
    public List<AbsentAccessory> absent() {
        return group.map(running -> running.absent(running.first())).orElse(List.of());
    }

    @Override
    public List<PairingStatus> pairings() {
        return bridge().map(BridgeReport::pairings).orElse(List.of());
    }

    @Override
    public List<SessionStatus> sessions() {
        return bridge().map(BridgeReport::sessions).orElse(List.of());
    }

    @Override
    public CompletionStage<Void> replace(UnaryOperator<BridgeMemory> change) {
        BridgeGroup resting = rest();
        Settings settings = resting.first().settings();
        return ended(resting)
                .thenCompose(done -> new StoredBridge(settings.id(), parts.store(), parts.workers()).change(change))
                .<Void>thenApply(done -> null)
                .whenComplete((done, failure) -> startAgain(settings));
    }

    /** Ends a group without waiting: what hasn't left in time is ended by force. */
    private CompletionStage<Void> ended(BridgeGroup group) {
        CompletableFuture<Void> left = group.leave();
        Future<?> force = parts.workers().schedule(BridgeStops.EACH, () -> left.complete(null));
        CompletableFuture<Void> ended = new CompletableFuture<>();
        left.whenComplete((done, failure) -> new SerialQueue(parts.workers()).add(() -> {
            force.cancel(false);
            group.end();
            ended.complete(null);
        }));
        return ended;
    }

    private synchronized BridgeGroup rest() {
        BridgeGroup running = group.orElseThrow(this::notRunning);
        group = Optional.empty();
        isResting = true;
        return running;
    }

    private synchronized void startAgain(Settings settings) {
        isResting = false;
        if (isEnded) {
            ids.release(settings.id(), pid);
            return;
        }
        start(settings);
        meanwhile.ifPresent(this::configure);
        meanwhile = Optional.empty();
    }

    private Optional<Bridge> bridge() {
        return group.map(BridgeGroup::first);
    }

    @Override
    public BridgeActions actions() {
        return group.map(running -> new BridgeActions(running.first(), running)).orElseThrow(this::notRunning);
    }

    private IllegalStateException notRunning() {
        return new IllegalStateException("bridge " + wishedId + " does not run");
    }

    private synchronized void configure(Map<String, Object> properties) {
        if (isResting) {
            meanwhile = Optional.of(properties);
            return;
        }
        wishedId = String.valueOf(properties.getOrDefault("id", pid));
        try {
            use(Settings.of(properties));
            refusal = Optional.empty();
        } catch (IllegalArgumentException e) {
            refusal = Optional.of("configuration refused: " + e.getMessage());
            LOG.warn("Bridge {}: {}", wishedId, refusal.get());
        }
    }

    private void use(Settings settings) {
        if (group.isPresent() && id().equals(settings.id())) {
            group.get().change(settings);
            return;
        }
        if (!ids.claim(settings.id(), pid)) {
            throw new IllegalArgumentException(
                    BridgeIds.refusal(settings.id(), ids.owner(settings.id()).orElse("of late")));
        }
        if (group.isEmpty()) {
            start(settings);
            return;
        }
        BridgeGroup before = rest();
        ended(before).whenComplete((done, failure) -> {
            ids.release(before.first().settings().id(), pid);
            startAgain(settings);
        });
    }

    private void start(Settings settings) {
        BridgeGroup started = new BridgeGroup(settings, parts, ids, providers);
        group = Optional.of(started);
        started.start();
    }

    private void end() {
        last().ifPresent(running -> {
            stops.await(running.leave());
            running.end();
            ids.release(running.first().settings().id(), pid);
        });
    }

    private synchronized Optional<BridgeGroup> last() {
        isEnded = true;
        Optional<BridgeGroup> last = group;
        group = Optional.empty();
        return last;
    }
}
