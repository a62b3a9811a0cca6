// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryInfo;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.Domain;
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
import io.latchkey.server.internal.database.Snapshot;
import io.latchkey.server.internal.http.AccessoriesResource;
import io.latchkey.server.internal.http.BridgeServer;
import io.latchkey.server.internal.http.CharacteristicsResource;
import io.latchkey.server.internal.http.EventBody;
import io.latchkey.server.internal.http.PairingResources;
import io.latchkey.server.internal.pairing.Trust;
import io.latchkey.server.internal.pairing.TrustListener;
import io.latchkey.server.internal.session.Clients;
import io.latchkey.server.internal.transition.AdaptiveLighting;
import io.latchkey.server.internal.work.CallLanes.Lane;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running bridge, from the reading of its store to the closing of its port. It starts by itself on work threads
 * and tries again where the store or the port refuses; it is reachable once its accessories are shown. Safe for all
 * threads.
 */
final class Bridge implements DatabaseListener, TrustListener {
    private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final Parts parts;
    private final Optional<String> first;
    private final Consumer<Inside> loaded;
    private final Clients clients = new Clients();
    private final Announcement announcement;
    private volatile Settings settings;
    private Settings applied;
    private volatile Optional<Inside> inside = Optional.empty();
    private volatile Optional<Listener> listener = Optional.empty();
    private volatile Optional<Listener> leaving = Optional.empty();
    private volatile Optional<String> problem = Optional.empty();
    private volatile Optional<String> databaseProblem = Optional.empty();
    private volatile boolean stopped;

    /**
     * Makes a bridge that does nothing yet.
     *
     * @param first the id of the first bridge of the configuration, if this is a further one
     * @param loaded gets its inside each time that the store has been read, on the thread that has read it
     */
    Bridge(Settings settings, Parts parts, Optional<String> first, Consumer<Inside> loaded) {
        this.settings = settings;
        this.applied = settings;
        this.parts = parts;
        this.first = first;
        this.loaded = loaded;
        this.announcement = new Announcement(parts.advertiser());
    }

    /** What there is once the store has been read. */
    record Inside(
            Trust trust,
            ConfigurationKeeper configuration,
            AccessoryDatabase database,
            AdaptiveLighting lighting,
            BridgeServer server) {}

    /** Starts, on a work thread. */
    void start() {
        work(this::load);
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
        return problem.or(() -> databaseProblem);
    }

    /** Takes another configuration of the same id; sessions stay open unless the address has changed. */
    void change(Settings changed) {
        settings = changed;
        work(this::apply);
    }

    /** Shows itself as the new bridge that it has become. */
    void renew() {
        inside.ifPresent(ready -> ready.database().self(self(ready.trust())));
        announce();
    }

    /** Lets an accessory show itself, in its lane. */
    void identify(PublishedAccessory accessory) {
        Runnable routine = accessory.definition().identify().orElse(() -> {});
        parts.lanes().offer(new Lane(accessory.provider(), accessory.aid()), routine);
    }

    /** Begins to end: the record goes, then the sessions, once they have their answers. Waits for nothing. */
    CompletableFuture<Void> leave() {
        stopped = true;
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
        leaving.ifPresent(Listener::close);
        LOG.info("Bridge {} has stopped", settings.id());
    }

