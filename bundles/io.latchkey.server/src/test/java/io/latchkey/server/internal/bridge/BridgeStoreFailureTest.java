// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.BridgeStatus.State;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.Setup;
import io.latchkey.pairing.Credentials;
import io.latchkey.server.internal.fake.FakeStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A store that is broken, or that has lost a part. */
class BridgeStoreFailureTest {
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
}
