// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.discovery.Advertisement;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.SetupHash;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryInfo;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.api.store.Configuration;
import io.latchkey.api.store.StoreException;
import io.latchkey.api.transport.ListenRequest;
import io.latchkey.api.transport.Listener;
import io.latchkey.api.transport.Session;
import io.latchkey.server.internal.access.Access;
import io.latchkey.server.internal.database.AccessoryDatabase;
import io.latchkey.server.internal.database.ConfigurationKeeper;
import io.latchkey.server.internal.database.DatabaseListener;
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
import io.latchkey.server.internal.work.CallLanes.Lane;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running bridge, from the reading of its store to the closing of its port. It starts by itself on work threads and
 * tries again where the store or the port refuses; it is reachable once its accessories are whole. Safe for all threads;
 * only {@link #stop} waits, a few seconds at most.
 */
final class Bridge implements DatabaseListener, TrustListener {
    private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final long STOP_SECONDS = 3;
    private static final String MODEL = "Bridge";

    private final Parts parts;
    private final Set<AccessoryProvider> known;
    private final Clients clients = new Clients();
    private final Announcement announcement;
    private volatile Settings settings;
    private Settings applied;
    private volatile Optional<Inside> inside = Optional.empty();
    private volatile Optional<Listener> listener = Optional.empty();
    private volatile Optional<String> problem = Optional.empty();
    private volatile Optional<String> databaseProblem = Optional.empty();
    private volatile boolean stopped;

    Bridge(Settings settings, Parts parts, Set<AccessoryProvider> known) {
        this.settings = settings;
        this.applied = settings;
        this.parts = parts;
        this.known = known;
        this.announcement = new Announcement(parts.advertiser());
    }

    /** What there is once the store has been read. */
    record Inside(
            Trust trust,
            ConfigurationKeeper configuration,
            AccessoryDatabase database,
            Providers providers,
            BridgeServer server) {}

    /** Starts, on a work thread. */
    void start() {
        work(this::load);
    }

    /** Opens the providers that have come and closes those that have gone. */
    void providersChanged() {
        inside.ifPresent(ready -> ready.providers().update());
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

    /** Ends everything: the record first, then the sessions, then the contributions. */
    void stop() {
        stopped = true;
        inside.ifPresent(ready -> ready.database().close());
        Optional<Listener> open = takeListener();
        var graceful = open.map(Listener::closeGracefully);
        announcement.end();
        graceful.ifPresent(stage -> awaitQuietly(stage.toCompletableFuture()::get));
        open.ifPresent(Listener::close);
        inside.ifPresent(ready -> ready.providers().close());
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
            announcement.say(advertisement(ready.get(), address.getPort()), address.getAddress());
        }
    }

    @Override
    public void removed(ControllerId controller, Optional<Session> initiator) {
        listener.ifPresent(open -> open.closeSessionsOf(controller, initiator));
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
            trouble(e.getMessage());
            later(task);
        }
    }

    private void trouble(String what) {
        if (!problem.equals(Optional.of(what))) {
            LOG.warn("Bridge {}: {}", settings.id(), what);
        }
        problem = Optional.of(what);
    }

    private synchronized void load() {
        Settings now = settings;
        applied = now;
        Trust trust = new Trust(now.id(), now.setup(), parts.store(), parts.random(), parts.workers()::nanoTime, this);
        ConfigurationKeeper configuration = new ConfigurationKeeper(parts.store(), now.id());
        AccessoryDatabase database = new AccessoryDatabase(
                now.id(), self(trust), parts.store(), configuration, parts.workers(), parts.timing(), this);
        Access access = new Access(parts.workers(), parts.lanes(), parts.deadlines());
        BridgeServer server = new BridgeServer(
                clients,
                trust,
                new PairingResources(trust, clients, parts.workers(), this::identify),
                new AccessoriesResource(database, access, clients),
                new CharacteristicsResource(database, access, clients, trust, parts.workers()));
        Providers providers = new Providers(known, parts.lanes(), database, now.view());
        inside = Optional.of(new Inside(trust, configuration, database, providers, server));
        problem = Optional.empty();
        providers.update();
        database.start();
    }

    private Accessory self(Trust trust) {
        String serial = trust.identity().deviceId().text().replace(":", "");
        String name = settings.name();
        AccessoryInfo info = new AccessoryInfo(name, "Latchkey", MODEL, serial, parts.version(), Optional.empty());
        return AccessoryDatabase.self(info, this::identify);
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
            trouble(e.getMessage() + "; choose another port or address, or free this one");
            later(this::open);
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
        ready.providers().view(changed.view());
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

    private Optional<Advertisement> advertisement(Inside ready, int port) {
        Settings now = settings;
        if (!now.mdns()) {
            return Optional.empty();
        }
        Configuration configuration = ready.configuration().configuration();
        Trust trust = ready.trust();
        return Optional.of(new Advertisement(
                now.name(),
                port,
                trust.identity().deviceId(),
                MODEL,
                configuration.number(),
                trust.isPaired(),
                false,
                now.category(),
                SetupHash.of(trust.setupId(), trust.identity().deviceId())));
    }

    private interface Wait {
        void forAtMost(long time, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException;
    }

    private void awaitQuietly(Wait wait) {
        try {
            wait.forAtMost(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("Bridge {} is stopped by force", settings.id(), e);
        }
    }
}
