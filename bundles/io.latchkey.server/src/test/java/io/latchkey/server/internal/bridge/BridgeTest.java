// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.BridgeStatus.State;
import io.latchkey.api.discovery.Advertisement;
import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.Setup;
import io.latchkey.pairing.Credentials;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.ServerWait;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The life of a bridge: its port, its record, its identity and its configuration. */
class BridgeTest {

    @Test
    void aPickedPortIsKept() {
        FakeStore store = new FakeStore();
        int port;
        try (BridgeRig rig = BridgeRig.of(store, Map.of()).ready()) {
            port = rig.listener().address().getPort();
            assertTrue(port >= 20_000 && port <= 32_767);
            assertEquals(State.READY, rig.status().state());
        }
        try (BridgeRig rig = BridgeRig.of(store, Map.of()).ready()) {
            assertEquals(port, rig.listener().address().getPort());
        }
    }

    @Test
    void aPortThatIsTakenIsAProblemUntilItIsFree() {
        try (BridgeRig rig = BridgeRig.of(new FakeStore(), Map.of("port", 21_000))) {
            rig.transport().taken(21_000, true);
            rig.start().pass(Duration.ofSeconds(3));
            assertEquals(State.FAILED, rig.status().state());
            assertTrue(rig.status().problem().orElseThrow().contains("21000"));
            rig.transport().taken(21_000, false);
            rig.pass(Duration.ofSeconds(10));
            assertEquals(State.READY, rig.status().state());
            assertEquals(Optional.empty(), rig.status().problem());
        }
    }

    @Test
    void aPortThatIsTakenIsTriedOnceAtATimeHoweverMuchTheHomeChanges() {
        FakeProvider provider = new FakeProvider("test", new LampAccessory("Lamp").accessory());
        try (BridgeRig rig = BridgeRig.of(new FakeStore(), Map.of("port", 21_000), provider)) {
            rig.transport().taken(21_000, true);
            rig.start();
            ServerWait.until("the first try", () -> rig.transport().refused() == 1);
            for (int count = 0; count < 8; count++) {
                provider.sink().put(new LampAccessory("Lamp " + count).accessory());
                rig.settle();
            }
            assertEquals(9, rig.accessories().size());
            assertEquals(1, rig.transport().refused());
            rig.pass(Duration.ofSeconds(30));
            assertEquals(4, rig.transport().refused());
            rig.transport().taken(21_000, false);
            rig.pass(Duration.ofSeconds(10));
            assertEquals(State.READY, rig.status().state());
            assertEquals(1, rig.transport().listened());
        }
    }

    @Test
    void anotherPortIsTriedAtOnceWhereTheFirstIsTaken() {
        try (BridgeRig rig = BridgeRig.of(new FakeStore(), Map.of("port", 21_000))) {
            rig.transport().taken(21_000, true);
            rig.start().pass(Duration.ofSeconds(3));
            assertEquals(State.FAILED, rig.status().state());
            rig.change("port", "21001");
            assertEquals(21_001, rig.listener().address().getPort());
            assertEquals(Optional.empty(), rig.status().problem());
        }
    }

    @Test
    void aBrokenStoreIsAProblemUntilItIsMended() {
        FakeStore store = new FakeStore();
        store.broken(true);
        try (BridgeRig rig = BridgeRig.of(store, Map.of()).start()) {
            assertEquals(State.FAILED, rig.status().state());
            assertTrue(rig.status().problem().orElseThrow().contains("make room"));
            store.broken(false);
            rig.pass(Duration.ofSeconds(20));
            assertEquals(State.READY, rig.status().state());
        }
    }

    @Test
    void aChangeBeforeTheStoreIsReadCountsToo() {
        FakeStore store = new FakeStore();
        store.broken(true);
        try (BridgeRig rig = BridgeRig.of(store, Map.of()).start()) {
            rig.change("name", "Renamed");
            rig.change("port", "23456");
            store.broken(false);
            rig.pass(Duration.ofSeconds(20));
            assertEquals("Renamed", rig.advertiser().current().orElseThrow().name());
            assertEquals(23_456, rig.listener().address().getPort());
        }
    }

