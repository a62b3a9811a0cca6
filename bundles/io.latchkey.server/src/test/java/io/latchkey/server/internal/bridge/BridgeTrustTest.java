// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.discovery.Advertisement;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.LampAccessory;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Pairings that people remove, and the reset of a bridge. */
class BridgeTrustTest {
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
}
