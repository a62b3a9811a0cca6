// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.bridge.BridgeMeasures;
import io.latchkey.api.bridge.CountingBridge;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Happening.Kind;
import io.latchkey.api.store.History;
import io.latchkey.api.transport.Listener;
import io.latchkey.api.transport.Session;
import io.latchkey.server.internal.database.AccessoryKey;
import io.latchkey.server.internal.database.BridgeOwner;
import io.latchkey.server.internal.database.PublishedAccessory;
import io.latchkey.server.internal.history.BridgeHistory;
import io.latchkey.server.internal.history.StoreHistory;
import io.latchkey.server.internal.measure.BridgeCounters;
import io.latchkey.server.internal.measure.MeasuredStore;
import io.latchkey.server.internal.pairing.TrustListener;
import io.latchkey.server.internal.session.Clients;
import io.latchkey.server.internal.store.StoredBridge;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One bridge, as others in this bundle see it and ask of it. It starts by itself and tries again where the store or the port
 * refuses; it is reachable once its accessories are shown. Safe for all threads; no method waits: {@link BridgeLife} does one
 * thing after the other.
 */
final class Bridge implements TrustListener, CountingBridge {
    private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);
    /** What leaves later than this isn't in the history, so that this is stored before a bridge is ended by force. */
    private static final Duration TIME_TO_LEAVE = Duration.ofMillis(2500);

    private final Function<LoadedBridge, CompletionStage<Void>> whenLoaded;
    private final Runnable trustChanged;
    private final StoredBridge stored;
    private final Clients clients;
    private final BridgeHistory history;
    private final BridgeCounters counters = new BridgeCounters();
    private final MeasuredStore measuredStore;
    private final Runnable unpublish;
    private final Workers workers;
    private final boolean isShadow;
    private final Optional<AccessoryKey> standalone;
    private final BridgeLoader loader;
    private final BridgeLife life;
    private final DatabaseEvents events;
    private volatile Settings settings;

    /**
     * Makes a bridge that does nothing yet.
     *
     * @param owner whose it is, if no configuration names it
     * @param whenLoaded gets what has been made of the store; the bridge has begun when its stage has ended
     * @param trustChanged runs when controllers have begun or ceased to know it; must not wait
     */
    Bridge(
            Settings settings,
            BridgeServices parts,
            Optional<BridgeOwner> owner,
            Function<LoadedBridge, CompletionStage<Void>> whenLoaded,
            Runnable trustChanged) {
        this.settings = settings;
        this.whenLoaded = whenLoaded;
        this.trustChanged = trustChanged;
        this.workers = parts.workers();
        this.isShadow = parts.isShadow();
        this.standalone = owner.flatMap(BridgeOwner::accessory);
        this.clients = new Clients(standalone.isPresent());
        this.history = new BridgeHistory(parts.clock(), () -> this.settings.keepWrites());
        this.stored = new StoredBridge(settings.id(), parts.store(), workers);
        this.measuredStore = new MeasuredStore(counters, new StoreHistory(history));
        stored.listen(measuredStore);
        this.loader = new BridgeLoader(parts, stored, owner, clients, this::settings, history, counters);
        this.life = new BridgeLife(parts, this::settings, loader, history, this::begun);
        this.events = new DatabaseEvents(settings.id(), clients, this::loaded, life::published, history);
        this.unpublish = parts.publisher().publish(this);
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

    /** The accessory that it shows alone; empty for a bridge. */
    Optional<AccessoryKey> standalone() {
        return standalone;
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

    /** What has happened to it, and who has switched what. */
    History history() {
        return history.history();
    }

    /** Why its last change couldn't be stored, if it couldn't. */
    Optional<String> storeTrouble() {
        return measuredStore.trouble();
    }

    @Override
    public String id() {
        return settings.id();
    }

    @Override
    public BridgeMeasures measures() {
        return BridgeReport.measures(this, counters);
    }

    /** Takes another configuration of the same id; sessions stay open unless the address has changed. */
    void change(Settings changed) {
        boolean isKeptOtherwise = !changed.keepWrites().equals(settings.keepWrites());
        settings = changed;
        life.changed();
        if (isKeptOtherwise) {
            remember();
        }
    }

    /** Lets controllers use its accessories, or not; who does so twice changes nothing. What they have missed is read and told. */
    void permit(boolean isGranted) {
        if (!isGranted) {
            clients.permit().withdraw();
            return;
        }
        Set<CharacteristicId> owed = clients.permit().grant();
        if (!owed.isEmpty()) {
            later(() -> loaded().ifPresent(bridge -> bridge.database().owed(owed)));
        }
    }

    /** Notes what an item has made of it. */
    void switched(String how) {
        history.note(Kind.SWITCHED, how);
    }

    /** Shows itself as the new bridge that it has become. */
    CompletionStage<Void> renew() {
        return loader.showItself(loaded().orElseThrow()).thenRun(this::announce);
    }

    /** Lets an accessory show itself. */
    void identify(PublishedAccessory accessory) {
        loader.identify(accessory);
    }

    /**
     * Begins to end: the record goes, then the sessions, once they have their answers. Ends when both have gone and the
     * history is stored.
     */
    CompletableFuture<Void> leave() {
        CompletableFuture<Void> left = life.leave();
        CompletableFuture<Void> due = left.copy();
        Future<?> late = workers.schedule(TIME_TO_LEAVE, () -> due.complete(null));
        left.whenComplete((done, failure) -> late.cancel(false));
        return due.thenCompose(done -> remember()).thenCompose(done -> left);
    }

    /** Stores the history of a bridge that has begun; where that can't be done it is told and costs nothing else. */
    private CompletionStage<Void> remember() {
        if (loaded().isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return stored.change(now -> now.with(Domain.HISTORY, history.history())).handle((done, failure) -> {
            if (failure != null) {
                LOG.info("Bridge {} can't store its history: {}", settings.id(), failure.getMessage());
            }
            return null;
        });
    }

    /** Ends what is left of it after {@link #leave}, whatever that waits for. */
    void end() {
        unpublish.run();
        stored.close();
        life.state().port().ifPresent(Listener::close);
        tell("has stopped");
    }

    @Override
    public void announce() {
        life.announce();
    }

    @Override
    public void paired(boolean isPaired) {
        tell(isPaired ? "is paired" : "is unpaired");
        trustChanged.run();
    }

    @Override
    public void removed(ControllerId controller, Optional<Session> initiator) {
        BridgeState now = life.state();
        now.listener().ifPresent(open -> open.closeSessionsOf(controller, initiator));
        now.loaded()
                .filter(bridge -> !bridge.trust().isPaired())
                .ifPresent(bridge -> bridge.extensions().unpaired());
    }

    @Override
    public void refused(Session session, Optional<ControllerId> controller, String why) {
        history.note(
                Kind.REFUSED, controller, Optional.ofNullable(session.remote().getAddress()), why);
    }

    private void later(Runnable task) {
        try {
            workers.home().execute(task);
        } catch (RejectedExecutionException full) {
            task.run();
        }
    }

    private void tell(String what) {
        if (isShadow) {
            LOG.debug("Bridge {} {}", settings.id(), what);
        } else {
            LOG.info("Bridge {} {}", settings.id(), what);
        }
    }

    private CompletionStage<LoadedBridge> begun(Settings now) {
        return loader.load(now, events, this).thenCompose(this::furnished);
    }

    private CompletionStage<LoadedBridge> furnished(LoadedBridge bridge) {
        events.recall(stored.memory());
        return whenLoaded
                .apply(bridge)
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        bridge.database().close();
                    }
                })
                .thenApply(done -> bridge);
    }
}