    @Test
    void aChangeThatCannotBeStoredIsTriedAgain() {
        try (BridgeRig rig = BridgeRig.unpaired()) {
            rig.store().broken(true);
            rig.change("setupCode", "482-61-937");
            assertTrue(rig.status().problem().orElseThrow().contains("make room"));
            rig.store().broken(false);
            rig.pass(Duration.ofSeconds(10));
            Setup setup = rig.store().load("home", Domain.SETUP).orElseThrow();
            assertEquals(Optional.empty(), setup.generatedCode());
        }
    }

    @Test
    void theRecordSaysWhatTheBridgeIs() {
        try (BridgeRig rig = BridgeRig.of(
                        new FakeStore(), Map.of("name", "My home", "category", "lighting", "setupId", "A1B2"))
                .ready()) {
            Advertisement record = rig.advertiser().current().orElseThrow();
            assertEquals("My home", record.name());
            assertEquals(AccessoryCategory.LIGHTING, record.category());
            assertEquals(rig.status().deviceId(), Optional.of(record.deviceId()));
            assertEquals(rig.listener().address().getPort(), record.port());
            assertFalse(record.paired());
            assertEquals("A1B2", rig.status().payload().orElseThrow().setupId().text());
        }
    }

    @Test
    void aStoppedBridgeIsHeardOfNoMore() {
        BridgeRig rig = BridgeRig.unpaired();
        FakeSession session = rig.plain();
        rig.close();
        assertFalse(session.isOpen());
        assertEquals(Optional.empty(), rig.advertiser().current());
        assertTrue(rig.transport().listener().isEmpty());
    }

    @Test
    void anotherNameKeepsTheSessions() {
        try (BridgeRig rig = BridgeRig.paired(new FakeProvider("test", new LampAccessory("Lamp").accessory()))) {
            FakeSession session = rig.session(BridgeRig.ADMIN);
            rig.change("name", "Renamed");
            rig.change("category", "switch");
            rig.change("coalescingMillis", "500");
            rig.settle();
            assertTrue(session.isOpen());
            assertEquals(1, rig.transport().listened());
            assertEquals("Renamed", rig.advertiser().current().orElseThrow().name());
            assertTrue(
                    BridgeRig.text(rig.ask(session, "GET", "/accessories", "")).contains("\"Renamed\""));
        }
    }

    @Test
    void anotherPortMovesTheBridge() {
        try (BridgeRig rig = BridgeRig.paired(new FakeProvider("test", new LampAccessory("Lamp").accessory()))) {
            FakeSession session = rig.session(BridgeRig.ADMIN);
            rig.change("port", "23456");
            assertFalse(session.isOpen());
            assertEquals(23_456, rig.listener().address().getPort());
            assertEquals(23_456, rig.advertiser().current().orElseThrow().port());
        }
    }

    @Test
    void theRecordCanBeTurnedOffAndOn() {
        try (BridgeRig rig = BridgeRig.unpaired()) {
            rig.change("mdns", "false");
            assertEquals(Optional.empty(), rig.advertiser().current());
            rig.change("mdns", "true");
            assertTrue(rig.advertiser().current().isPresent());
        }
    }

