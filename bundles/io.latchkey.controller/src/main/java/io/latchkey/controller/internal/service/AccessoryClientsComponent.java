// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.service;

import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.controller.AccessoryClient;
import io.latchkey.api.controller.AccessoryClients;
import io.latchkey.api.controller.ClientListener;
import io.latchkey.api.controller.DiscoveryListener;
import io.latchkey.api.controller.PairingAttempt;
import io.latchkey.api.controller.PairingMode;
import io.latchkey.api.controller.TimeLimits;
import io.latchkey.api.controller.TransientController;
import io.latchkey.api.discovery.Browser;
import io.latchkey.api.discovery.Browser.Browsing;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.transport.Transport;
import io.latchkey.controller.internal.client.ClientDependencies;
import io.latchkey.controller.internal.client.ListenerNotifications;
import io.latchkey.controller.internal.client.PairedClient;
import io.latchkey.controller.internal.keys.KeyPlace;
import io.latchkey.controller.internal.keys.KeyRing;
import io.latchkey.controller.internal.link.PeerNames;
import io.latchkey.controller.internal.link.PendingStages;
import io.latchkey.controller.internal.link.SeenRecords;
import io.latchkey.controller.internal.setup.PairingInitiator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The controller of this installation, and those beside it that live in memory. When it stops it closes them, and what was
 * opened here.
 */
@Component(service = AccessoryClients.class)
public final class AccessoryClientsComponent implements TransientController {
    private static final String OURS = "The controller";

    private final Browser browser;
    private final SeenRecords records = new SeenRecords();
    private final KeyRing keyRing;
    private final ClientDependencies around;
    private final PairingInitiator introductions;
    private final PendingStages pending;
    private final Map<DeviceId, PairedClient> clients = new ConcurrentHashMap<>();
    private final Set<Browsing> searches = ConcurrentHashMap.newKeySet();
    private final Set<TransientController> inMemory = ConcurrentHashMap.newKeySet();
    private final Consumer<TransientController> closed;
    private volatile boolean stopped;

    /** Called by SCR. */
    @Activate
    public AccessoryClientsComponent(
            @Reference Transport transport,
            @Reference Browser browser,
            @Reference BridgeStore store,
            @Reference Workers workers,
            @Reference Contributors contributors) {
        this(transport, browser, KeyPlace.stored(store, workers), workers, contributors, done -> {});
    }

    private AccessoryClientsComponent(
            Transport transport,
            Browser browser,
            KeyPlace place,
            Workers workers,
            Contributors contributors,
            Consumer<TransientController> closed) {
        SecureRandom random = new SecureRandom();
        this.browser = browser;
        this.closed = closed;
        this.keyRing = new KeyRing(place, workers, random);
        this.around = new ClientDependencies(transport, records, keyRing, workers, contributors, random);
        this.introductions = new PairingInitiator(transport, records, keyRing, workers, random);
        this.pending = new PendingStages(workers);
    }

    @Override
    public Browsing discover(InetAddress on, DiscoveryListener listener) {
        requireRunning();
        ListenerNotifications notices = new ListenerNotifications(
                "listener of a search " + listener.getClass().getName(), around);
        Browsing browsing = browser.browse(on, new DiscoveryWatch(listener, records, notices));
        searches.add(browsing);
        return () -> {
            searches.remove(browsing);
            browsing.close();
            notices.close();
        };
    }

    @Override
    public CompletionStage<List<DeviceId>> paired() {
        return pending.show(OURS, keyRing.paired());
    }

    @Override
    public CompletionStage<DeviceId> pair(InetSocketAddress address, SetupCode code, PairingMode mode) {
        PeerNames.requireReachable(address);
        return introductions.pair(address, code, mode);
    }

    @Override
    public CompletionStage<PairingAttempt> startPairing(InetSocketAddress address) {
        PeerNames.requireReachable(address);
        return introductions.start(address);
    }

    @Override
    public CompletionStage<Void> identify(InetSocketAddress address) {
        PeerNames.requireReachable(address);
        return introductions.identify(address);
    }

    @Override
    public CompletionStage<Void> forget(DeviceId accessory) {
        return pending.show(accessory.text(), keyRing.remove(accessory));
    }

    @Override
    public AccessoryClient open(
            DeviceId accessory, InetSocketAddress address, ClientListener listener, TimeLimits limits) {
        PeerNames.requireReachable(address);
        PairedClient client = new PairedClient(accessory, address, listener, limits, around, this::released);
        if (clients.putIfAbsent(accessory, client) != null) {
            throw new IllegalStateException("a client of " + accessory + " is open already");
        }
        if (stopped) {
            client.close();
            requireRunning();
        }
        client.open();
        return client;
    }

    @Override
    public TransientController inMemory() {
        Workers workers = around.workers();
        TransientController beside = new AccessoryClientsComponent(
                around.transport(),
                browser,
                KeyPlace.inMemory(workers),
                workers,
                around.contributors(),
                inMemory::remove);
        inMemory.add(beside);
        if (stopped) {
            beside.close();
            requireRunning();
        }
        return beside;
    }

    @Override
    public void close() {
        stop();
        closed.accept(this);
    }

    /** Called by SCR. Closes everything that was opened here; waits for the end of searches only. */
    @Deactivate
    public void stop() {
        stopped = true;
        List.copyOf(inMemory).forEach(TransientController::close);
        List.copyOf(clients.values()).forEach(PairedClient::close);
        introductions.close();
        List.copyOf(searches).forEach(Browsing::close);
        pending.close(OURS);
    }

    private void released(PairedClient client) {
        clients.remove(client.accessory(), client);
    }

    private void requireRunning() {
        if (stopped) {
            throw new IllegalStateException("this controller has stopped");
        }
    }
}