    @Override
    public void published(Snapshot snapshot) {
        clients.retain(id -> snapshot.find(id).isPresent());
        if (listener.isEmpty()) {
            open();
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
    public void problem(Optional<String> now) {
        databaseProblem = now;
    }

    @Override
    public void announce() {
        Optional<Inside> ready = inside;
        Optional<Listener> open = listener;
        if (ready.isPresent() && open.isPresent() && !stopped) {
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

    private void work(Runnable task) {
        try {
            parts.workers().work().execute(() -> guarded(task));
        } catch (RejectedExecutionException full) {
            later(task);
        }
    }

    private void later(Runnable task) {
        if (!stopped) {
            parts.workers().schedule(RETRY, () -> work(task));
        }
    }

    private void guarded(Runnable task) {
        if (stopped) {
            return;
        }
        try {
            task.run();
        } catch (StoreException e) {
            if (stopped) {
                LOG.debug("Bridge {} stopped while it read or wrote its store", settings.id());
                return;
            }
            trouble(e.getMessage(), task);
        }
    }

    private void trouble(String what, Runnable again) {
        if (!problem.equals(Optional.of(what))) {
            LOG.warn("Bridge {}: {}", settings.id(), what);
        }
        problem = Optional.of(what);
        later(again);
    }

    /**
     * Reads the store and makes what is inside; a {@link StoreException} leaves it to be tried again.
     */
    synchronized void load() {
        Settings now = settings;
        Optional<String> owner = otherOwner(now.id());
        if (owner.isPresent()) {
            trouble(BridgeIds.refusal(now.id(), "further one of " + owner.get()), this::load);
            return;
        }
        applied = now;
        Trust trust = new Trust(now.id(), now.setup(), parts.store(), parts.random(), parts.workers()::nanoTime, this);
        ConfigurationKeeper configuration = new ConfigurationKeeper(parts.store(), now.id());
        Access access = new Access(parts.workers(), parts.lanes(), parts.deadlines());
        AdaptiveLighting lighting = lighting(now.id(), access);
        AccessoryDatabase database =
                new AccessoryDatabase(now.id(), self(trust), parts.store(), configuration, this, lighting);
        BridgeServer server = new BridgeServer(
                clients,
                trust,
                new PairingResources(trust, clients, parts.workers(), this::identify),
                new AccessoriesResource(database, access, clients),
                new CharacteristicsResource(database, access, clients, trust, parts.workers(), lighting::written));
        Inside made = new Inside(trust, configuration, database, lighting, server);
        inside = Optional.of(made);
        problem = Optional.empty();
        if (stopped) {
            database.close();
        }
        loaded.accept(made);
    }

    /** The bridge that has no room for all and shows the rest here: nobody else may have its identity and ids. */
    private Optional<String> otherOwner(String id) {
        return first.isPresent()
                ? Optional.empty()
                : parts.store().load(id, Domain.ALLOCATION).flatMap(Descent::first);
    }

    private AdaptiveLighting lighting(String id, Access access) {
        return new AdaptiveLighting(
                id,
                parts.store(),
                parts.workers(),
                access,
                System::currentTimeMillis,
                () -> settings.adaptiveLighting());
    }

    private Accessory self(Trust trust) {
        String serial = trust.identity().deviceId().text().replace(":", "");
        String name = settings.name();
        AccessoryInfo info =
                new AccessoryInfo(name, "Latchkey", Announcement.MODEL, serial, parts.version(), Optional.empty());
        return AccessoryDatabase.self(first, info, this::identify);
    }

    private void identify() {
        LOG.info("Bridge {} was asked to show itself: it is \"{}\"", settings.id(), settings.name());
    }

    private synchronized void open() {
        Inside ready = inside.orElseThrow();
        if (stopped || listener.isPresent()) {
            return;
        }
        try {
            Door door = new Door(parts.transport(), ready.configuration(), parts.random());
            listener = Optional.of(door.open(
                    settings.address(), this::listenRequest, new Door.Service(ready.server(), ready.server())));
        } catch (IOException e) {
            trouble(e.getMessage() + "; choose another port or address, or free this one", this::open);
            return;
        }
        problem = Optional.empty();
        LOG.info("Bridge {} listens on {}", settings.id(), listener.get().address());
        announce();
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

    private synchronized void apply() {
        Settings before = applied;
        Settings changed = settings;
        if (inside.isEmpty()) {
            return;
        }
        Inside ready = inside.get();
        if (!before.setup().equals(changed.setup())) {
            ready.trust().options(changed.setup());
        }
        ready.database().self(self(ready.trust()));
        applied = changed;
        if (!before.address().equals(changed.address())) {
            takeListener().ifPresent(Listener::close);
            open();
        } else {
            announce();
            tellWhatWaits(before, changed);
        }
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
