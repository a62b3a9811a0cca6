// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.bridge.Examination;
import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.api.transport.Listener;
import io.latchkey.api.transport.Transport;
import io.latchkey.server.internal.access.Deadlines;
import io.latchkey.server.internal.database.Timing;
import io.latchkey.server.internal.extension.InstalledExtensions;
import io.latchkey.server.internal.item.WatchedItems;
import io.latchkey.server.internal.pairing.Trust;
import io.latchkey.server.internal.work.CallLanes;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A whole bridge that only this process knows of: it listens on loopback, is announced nowhere and remembers nothing, so
 * that an examination can do with it what a phone does, and no home notices. It calls code of others on threads of its own,
 * so that one that hangs costs the real bridges nothing. Whoever starts it ends it. Safe for all threads; no method waits.
 */
public final class ShadowBridge {
    /** Its id, for the log. */
    static final String ID = "doctor";

    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Timing AT_ONCE = new Timing(
            Duration.ofMillis(10),
            Duration.ofMillis(100),
            Duration.ofSeconds(2),
            Duration.ofHours(1),
            Duration.ofSeconds(1));
    private static final Deadlines SHORT =
            new Deadlines(Duration.ofSeconds(4), Duration.ofSeconds(4), Duration.ofMillis(3_500));

    private final Workers workers;
    private final CallLanes lanes = new CallLanes();
    private final BridgeGroup group;
    private final CompletableFuture<ShadowBridge> ready = new CompletableFuture<>();
    private final long begunAt;

    private ShadowBridge(Transport transport, Workers workers, Contributors contributors, AccessoryProvider home) {
        this.workers = workers;
        this.begunAt = workers.nanoTime();
        BridgeServices parts = new BridgeServices(
                transport,
                new SilentAdvertiser(),
                new ForgetfulStore(),
                workers,
                lanes,
                new InstalledExtensions(contributors, workers),
                new WatchedItems(contributors, workers),
                new SecureRandom(),
                InstantSource.system(),
                AT_ONCE,
                SHORT,
                "0.0.0",
                MeasuresPublisher.NONE,
                true);
        Settings settings =
                Settings.of(Map.of("id", ID, "name", "Doctor", "bindAddress", "127.0.0.1", "mdns", "false"));
        this.group = new BridgeGroup(settings, parts, new BridgeIds(), Set.of(home));
    }

    /**
     * Starts one.
     *
     * @param home puts its accessories, 149 at most
     * @return ends when it can be paired with; fails when it can't within the time of an examination
     */
    public static CompletionStage<ShadowBridge> start(
            Transport transport, Workers workers, Contributors contributors, AccessoryProvider home) {
        ShadowBridge shadow = new ShadowBridge(transport, workers, contributors, home);
        shadow.group.start();
        shadow.look();
        return shadow.ready.whenComplete((started, failure) -> {
            if (failure != null) {
                shadow.end();
            }
        });
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return group.first().listener().map(Listener::address).orElseThrow();
    }

    /** What to pair with. */
    public SetupCode code() {
        return group.first()
                .loaded()
                .map(LoadedBridge::trust)
                .flatMap(Trust::setupCode)
                .orElseThrow();
    }

    /** Ends it for good. */
    public CompletionStage<Void> end() {
        return BridgeEnding.of(workers, group.leave(), group::end).whenComplete((done, failure) -> lanes.stop());
    }

    private void look() {
        Bridge bridge = group.first();
        if (bridge.listener().isPresent()) {
            ready.complete(this);
        } else if (workers.nanoTime() - begunAt > Examination.TIME.toNanos()) {
            ready.completeExceptionally(
                    new IllegalStateException(bridge.problem().orElse("it doesn't start in time")));
        } else {
            workers.schedule(LOOK, this::look);
        }
    }
}
