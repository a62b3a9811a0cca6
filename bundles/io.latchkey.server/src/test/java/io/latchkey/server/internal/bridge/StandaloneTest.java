// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static io.latchkey.server.internal.bridge.StandaloneFixture.accessories;
import static io.latchkey.server.internal.bridge.StandaloneFixture.alone;
import static io.latchkey.server.internal.bridge.StandaloneFixture.bridged;
import static io.latchkey.server.internal.bridge.StandaloneFixture.keys;
import static io.latchkey.server.internal.bridge.StandaloneFixture.pair;
import static io.latchkey.server.internal.bridge.StandaloneFixture.server;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.AccessoryPlace;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.discovery.Advertisement;
import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.identity.AccessoryIdentity;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.Domain;
import io.latchkey.pairing.Credentials;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.ServerWait;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Accessories that are paired by themselves, beside a bridge. */
class StandaloneTest {
    private static final String ID = "home-Cellar_Lamp";

    private static BridgeRig rig(FakeStore store, Accessory... accessories) {
        return BridgeRig.of(store, Map.of(), new FakeProvider("test", accessories))
                .ready();
    }

    private static BridgeStatus status(Bridge server) {
        return BridgeReport.of(server, "p1", Optional.empty(), List.of());
    }

    @Test
    void itIsAServerOfItsOwnIdentityAndCategory() {
        try (BridgeRig rig = rig(new FakeStore(), bridged("Lamp"), alone("Cellar Lamp"))) {
            Bridge server = server(rig, ID);
            BridgeStatus home = rig.status();
            BridgeStatus own = status(server);
            assertEquals(List.of("Lamp"), keys(rig.bridge()));
            assertEquals(List.of("Cellar Lamp"), keys(server));
            assertEquals("Cellar Lamp", own.name());
            assertNotEquals(home.deviceId(), own.deviceId());
            assertNotEquals(home.setupCode(), own.setupCode());
            assertNotEquals(home.address(), own.address());
            assertEquals(1, own.accessories());
            assertEquals(List.of(), rig.group().further());
            assertEquals(AccessoryCategory.LIGHTING, record(rig, "Cellar Lamp").category());
            assertEquals(own.deviceId(), Optional.of(record(rig, "Cellar Lamp").deviceId()));
        }
    }

    @Test
    void itHasTheAddressOfABridgeAndNothingBesideIt() {
        try (BridgeRig rig = rig(new FakeStore(), bridged("Lamp"), alone("Cellar Lamp"))) {
            Bridge server = server(rig, ID);
            assertEquals(AccessoryId.BRIDGE, StandaloneFixture.aid(server, "Cellar Lamp"));
            String body = accessories(rig, server(rig, ID));
            assertTrue(body.startsWith("{\"accessories\":[{\"aid\":1,"), body);
            assertFalse(body.contains("\"aid\":2"), body);
            assertTrue(body.contains("\"type\":\"A2\""), "tells the protocol: " + body);
            assertTrue(body.contains("\"type\":\"43\""), "is a lamp: " + body);
            assertTrue(body.contains("Cellar Lamp"), body);
            assertFalse(accessories(rig, rig.bridge()).contains("Cellar Lamp"));
        }
    }

    @Test
    void itIsTheSameAfterARestartEvenBeforeItsProvider() {
        FakeStore store = new FakeStore();
        List<Object> before;
        String shown;
        try (BridgeRig rig = rig(store, bridged("Lamp"), alone("Cellar Lamp"))) {
            shown = accessories(rig, server(rig, ID));
            before = identity(server(rig, ID));
        }
        try (BridgeRig rig = BridgeRig.of(store, Map.of()).ready()) {
            Bridge again = server(rig, ID);
            assertEquals(before, identity(again));
            assertEquals(List.of("Cellar Lamp"), keys(again));
            assertEquals(List.of("Lamp"), keys(rig.bridge()));
        }
        try (BridgeRig rig = rig(store, bridged("Lamp"), alone("Cellar Lamp"))) {
            assertEquals(before, identity(server(rig, ID)));
            assertEquals(shown, accessories(rig, server(rig, ID)));
        }
    }

    private static List<Object> identity(Bridge server) {
        BridgeStatus now = status(server);
        return List.of(now.deviceId(), now.address(), now.name(), now.configuration(), now.controllers());
    }

    @Test
    void everyTelevisionStandsAloneWhereTheConfigurationWantsIt() {
        Accessory television = Accessory.of("Lounge")
                .name("Lounge")
                .with(Service.of(new ServiceType(
                                "Television",
                                "Television",
                                ServiceTypes.TELEVISION.uuid(),
                                List.of(),
                                List.of(CharacteristicTypes.NAME)))
                        .with(Characteristic.constant(CharacteristicTypes.NAME, Value.of("Lounge")))
                        .build())
                .build();
        FakeProvider provider = new FakeProvider("test", bridged("Lamp"), television);
        try (BridgeRig rig = BridgeRig.of(new FakeStore(), Map.of(), provider).ready()) {
            ServerWait.until("both are shown", () -> rig.accessories().size() == 2);
            rig.change("standaloneTelevisions", true);
            Bridge server = server(rig, "home-Lounge");
            assertEquals(List.of("Lounge"), keys(server));
            assertEquals(AccessoryCategory.TELEVISION, record(rig, "Lounge").category());
        }
    }

