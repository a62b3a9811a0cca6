// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static io.latchkey.server.internal.bridge.RememberedHome.MISSING;
import static io.latchkey.server.internal.bridge.RememberedHome.prune;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.AbsentAccessory;
import io.latchkey.api.bridge.BridgeStatus.State;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.provider.Absence;
import io.latchkey.api.provider.Absence.Cause;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.ServerWait;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Absent accessories that people prune, or give to a renamed item. */
class AbsentHomePruningTest {
    private final RememberedHome home = new RememberedHome();

    @Test
    void whatIsPrunedDoesNotKeepTheBridgeClosed() {
        home.shown("Lamp", "Other", "Third");
        home.forgetShapes("home");
        FakeProvider provider = new FakeProvider("test", new LampAccessory("Lamp").accessory());
        try (BridgeRig rig = home.start(provider)) {
            prune(rig, rig.absent().subList(0, 1));
            assertTrue(rig.transport().listener().isEmpty());
        }
        try (BridgeRig rig = home.start(new FakeProvider("test", new LampAccessory("Lamp").accessory()))) {
            assertEquals(1, rig.absent().size(), "pruned is pruned, after a restart too");
            prune(rig, rig.absent());
            assertEquals(State.READY, rig.status().state());
            assertEquals(1, rig.accessories().size());
            assertEquals(2, rig.status().configuration().value());
        }
    }

    @Test
    void whatIsThereCanNotBePruned() {
        home.shown("Lamp", "Other");
        FakeProvider provider = new FakeProvider("test", true, new LampAccessory("Lamp").accessory());
        try (BridgeRig rig = home.start(provider)) {
            List<AbsentAccessory> other = rig.absent().stream()
                    .filter(each -> each.key().equals("Other"))
                    .toList();
            assertTrue(other.get(0).hindrance().isPresent());
            assertThrows(CompletionException.class, () -> prune(rig, other));
            provider.sink().put(new LampAccessory("Other").accessory());
            provider.sink().complete();
            assertThrows(CompletionException.class, () -> prune(rig, other));
            assertEquals(2, rig.accessories().size());
        }
    }

    @Test
    void aRenamedItemTakesThePlaceOfTheOldOne() {
        home.shown("Lamp", "Other");
        FakeProvider provider = new FakeProvider(
                "test", new LampAccessory("Renamed").accessory(), new LampAccessory("Other").accessory());
        try (BridgeRig rig = home.start(provider)) {
            rig.settle();
            CharacteristicId before = rig.id("Lamp", "On");
            AbsentAccessory old = rig.absent().get(0);
            assertEquals(Optional.of("Renamed"), old.successor());
            assertEquals(3, rig.accessories().size());
            rig.actions().adopt(old, "Renamed").toCompletableFuture().join();
            assertEquals(before, rig.id("Renamed", "On"));
            assertEquals(2, rig.accessories().size());
            assertEquals(List.of(), rig.absent());
            var twice = rig.actions().adopt(old, "Renamed").toCompletableFuture();
            assertThrows(CompletionException.class, twice::join);
        }
        try (BridgeRig rig = home.start(new FakeProvider("test", new LampAccessory("Renamed").accessory()))) {
            assertEquals(2, rig.accessories().size());
            assertEquals(2, rig.id("Renamed", "On").aid().value());
        }
    }

    @Test
    void tooManyAtOnceStayAndPeopleAreTold() {
        FakeProvider provider = FakeProvider.lamps(0, 12);
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            for (int i = 0; i < 12; i++) {
                provider.sink().absent("Lamp " + i, new Absence(Cause.WITHDRAWN, "nothing asks for it"));
            }
            rig.pass(Duration.ofDays(1));
            assertEquals(12, rig.accessories().size());
            assertTrue(rig.status().problem().orElseThrow().contains("latchkey:prune --bridge home"));
            prune(rig, rig.absent());
            assertEquals(0, rig.accessories().size());
            assertEquals(Optional.empty(), rig.status().problem());
        }
    }

    @Test
    void aFurtherBridgeThatPruningWouldAvoidIsTold() {
        FakeProvider provider = FakeProvider.lamps(0, 149);
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            provider.sink().absent("Lamp 0", MISSING);
            provider.sink().absent("Lamp 1", MISSING);
            provider.sink().put(new LampAccessory("New").accessory());
            rig.settle();
            ServerWait.until(
                    "it listens", () -> rig.transport().listener("home-2").isPresent());
            assertTrue(rig.status().problem().orElseThrow().contains("pruning 1 of these"), "" + rig.status());
        }
    }
}
