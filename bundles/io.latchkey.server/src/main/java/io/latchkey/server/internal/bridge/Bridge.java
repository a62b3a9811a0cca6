// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.transport.Listener;
import io.latchkey.api.transport.Session;
import io.latchkey.server.internal.bridge.BridgeState.Leaving;
import io.latchkey.server.internal.bridge.BridgeState.Loading;
import io.latchkey.server.internal.bridge.BridgeState.Open;
import io.latchkey.server.internal.bridge.BridgeState.Waiting;
import io.latchkey.server.internal.database.PublishedAccessory;
import io.latchkey.server.internal.pairing.TrustListener;
import io.latchkey.server.internal.session.Clients;
import io.latchkey.server.internal.store.StoredBridge;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of one bridge, from the reading of its store to the closing of its port. It starts by itself and tries again
 * where the store or the port refuses; it is reachable once its accessories are shown. What changes its state is a message in
 * its queue; looking at it is for all threads, and no method waits.
 */
final class Bridge implements TrustListener {
    private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);

    private final Parts parts;
    private final Function<LoadedBridge, CompletionStage<Void>> whenLoaded;
    private final StoredBridge stored;
    private final Clients clients = new Clients();
    private final BridgeLoader loader;
    private final BridgeRecord record;
    private final BridgeMessages messages;
    private final DatabaseEvents events;
    private final Runnable shown = this::shown;
    private final Runnable announcement = this::announceNow;
    private final Runnable reconfiguration = this::reconfigure;
    private volatile Settings settings;
    private volatile BridgeState state = new Loading();
    private Settings applied;
    private CompletableFuture<Void> loading = CompletableFuture.completedFuture(null);
    private boolean isShown;

    /**
     * Makes a bridge that does nothing yet.
     *
     * @param first the id of the first bridge of the configuration, if this is a further one
     * @param whenLoaded gets what has been made of the store; the bridge has begun when its stage has ended
     */
    Bridge(
            Settings settings,
            Parts parts,
            Optional<String> first,
            Function<LoadedBridge, CompletionStage<Void>> whenLoaded) {
        this.settings = settings;
        this.applied = settings;
        this.parts = parts;
        this.whenLoaded = whenLoaded;
        this.stored = new StoredBridge(settings.id(), parts.store(), parts.workers());
        this.loader = new BridgeLoader(parts, stored, first, clients, this::settings);
        this.record = new BridgeRecord(parts.advertiser());
        this.messages = new BridgeMessages(settings.id(), parts.workers(), this::advance);
        this.events = new DatabaseEvents(settings.id(), clients, this::loaded, () -> messages.add(shown));
    }

    /** Starts. */
    void start() {
        messages.add(this::advance);
    }

    /** Starts, unless it has; fails with what keeps it from that. */
    CompletionStage<Void> load() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        messages.add(() -> loading().whenComplete((loaded, failure) -> {
            if (failure == null) {
                done.complete(null);
            } else {
                done.completeExceptionally(failure);
            }
        }));
        return done;
    }

    Settings settings() {
        return settings;
    }

    Clients clients() {
        return clients;
    }

    Optional<LoadedBridge> loaded() {
        return state.loaded();
    }

    Optional<Listener> listener() {
        return state.listener();
    }

    Optional<String> problem() {
        return messages.problem().or(events::problem);
    }

    /** Why it isn't reachable yet, though nothing is wrong with it. */
    Optional<String> waiting() {
        return events.waiting();
    }

    /** Takes another configuration of the same id; sessions stay open unless the address has changed. */
    void change(Settings changed) {
        settings = changed;
        messages.add(reconfiguration);
    }

    /** Shows itself as the new bridge that it has become. */
    CompletionStage<Void> renew() {
        return loader.showItself(state.loaded().orElseThrow()).thenRun(this::announce);
    }

    /** Lets an accessory show itself. */
    void identify(PublishedAccessory accessory) {
        loader.identify(accessory);
    }

    /** Begins to end: the record goes, then the sessions, once they have their answers. Ends when both have gone. */
    CompletableFuture<Void> leave() {
        messages.stop();
        CompletableFuture<Void> left = new CompletableFuture<>();
        messages.add(() -> leaving().whenComplete((done, failure) -> left.complete(null)));
        return left;
    }

    /** Ends what is left of it after {@link #leave}, whatever that waits for. */
    void end() {
        stored.close();
        state.port().ifPresent(Listener::close);
        LOG.info("Bridge {} has stopped", settings.id());
    }

    @Override
    public void announce() {
        messages.add(announcement);
    }

    @Override
    public void removed(ControllerId controller, Optional<Session> initiator) {
        BridgeState now = state;
        now.listener().ifPresent(open -> open.closeSessionsOf(controller, initiator));
        now.loaded()
                .filter(bridge -> !bridge.trust().isPaired())
                .ifPresent(bridge -> bridge.lighting().endAll());
    }

    /** Does what is to be done next, unless an operation is under way: its end comes back to here. */
    private void advance() {
        if (messages.isStopped() || messages.isBusy()) {
            return;
        }
        if (state instanceof Loading) {
            loading().whenComplete((done, failure) -> {
                if (failure != null) {
                    messages.failed(failure);
                }
            });
        } else if (!applied.equals(settings)) {
            apply(state.loaded().orElseThrow());
        } else if (isShown && state instanceof Waiting waits) {
            open(waits.bridge());
        }
    }

    private CompletableFuture<Void> loading() {
        if (messages.isStopped() || !(state instanceof Loading)) {
            return CompletableFuture.completedFuture(null);
        }
        if (!messages.isBusy()) {
            CompletableFuture<Void> begun = new CompletableFuture<>();
            Settings now = settings;
            loading = begun;
            messages.begin(
                    () -> load(now),
                    bridge -> {
                        loaded(bridge, now);
                        begun.complete(null);
                    },
                    begun::completeExceptionally);
        }
        return loading;
    }

    private CompletionStage<LoadedBridge> load(Settings now) {
        return loader.load(now, events, this)
                .thenCompose(bridge -> whenLoaded
                        .apply(bridge)
                        .whenComplete((done, failure) -> {
                            if (failure != null) {
                                bridge.database().close();
                            }
                        })
                        .thenApply(done -> bridge));
    }

    private void loaded(LoadedBridge bridge, Settings now) {
        if (messages.isStopped()) {
            bridge.database().close();
        } else {
            applied = now;
            state = new Waiting(bridge);
        }
    }

    private void shown() {
        isShown = true;
        if (state.listener().isPresent()) {
            announceNow();
        } else if (!messages.isRetrying()) {
            advance();
        }
    }

    private void reconfigure() {
        if (state.loaded().isPresent()) {
            messages.retryNow();
        }
    }

    private void open(LoadedBridge bridge) {
        Settings now = settings;
        messages.begin(() -> new BridgePort(parts, bridge, now).open(), listener -> opened(bridge, listener));
    }

    private void opened(LoadedBridge bridge, Listener listener) {
        if (messages.isStopped()) {
            listener.close();
            return;
        }
        state = new Open(bridge, listener);
        LOG.info("Bridge {} listens on {}", settings.id(), listener.address());
        announceNow();
    }

    private void apply(LoadedBridge bridge) {
        Settings before = applied;
        Settings changed = settings;
        messages.begin(() -> loader.apply(bridge, before, changed), done -> applied(bridge, before, changed));
    }

    private void applied(LoadedBridge bridge, Settings before, Settings changed) {
        if (messages.isStopped()) {
            return;
        }
        applied = changed;
        if (before.address().equals(changed.address())) {
            announceNow();
            if (!before.isSameForSessions(changed)) {
                LOG.info(
                        "Bridge {}: the number of sessions and the pace of events change at its next start",
                        changed.id());
            }
        } else {
            state.listener().ifPresent(Listener::close);
            state = new Waiting(bridge);
        }
    }

    private void announceNow() {
        if (state instanceof Open open && !messages.isStopped()) {
            InetSocketAddress address = open.bound().address();
            record.say(BridgeRecord.of(settings, open.bridge(), address.getPort()), address.getAddress());
        }
    }

    private CompletableFuture<Void> leaving() {
        Optional<Listener> open = state.listener();
        state = new Leaving(state.loaded(), open);
        state.loaded().ifPresent(bridge -> bridge.database().close());
        CompletionStage<Void> goodbye = record.end();
        CompletionStage<Void> answered =
                open.map(Listener::closeGracefully).orElseGet(() -> CompletableFuture.completedFuture(null));
        return CompletableFuture.allOf(goodbye.toCompletableFuture(), answered.toCompletableFuture());
    }
}