    @Test
    void checkIsToldWhereItIs() {
        try (BridgeRig rig = rig(new FakeStore(), bridged("Lamp"), alone("Cellar Lamp"))) {
            server(rig, ID);
            Map<String, Optional<String>> places = rig.group().places().stream()
                    .collect(Collectors.toMap(AccessoryPlace::key, AccessoryPlace::bridge));
            assertEquals(Map.of("Lamp", Optional.of("home"), "Cellar Lamp", Optional.of(ID)), places);
        }
    }

    @Test
    void whoeverIsntPairedYetCanLetItShowItself() {
        CompletableFuture<Void> shown = new CompletableFuture<>();
        Accessory lamp = Accessory.of("Cellar Lamp")
                .name("Cellar Lamp")
                .with(bridged("Cellar Lamp").services().get(0))
                .standalone(AccessoryCategory.LIGHTING)
                .identify(() -> shown.complete(null))
                .build();
        try (BridgeRig rig = rig(new FakeStore(), lamp)) {
            server(rig, ID);
            var listener = rig.transport().listener(ID).orElseThrow();
            assertEquals(
                    204,
                    listener.ask(listener.connect(), "POST", "/identify", "").status());
            ServerWait.until("it shows itself", shown::isDone);
        }
    }

    @Test
    void idsAreReadableAndNeverThoseOfAnother() {
        FakeStore store = new FakeStore();
        store.change("home-TV", memory -> memory);
        try (BridgeRig rig = rig(store, alone("local:TV"), alone("other:TV"), alone("local:7"))) {
            server(rig, "home-TV");
            server(rig, "home-TV_2");
            server(rig, "home-Accessory_7");
            assertEquals(
                    3,
                    rig.group().standalone().stream()
                            .map(each -> each.loaded()
                                    .orElseThrow()
                                    .trust()
                                    .identity()
                                    .deviceId())
                            .distinct()
                            .count());
        }
    }

    @Test
    void itTakesTheIdentityOfAnotherWhileItRests() {
        try (BridgeRig rig = rig(new FakeStore(), bridged("Lamp"), alone("Cellar Lamp"))) {
            Bridge before = server(rig, ID);
            int port = status(before).address().orElseThrow().getPort();
            AccessoryIdentity other = Credentials.newIdentity(new SecureRandom());
            CompletionStage<Void> done =
                    new FurtherBridge(before, rig.group(), "p1").replace(memory -> memory.with(Domain.IDENTITY, other));
            ServerWait.until("it is another", () -> {
                rig.settle();
                return done.toCompletableFuture().isDone()
                        && status(server(rig, ID)).deviceId().equals(Optional.of(other.deviceId()));
            });
            done.toCompletableFuture().join();
            assertEquals(List.of("Cellar Lamp"), keys(server(rig, ID)));
            assertEquals(port, status(server(rig, ID)).address().orElseThrow().getPort());
        }
    }

    @Test
    void whatCannotBeReplacedIsAsItWas() {
        try (BridgeRig rig = rig(new FakeStore(), bridged("Lamp"), alone("Cellar Lamp"))) {
            Bridge before = server(rig, ID);
            Object device = status(before).deviceId();
            CompletionStage<Void> done = new FurtherBridge(before, rig.group(), "p1").replace(memory -> {
                throw new IllegalStateException("no");
            });
            ServerWait.until("it is refused", () -> {
                rig.settle();
                return done.toCompletableFuture().isCompletedExceptionally();
            });
            assertEquals(device, status(server(rig, ID)).deviceId());
            assertEquals(List.of("Cellar Lamp"), keys(server(rig, ID)));
        }
    }

    @Test
    void itIsPairedByItsOwnCode() {
        try (BridgeRig rig = rig(new FakeStore(), bridged("Lamp"), alone("Cellar Lamp"))) {
            Bridge server = server(rig, ID);
            pair(rig, server);
            assertEquals(1, status(server).controllers());
            assertEquals(0, rig.status().controllers());
        }
    }

    private static Advertisement record(BridgeRig rig, String name) {
        ServerWait.until(
                name + " is announced",
                () -> rig.advertiser().history().stream()
                        .anyMatch(each -> each.name().equals(name)));
        return rig.advertiser().history().stream()
                .filter(each -> each.name().equals(name))
                .reduce((first, last) -> last)
                .orElseThrow();
    }
}
