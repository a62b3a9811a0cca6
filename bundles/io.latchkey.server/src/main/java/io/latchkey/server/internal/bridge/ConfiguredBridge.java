// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.bridge.RefusedSetting;
import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.server.internal.store.StoredBridge;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What runs for one configuration, through all its changes: another id ends one group of bridges and begins another one, and
 * a group rests while what is stored of it is replaced. The last good configuration goes on where another can't be used.
 * Safe for all threads; only {@link #end} waits.
 */
final class ConfiguredBridge {
    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredBridge.class);

    private final BridgeServices parts;
    private final BridgeIds ids;
    private final BridgeStops stops;
    private final String pid;
    private final Set<AccessoryProvider> providers;
    private volatile Optional<BridgeGroup> group = Optional.empty();
    private volatile Optional<RefusedSetting> refusal = Optional.empty();
    private volatile String wishedId;
    private Map<String, Object> latest = Map.of();
    private Map<String, Object> inForce = Map.of();
    private Optional<InetAddress> usualAddress = Optional.empty();
    private boolean isChanged;
    private boolean isResting;
    private boolean isEnded;

    /**
     * Begins without a configuration.
     *
     * @param pid of the configuration
     * @param providers which may come and go
     */
    ConfiguredBridge(
            BridgeServices parts, BridgeIds ids, BridgeStops stops, String pid, Set<AccessoryProvider> providers) {
        this.parts = parts;
        this.ids = ids;
        this.stops = stops;
        this.pid = pid;
        this.wishedId = pid;
        this.providers = providers;
    }

    /** What runs. */
    Optional<BridgeGroup> group() {
        return group;
    }

    /** The id that runs, else the one that is wished for. */
    String id() {
        return group.map(running -> running.first().settings().id()).orElse(wishedId);
    }

    /** The PID of the configuration. */
    String pid() {
        return pid;
    }

    /** Why the last configuration was refused, if it was. */
    Optional<RefusedSetting> refusal() {
        return refusal;
    }

    /** Rests while what is stored is changed, and starts again from that. */
    CompletionStage<Void> replace(UnaryOperator<BridgeMemory> change) {
        StoredBridge stored = new StoredBridge(id(), parts.store(), parts.workers());
        RestingBridge resting = rest();
        return resting.rested()
                .thenCompose(done -> stored.change(change))
                .<Void>thenApply(done -> null)
                .whenComplete((done, failure) -> resting.startAgain().run());
    }

    /** Rests until it is told to start again. */
    RestingBridge rest() {
        BridgeGroup resting = takeGroup();
        Settings settings = resting.first().settings();
        return new RestingBridge(ended(resting), () -> startAgain(settings));
    }

    /** Why nothing can be asked of it. */
    IllegalStateException notRunning() {
        return new IllegalStateException("bridge " + wishedId + " does not run");
    }

    /** Takes a configuration, at once or when the bridge has rested; one that can't be used is refused with a warning. */
    synchronized void configure(Map<String, Object> properties) {
        latest = properties;
        judge();
    }

    /** Where to listen when the configuration names no address: moves there, at once or when the bridge has rested. */
    synchronized void listenUsuallyAt(Optional<InetAddress> address) {
        if (!address.equals(usualAddress)) {
            usualAddress = address;
            judge();
        }
    }

    private void judge() {
        if (isResting) {
            isChanged = true;
            return;
        }
        wishedId = String.valueOf(latest.getOrDefault("id", pid));
        try {
            use(Settings.of(latest, usualAddress));
            inForce = latest;
            refusal = Optional.empty();
        } catch (RefusedSettingException e) {
            refuse(e);
            group.ifPresent(running -> running.change(Settings.of(inForce, usualAddress)));
        }
    }

    private void refuse(RefusedSettingException why) {
        boolean isTold = group.isPresent() && !why.key().equals("setupCode");
        Optional<String> instead =
                isTold ? Optional.of(new SettingValues(inForce).text(why.key(), "")) : Optional.empty();
        Optional<RefusedSetting> refused = Optional.of(new RefusedSetting(why.key(), why.rule(), instead));
        if (!refused.equals(refusal)) {
            LOG.warn("Bridge {}: {}", wishedId, refused.get().text());
        }
        refusal = refused;
    }

    private void use(Settings settings) {
        if (group.isPresent() && id().equals(settings.id())) {
            group.get().change(settings);
            return;
        }
        if (!ids.claim(settings.id(), pid)) {
            throw BridgeIds.refusal(settings.id(), ids.owner(settings.id()).orElse("of late"));
        }
        if (group.isEmpty()) {
            start(settings);
            return;
        }
        BridgeGroup before = takeGroup();
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

    /** Ends the bridge for good; waits a few seconds at most. */
    void end() {
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

    private CompletionStage<Void> ended(BridgeGroup group) {
        return BridgeEnding.of(parts.workers(), group.leave(), group::end);
    }

    private synchronized BridgeGroup takeGroup() {
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
        if (isChanged) {
            isChanged = false;
            judge();
        }
    }
}
