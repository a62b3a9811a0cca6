// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.loop;

import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryInfo;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.Event;
import io.latchkey.pairing.Credentials;
import io.latchkey.server.internal.access.Access;
import io.latchkey.server.internal.access.Deadlines;
import io.latchkey.server.internal.access.PermittedAccess;
import io.latchkey.server.internal.database.AccessoryDatabase;
import io.latchkey.server.internal.database.ContributedAccessories;
import io.latchkey.server.internal.database.Extensions;
import io.latchkey.server.internal.database.PlacedBridges;
import io.latchkey.server.internal.database.PublishedCharacteristic;
import io.latchkey.server.internal.database.Timing;
import io.latchkey.server.internal.history.BridgeHistory;
import io.latchkey.server.internal.history.WriteHistory;
import io.latchkey.server.internal.http.AccessoriesResource;
import io.latchkey.server.internal.http.BridgeServer;
import io.latchkey.server.internal.http.CharacteristicsResource;
import io.latchkey.server.internal.http.EventBody;
import io.latchkey.server.internal.http.PairingResources;
import io.latchkey.server.internal.pairing.SetupOptions;
import io.latchkey.server.internal.pairing.Trust;
import io.latchkey.server.internal.session.Clients;
import io.latchkey.server.internal.store.StoredBridge;
import io.latchkey.server.internal.work.CallLanes;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The inside of a bridge with 149 lamps and a session that asks, and others that have subscribed to the first lamp. */
final class OfflineBridge {
    private static final String ID = "bench";
    private static final int LAMPS = 149;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OfflineParts parts = new OfflineParts();
    private final Clients clients = new Clients();
    private final List<Characteristic> switches = new ArrayList<>();
    private final OfflineSession asking = new OfflineSession();
    private final AccessoryDatabase database;
    private final BridgeServer server;
    private final EventBody events;
    private final AccessorySink sink;

    OfflineBridge(int listeners) {
        byte[] key = new byte[32];
        Pairing pairing = new Pairing(OfflineSession.CONTROLLER, key, Permissions.ADMIN);
        SecureRandom random = new SecureRandom();
        parts.change(
                ID,
                now -> now.with(Domain.IDENTITY, Credentials.newIdentity(random))
                        .with(Domain.PAIRINGS, new Pairings(List.of(pairing))));
        SetupOptions setup = new SetupOptions(Optional.empty(), Optional.empty());
        StoredBridge stored = new StoredBridge(ID, parts, parts);
        Trust trust = stored.load()
                .thenCompose(memory -> Trust.open(
                        stored, setup, random, System::nanoTime, InstantSource.system(), parts.crypto(), parts))
                .toCompletableFuture()
                .join();
        AccessoryInfo info = new AccessoryInfo("Bench", "Bench", "Bench", "1", "1.0", Optional.empty());
        Accessory self = AccessoryDatabase.self(info, () -> {});
        parts.whenChanged((changed, value) -> clients.publish(changed.id(), value, changed.urgency()));
        database = new AccessoryDatabase(self, Optional.empty(), stored, parts, Extensions.NONE);
        sink = offer();
        Access access = new Access(parts, new CallLanes(), Deadlines.USUAL, slow -> {});
        PermittedAccess permitted = new PermittedAccess(access, clients.permit(), written -> {});
        BridgeHistory history = new BridgeHistory(InstantSource.system(), () -> Duration.ofDays(7));
        server = new BridgeServer(
                clients,
                trust,
                new PairingResources(trust, clients, parts, () -> {}),
                new AccessoriesResource(database, permitted, clients),
                new CharacteristicsResource(database, permitted, clients, trust, parts, new WriteHistory(history)));
        events = new EventBody(database);
        server.opened(asking);
        for (int i = 0; i < listeners; i++) {
            OfflineSession listener = new OfflineSession();
            server.opened(listener);
            clients.subscribe(clients.find(listener).orElseThrow(), first());
        }
    }

    Answer get(String path, String query) {
        OfflineExchange exchange = new OfflineExchange(asking, path, query);
        server.handle(exchange);
        return exchange.answer();
    }

    void change(boolean on) {
        sink.changed(switches.get(0), Value.of(on));
    }

    byte[] eventBody(boolean on) {
        return events.body(List.of(new Event(first(), Value.of(on))));
    }

    /** The switches of the first lamps, as a query has them. */
    String addresses(int number) {
        return published().limit(number).map(id -> id.aid() + "." + id.iid()).collect(Collectors.joining(","));
    }

    private CharacteristicId first() {
        return published().findFirst().orElseThrow();
    }

    private Stream<CharacteristicId> published() {
        return database.snapshot().accessories().stream()
                .flatMap(accessory -> accessory.services().stream())
                .flatMap(service -> service.characteristics().stream())
                .filter(each -> each.definition().type().equals(CharacteristicTypes.ON))
                .map(PublishedCharacteristic::id);
    }

    private AccessorySink offer() {
        Timing timing = new Timing(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofDays(1), PATIENCE);
        PlacedBridges bridges = new PlacedBridges(database, parts, List.of(), parts, Map.of());
        ContributedAccessories offering =
                new ContributedAccessories(bridges, parts, InstantSource.system(), timing, () -> Duration.ZERO);
        AccessorySink into = offering.join("bench");
        for (int i = 1; i <= LAMPS; i++) {
            into.put(lamp("Lamp " + i));
        }
        into.complete();
        offering.start();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (database.snapshot().accessories().size() <= LAMPS) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the lamps don't appear");
            }
            Thread.onSpinWait();
        }
        return into;
    }

    private Accessory lamp(String name) {
        Characteristic on = Characteristic.of(CharacteristicTypes.ON)
                .value(() -> Value.TRUE)
                .onWrite(value -> {})
                .direct()
                .build();
        switches.add(on);
        Service service = Service.of(ServiceTypes.LIGHTBULB)
                .with(on)
                .with(of(CharacteristicTypes.BRIGHTNESS, Value.of(80L)))
                .with(of(CharacteristicTypes.HUE, Value.of(120.0)))
                .with(of(CharacteristicTypes.SATURATION, Value.of(50.0)))
                .build();
        return Accessory.of(name).name(name).with(service).build();
    }

    private static Characteristic of(CharacteristicType type, Value value) {
        return Characteristic.of(type)
                .value(() -> value)
                .onWrite(written -> {})
                .direct()
                .build();
    }
}
