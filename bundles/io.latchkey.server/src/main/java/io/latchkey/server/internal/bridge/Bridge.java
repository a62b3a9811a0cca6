// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryInfo;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.StoreException;
import io.latchkey.api.transport.ListenRequest;
import io.latchkey.api.transport.Listener;
import io.latchkey.api.transport.Session;
import io.latchkey.server.internal.access.Access;
import io.latchkey.server.internal.database.AccessoryDatabase;
import io.latchkey.server.internal.database.ConfigurationKeeper;
import io.latchkey.server.internal.database.DatabaseListener;
import io.latchkey.server.internal.database.Descent;
import io.latchkey.server.internal.database.PublishedAccessory;
import io.latchkey.server.internal.database.PublishedCharacteristic;
import io.latchkey.server.internal.database.ReturnedCharacteristic;
import io.latchkey.server.internal.database.Snapshot;
import io.latchkey.server.internal.http.AccessoriesResource;
import io.latchkey.server.internal.http.BridgeServer;
import io.latchkey.server.internal.http.CharacteristicsResource;
import io.latchkey.server.internal.http.EventBody;
import io.latchkey.server.internal.http.PairingResources;
import io.latchkey.server.internal.pairing.Trust;
import io.latchkey.server.internal.pairing.TrustListener;
import io.latchkey.server.internal.session.Clients;
import io.latchkey.server.internal.store.StoredBridge;
import io.latchkey.server.internal.transition.AdaptiveLighting;
import io.latchkey.server.internal.work.CallLanes.Lane;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running bridge, from the reading of its store to the closing of its port. It starts by itself on work threads
 * and tries again where the store or the port refuses; it is reachable once its accessories are shown. What it does to
 * itself happens one after the other, in a queue that holds no thread while the disk is waited for. Safe for all threads.
 */
