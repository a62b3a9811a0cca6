// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.transport.Listener;
import io.latchkey.api.transport.Session;
import io.latchkey.server.internal.database.PublishedAccessory;
import io.latchkey.server.internal.pairing.TrustListener;
import io.latchkey.server.internal.session.Clients;
import io.latchkey.server.internal.store.StoredBridge;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One bridge, as others in this bundle see it and ask of it. It starts by itself and tries again where the store or the port
 * refuses; it is reachable once its accessories are shown. Safe for all threads; no method waits: {@link BridgeLife} does one
 * thing after the other.
 */
final class Bridge implements TrustListener {
    private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);

    private final Function<LoadedBridge, CompletionStage<Void>> whenLoaded;
    private final StoredBridge stored;
    private final Clients clients = new Clients();
    private final BridgeLoader loader;
    private final BridgeLife life;
    private final DatabaseEvents events;
    private volatile Settings settings;

    /**
     * Makes a bridge that does nothing yet.
     *
     * @param first the id of the first bridge of the configuration, if this is a further one
     * @param whenLoaded gets what has been made of the store; the bridge has begun when its stage has ended
     */
    Bridge(
            Settings settings,
            BridgeServices parts,
            Optional<String> first,
            Function<LoadedBridge, CompletionStage<Void>> whenLoaded) {
        this.settings = settings;
        this.whenLoaded = whenLoaded;
        this.stored = new StoredBridge(settings.id(), parts.store(), parts.workers());
        this.loader = new BridgeLoader(parts, stored, first, clients, this::settings);
        this.life = new BridgeLife(parts, this::settings, loader, this::begun);
        this.events = new DatabaseEvents(settings.id(), clients, this::loaded, life::published);
    }

    /** Starts. */
    void start() {
        life.begin();
    }

    /** Starts, unless it has; fails with what keeps it from that. */
    CompletionStage<Void> load() {
        return life.load();
    }

    Settings settings() {
        return settings;
    }

    Clients clients() {
        return clients;
    }

    Optional<LoadedBridge> loaded() {
        return life.state().loaded();
    }

    Optional<Listener> listener() {
        return life.state().listener();
    }

    Optional<String> problem() {
        return life.problem().or(events::problem);
    }

    /** Why it isn't reachable yet, though nothing is wrong with it. */
    Optional<String> waiting() {
        return events.waiting();
    }

    /** Takes another configuration of the same id; sessions stay open unless the address has changed. */
    void change(Settings changed) {
        settings = changed;
        life.changed();
    }

    /** Shows itself as the new bridge that it has become. */
    CompletionStage<Void> renew() {
        return loader.showItself(loaded().orElseThrow()).thenRun(this::announce);
    }

    /** Lets an accessory show itself. */
    void identify(PublishedAccessory accessory) {
        loader.identify(accessory);
    }

    /** Begins to end: the record goes, then the sessions, once they have their answers. Ends when both have gone. */
    CompletableFuture<Void> leave() {
        return life.leave();
    }

    /** Ends what is left of it after {@link #leave}, whatever that waits for. */
    void end() {
        stored.close();
        life.state().port().ifPresent(Listener::close);
        LOG.info("Bridge {} has stopped", settings.id());
    }

    @Override
    public void announce() {
        life.announce();
    }

    @Override
    public void removed(ControllerId controller, Optional<Session> initiator) {
        BridgeState now = life.state();
        now.listener().ifPresent(open -> open.closeSessionsOf(controller, initiator));
        now.loaded()
                .filter(bridge -> !bridge.trust().isPaired())
                .ifPresent(bridge -> bridge.extensions().unpaired());
    }

    private CompletionStage<LoadedBridge> begun(Settings now) {
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
}