    @Test
    void anotherSelectionOpensTheProvidersAnew() {
        FakeProvider provider = new FakeProvider("test", new LampAccessory("Lamp").accessory());
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            rig.change("selection", "kitchen");
            ServerWait.until("opened again", () -> provider.views().size() == 2);
            assertEquals("kitchen", provider.views().get(1).selection());
            ServerWait.until("closed once", () -> provider.closed() == 1);
            rig.pass(Duration.ofSeconds(30));
            assertEquals(1, rig.accessories().size());
        }
    }

    @Test
    void aConfiguredCodeIsNeverStored() {
        FakeStore store = new FakeStore();
        try (BridgeRig rig =
                BridgeRig.of(store, Map.of("setupCode", "482-61-937")).ready()) {
            assertEquals("482-61-937", rig.status().setupCode().orElseThrow().text());
            Setup setup = store.load("home", Domain.SETUP).orElseThrow();
            assertEquals(Optional.empty(), setup.generatedCode());
            rig.change("setupCode", "");
            SetupCode generated = rig.status().setupCode().orElseThrow();
            assertNotEquals("482-61-937", generated.text());
            assertNotEquals(
                    setup.verifier(),
                    store.load("home", Domain.SETUP).orElseThrow().verifier());
        }
    }

    @Test
    void aGeneratedCodeOutlivesARestart() {
        FakeStore store = new FakeStore();
        Optional<SetupCode> code;
        try (BridgeRig rig = BridgeRig.of(store, Map.of()).ready()) {
            code = rig.status().setupCode();
        }
        try (BridgeRig rig = BridgeRig.of(store, Map.of()).ready()) {
            assertEquals(code, rig.status().setupCode());
        }
    }

    @Test
    void pairingsWithoutAnAdministratorAreRemovedAtTheStart() {
        FakeStore store = new FakeStore();
        store.save("home", Domain.IDENTITY, Credentials.newIdentity(new SecureRandom()));
        store.save(
                "home",
                Domain.PAIRINGS,
                new Pairings(List.of(new Pairing(BridgeRig.GUEST, new byte[32], Permissions.REGULAR))));
        try (BridgeRig rig = BridgeRig.of(store, Map.of()).ready()) {
            assertEquals(0, rig.status().controllers());
            assertEquals(Pairings.NONE, store.load("home", Domain.PAIRINGS).orElseThrow());
        }
    }

    @Test
    void aResetThatCannotBeStoredHasChangedNothing() {
        try (BridgeRig rig = BridgeRig.paired(new FakeProvider("test", new LampAccessory("Lamp").accessory()))) {
            BridgeMemory before = rig.store().load("home");
            FakeSession session = rig.session(BridgeRig.ADMIN);
            rig.store().broken(true);
            assertTrue(rig.actions().reset().toCompletableFuture().isCompletedExceptionally());
            assertTrue(session.isOpen());
            assertEquals(2, rig.status().controllers());
            assertEquals(before, rig.store().load("home"));
            rig.store().broken(false);
            int changes = rig.store().changes();
            rig.actions().reset().toCompletableFuture().join();
            assertFalse(session.isOpen());
            assertTrue(rig.store().changes() <= changes + 2, "one for the trust, one for the new name's shape");
            assertNotEquals(
                    before.get(Domain.IDENTITY), rig.store().load("home").get(Domain.IDENTITY));
        }
    }

    @Test
    void aLostIdentityTakesThePairingsWithItAndSaysSo() {
        FakeStore store = new FakeStore();
        store.save(
                "home",
                Domain.PAIRINGS,
                new Pairings(List.of(new Pairing(BridgeRig.ADMIN, new byte[32], Permissions.ADMIN))));
        try (BridgeRig rig = BridgeRig.of(store, Map.of()).ready()) {
            assertEquals(0, rig.status().controllers());
            assertTrue(rig.status().setupCode().isPresent(), "it can be paired anew");
            assertTrue(rig.status().problem().orElseThrow().contains("identity"));
        }
    }

    @Test
    void aResetMakesANewBridgeOfTheSameAccessories() {
        FakeProvider provider = new FakeProvider("test", new LampAccessory("Lamp").accessory());
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            provider.sink().put(new LampAccessory("Lamp 2").accessory());
            rig.settle();
            DeviceId before = rig.status().deviceId().orElseThrow();
            FakeSession session = rig.session(BridgeRig.ADMIN);
            rig.actions().reset().toCompletableFuture().join();
            assertNotEquals(before, rig.status().deviceId().orElseThrow());
            assertFalse(session.isOpen());
            assertEquals(0, rig.status().controllers());
            assertEquals(1, rig.status().configuration().value());
            assertTrue(rig.status().setupCode().isPresent());
            Advertisement record = rig.advertiser().current().orElseThrow();
            assertEquals(rig.status().deviceId().orElseThrow(), record.deviceId());
            assertEquals(1, record.configuration().value());
            rig.settle();
            assertEquals(1, rig.status().configuration().value());
            assertEquals(2, rig.accessories().get(0).aid().value());
        }
    }

    @Test
    void aPairingIsRemovedOnAPersonsWord() {
        try (BridgeRig rig = BridgeRig.paired(new FakeProvider("test", new LampAccessory("Lamp").accessory()))) {
            FakeSession guest = rig.session(BridgeRig.GUEST);
            rig.actions().removePairing(BridgeRig.GUEST).toCompletableFuture().join();
            assertFalse(guest.isOpen());
            assertEquals(1, rig.status().controllers());
            var unknown = rig.actions().removePairing(BridgeRig.GUEST).toCompletableFuture();
            assertThrows(CompletionException.class, unknown::join);
        }
    }

    @Test
    void whoIsVerifiedWhileItsPairingIsRemovedIsLetGo() {
        try (BridgeRig rig = BridgeRig.paired(new FakeProvider("test", new LampAccessory("Lamp").accessory()))) {
            FakeSession guest = rig.plain();
            rig.actions().removePairing(BridgeRig.GUEST).toCompletableFuture().join();
            rig.listener().verify(guest, BridgeRig.GUEST);
            assertFalse(guest.isOpen());
            FakeSession admin = rig.plain();
            rig.listener().verify(admin, BridgeRig.ADMIN);
            assertTrue(admin.isOpen());
        }
    }

    @Test
    void aNewCodeIsMadeOnlyWhileItIsOfUse() {
        try (BridgeRig rig = BridgeRig.unpaired()) {
            SetupCode before = rig.status().setupCode().orElseThrow();
            SetupCode after = rig.actions().newSetupCode().toCompletableFuture().join();
            assertNotEquals(before, after);
            assertEquals(after, rig.status().setupCode().orElseThrow());
            rig.change("setupCode", "482-61-937");
            assertThrows(CompletionException.class, rig.actions().newSetupCode().toCompletableFuture()::join);
        }
        try (BridgeRig rig = BridgeRig.paired(new FakeProvider("test", new LampAccessory("Lamp").accessory()))) {
            assertThrows(CompletionException.class, rig.actions().newSetupCode().toCompletableFuture()::join);
        }
    }

    @Test
    void anAccessoryShowsItself() {
        AtomicInteger shown = new AtomicInteger();
        Accessory accessory = Accessory.of("Lamp")
                .with(new LampAccessory("Lamp").accessory().services().get(0))
                .identify(shown::incrementAndGet)
                .build();
        try (BridgeRig rig = BridgeRig.paired(new FakeProvider("test", accessory))) {
            rig.actions().identify(new AccessoryId(2)).toCompletableFuture().join();
            ServerWait.until("shown", () -> shown.get() == 1);
            String iid = rig.id("Lamp", "Identify").iid().toString();
            String write = "{\"characteristics\":[{\"aid\":2,\"iid\":" + iid + ",\"value\":%s}]}";
            FakeSession session = rig.session(BridgeRig.ADMIN);
            assertEquals(
                    204,
                    rig.ask(session, "PUT", "/characteristics", String.format(write, "false"))
                            .status());
            assertEquals(
                    204,
                    rig.ask(session, "PUT", "/characteristics", String.format(write, "1"))
                            .status());
            assertEquals(2, shown.get());
        }
    }
}