final class Bridge implements DatabaseListener, TrustListener {
    private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);

    private final Parts parts;
    private final Optional<String> first;
    private final Function<Inside, CompletionStage<Void>> loaded;
    private final UnaryOperator<BridgeMemory> beginning;
    private final BridgeTasks tasks;
    private final StoredBridge stored;
    private final Clients clients = new Clients();
    private final Announcement announcement;
    private volatile Settings settings;
    private volatile Settings applied;
    private volatile Optional<Inside> inside = Optional.empty();
    private volatile Optional<Listener> listener = Optional.empty();
    private volatile Optional<Listener> leaving = Optional.empty();
    private volatile Optional<String> databaseProblem = Optional.empty();
    private volatile Optional<String> waiting = Optional.empty();

    /**
     * Makes a bridge that does nothing yet.
     *
     * @param first the id of the first bridge of the configuration, if this is a further one
     * @param loaded gets its inside each time that the store has been read, on a work thread
     */
    Bridge(Settings settings, Parts parts, Optional<String> first, Function<Inside, CompletionStage<Void>> loaded) {
        this.settings = settings;
        this.applied = settings;
        this.parts = parts;
        this.first = first;
        this.loaded = loaded;
        this.beginning = first.<UnaryOperator<BridgeMemory>>map(id -> memory -> Descent.begun(memory, id))
                .orElse(UnaryOperator.identity());
        this.tasks = new BridgeTasks(settings.id(), parts.workers());
        this.stored = new StoredBridge(settings.id(), parts.store(), parts.workers());
        this.announcement = new Announcement(parts.advertiser());
    }

    /** What there is once the store has been read. */
    record Inside(
            Trust trust,
            ConfigurationKeeper configuration,
            AccessoryDatabase database,
            AdaptiveLighting lighting,
            Access access,
            BridgeServer server) {}

    /** Starts, on a work thread. */
    void start() {
        tasks.attempt(this::loading);
    }

    /** Starts, unless it has; fails with what keeps it from that. */
    CompletionStage<Void> load() {
        return tasks.add(this::loading);
    }

    Settings settings() {
        return settings;
    }

    Clients clients() {
        return clients;
    }

    Optional<Inside> inside() {
        return inside;
    }

    Optional<Listener> listener() {
        return listener;
    }

    Optional<String> problem() {
        return tasks.problem().or(() -> databaseProblem);
    }

    /** Why it isn't reachable yet, though nothing is wrong with it. */
    Optional<String> waiting() {
        return waiting;
    }

    /** Takes another configuration of the same id; sessions stay open unless the address has changed. */
    void change(Settings changed) {
        settings = changed;
        tasks.attempt(this::applying);
    }

    /** Shows itself as the new bridge that it has become. */
    CompletionStage<Void> renew() {
        Inside ready = inside.orElseThrow();
        return ready.database().self(self(ready.trust())).thenRun(this::announce);
    }

    /** Lets an accessory show itself, in its lane. */
    void identify(PublishedAccessory accessory) {
        Runnable routine = accessory.definition().identify().orElse(() -> {});
        parts.lanes().offer(new Lane(accessory.provider(), accessory.aid()), routine);
    }

    /** Begins to end: the record goes, then the sessions, once they have their answers. Waits for nothing. */
    CompletableFuture<Void> leave() {
        tasks.stop();
        inside.ifPresent(ready -> ready.database().close());
        leaving = takeListener();
        CompletableFuture<Void> answered = leaving.map(Listener::closeGracefully)
                .map(stage -> stage.toCompletableFuture())
                .orElseGet(() -> CompletableFuture.completedFuture(null));
        announcement.end();
        return answered;
    }

    /** Ends what is left of it after {@link #leave}. */
    void end() {
        stored.close();
        leaving.ifPresent(Listener::close);
        LOG.info("Bridge {} has stopped", settings.id());
    }

    @Override
    public void published(Snapshot snapshot) {
        clients.retain(id -> snapshot.find(id).isPresent());
        if (listener.isEmpty()) {
            tasks.attempt(this::opening);
        } else {
            announce();
        }
    }

    @Override
    public void changed(PublishedCharacteristic characteristic, Value value) {
        clients.publish(characteristic.id(), value, characteristic.urgency());
    }

    @Override
    public void repeated(PublishedCharacteristic characteristic, Value value) {
        clients.remind(characteristic.id(), value, characteristic.urgency());
    }

    @Override
    public void returned(List<ReturnedCharacteristic> characteristics) {
        inside.ifPresent(ready -> characteristics.stream()
                .filter(each ->
                        clients.isAnybodySubscribed(each.characteristic().id()))
                .forEach(each -> ready.access()
                        .ask(each.characteristic(), value -> ready.database().tell(each, value))));
    }

    @Override
    public void waits(Optional<String> why) {
        if (why.isPresent() && !why.equals(waiting)) {
            LOG.warn("Bridge {} stays {}", settings.id(), why.get());
        }
        waiting = why;
    }

    @Override
    public void problem(Optional<String> now) {
        databaseProblem = now;
    }

    @Override
    public void announce() {
        Optional<Inside> ready = inside;
        Optional<Listener> open = listener;
        if (ready.isPresent() && open.isPresent() && !tasks.isStopped()) {
            InetSocketAddress address = open.get().address();
            announcement.say(Announcement.of(settings, ready.get(), address.getPort()), address.getAddress());
        }
    }

    @Override
    public void removed(ControllerId controller, Optional<Session> initiator) {
        listener.ifPresent(open -> open.closeSessionsOf(controller, initiator));
        inside.filter(ready -> !ready.trust().isPaired())
                .ifPresent(ready -> ready.lighting().endAll());
    }

    private CompletionStage<Void> loading() {
        if (tasks.isStopped() || inside.isPresent()) {
            return CompletableFuture.completedFuture(null);
        }
        Settings now = settings;
        return stored.load().thenCompose(memory -> {
            Optional<String> owner = first.isPresent() ? Optional.empty() : Descent.first(memory);
            if (owner.isPresent()) {
                throw new StoreException(BridgeIds.refusal(now.id(), "further one of " + owner.get()));
            }
            applied = now;
            return stored.change(beginning).thenCompose(begun -> trust(now)).thenCompose(this::furnish);
        });
    }

    private CompletionStage<Trust> trust(Settings now) {
        return Trust.open(
                stored,
                now.setup(),
                parts.random(),
                parts.workers()::nanoTime,
                parts.workers().work(),
                this);
    }

    private CompletionStage<Void> furnish(Trust trust) {
        ConfigurationKeeper configuration = new ConfigurationKeeper(stored);
        Access access = new Access(parts.workers(), parts.lanes(), parts.deadlines());
        AdaptiveLighting lighting = lighting(access);
        AccessoryDatabase database = new AccessoryDatabase(self(trust), stored, this, lighting);
        BridgeServer server = new BridgeServer(
                clients,
                trust,
                new PairingResources(trust, clients, parts.workers(), this::identify),
                new AccessoriesResource(database, access, clients),
                new CharacteristicsResource(database, access, clients, trust, parts.workers(), lighting::written));
        Inside made = new Inside(trust, configuration, database, lighting, access, server);
        inside = Optional.of(made);
        tasks.solved();
        if (tasks.isStopped()) {
            database.close();
        }
        return loaded.apply(made).whenComplete((done, failure) -> {
            if (failure != null) {
                database.close();
                inside = Optional.empty();
            }
        });
    }

    private AdaptiveLighting lighting(Access access) {
        return new AdaptiveLighting(
                stored, parts.workers(), access, System::currentTimeMillis, () -> settings.adaptiveLighting());
    }

    private Accessory self(Trust trust) {
        String serial = trust.identity().deviceId().text().replace(":", "");
        String name = settings.name();
        AccessoryInfo info =
                new AccessoryInfo(name, "Latchkey", Announcement.MODEL, serial, parts.version(), Optional.empty());
        return AccessoryDatabase.self(info, this::identify);
    }

    private void identify() {
        LOG.info("Bridge {} was asked to show itself: it is \"{}\"", settings.id(), settings.name());
    }

    private CompletionStage<Void> opening() {
        if (tasks.isStopped() || listener.isPresent()) {
            return CompletableFuture.completedFuture(null);
        }
        Inside ready = inside.orElseThrow();
        return new Door(parts.transport(), ready.configuration(), parts.random())
                .open(settings.address(), this::listenRequest, new Door.Service(ready.server(), ready.server()))
                .thenAccept(this::opened);
    }

    private void opened(Listener opened) {
        if (!taken(opened)) {
            opened.close();
            return;
        }
        tasks.solved();
        LOG.info("Bridge {} listens on {}", settings.id(), opened.address());
        announce();
    }

    private synchronized boolean taken(Listener opened) {
        boolean taken = !tasks.isStopped();
        if (taken) {
            listener = Optional.of(opened);
        }
        return taken;
    }

    private synchronized Optional<Listener> takeListener() {
        Optional<Listener> open = listener;
        listener = Optional.empty();
        return open;
    }

    private ListenRequest listenRequest(InetSocketAddress address) {
        Settings now = settings;
        return new ListenRequest(
                now.id(),
                address,
                now.maximumSessions(),
                now.coalescing(),
                now.promptEvents(),
                new EventBody(inside.orElseThrow().database()));
    }

    private CompletionStage<Void> applying() {
        if (inside.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        Inside ready = inside.get();
        Settings before = applied;
        Settings changed = settings;
        CompletionStage<Void> code = before.setup().equals(changed.setup())
                ? CompletableFuture.completedFuture(null)
                : ready.trust().options(changed.setup());
        return code.thenCompose(done -> ready.database().self(self(ready.trust())))
                .thenCompose(done -> {
                    applied = changed;
                    if (!before.address().equals(changed.address())) {
                        takeListener().ifPresent(Listener::close);
                        return opening();
                    }
                    announce();
                    tellWhatWaits(before, changed);
                    return CompletableFuture.completedFuture(null);
                });
    }

    private void tellWhatWaits(Settings before, Settings changed) {
        boolean same = before.maximumSessions() == changed.maximumSessions()
                && before.promptEvents() == changed.promptEvents()
                && before.coalescing().equals(changed.coalescing());
        if (!same) {
            LOG.info(
                    "Bridge {} keeps its sessions: their number and the pace of events change at its next start",
                    changed.id());
        }
    }
}
