// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static io.latchkey.server.internal.bridge.FurtherBridgesFixture.further;
import static io.latchkey.server.internal.bridge.FurtherBridgesFixture.keys;
import static io.latchkey.server.internal.bridge.FurtherBridgesFixture.rig;
import static io.latchkey.server.internal.bridge.FurtherBridgesFixture.twoBridges;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.store.Allocation;
import io.latchkey.api.store.Domain;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.ServerWait;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose id, name and code a further bridge has. */
class FurtherBridgeIdTest {
    @Test
    void aConfigurationThatAsksForItsIdIsRefusedAndNothingIsLost() {
        FakeStore store = twoBridges();
        Set<String> accessories = store.load("home-2", Domain.ALLOCATION)
                .orElseThrow()
                .accessories()
                .keySet();
        try (BridgeRig taker = BridgeRig.of(store, Map.of("id", "home-2"), FakeProvider.lamps(0, 1))
                .start()) {
            ServerWait.until("it is refused", () -> taker.status().problem().isPresent());
            assertEquals(
                    "id home-2 belongs to another bridge (further one of home): choose another one",
                    taker.status().problem().orElseThrow());
            assertEquals(BridgeStatus.State.FAILED, taker.status().state());
            taker.pass(Duration.ofMinutes(1));
            assertTrue(taker.transport().listener("home-2").isEmpty());
        }
        assertEquals(
                accessories,
                store.load("home-2", Domain.ALLOCATION)
                        .orElseThrow()
                        .accessories()
                        .keySet());
        try (BridgeRig rig = rig(store, FakeProvider.lamps(0, 150))) {
            assertEquals(List.of("Lamp 149"), keys(further(rig, 2)));
        }
    }

    @Test
    void aBridgeThatHappensToHaveSuchANameIsLeftAlone() {
        FakeStore store = new FakeStore();
        store.save("home-2", Domain.ALLOCATION, Allocation.EMPTY);
        try (BridgeRig rig = rig(store, FakeProvider.lamps(0, 150))) {
            assertEquals(List.of("Lamp 149"), keys(further(rig, 3)));
            assertEquals(
                    Allocation.EMPTY, store.load("home-2", Domain.ALLOCATION).orElseThrow());
        }
    }

    @Test
    void aConfiguredCodeServesAllAndAChangedNameReachesAll() {
        FakeStore store = new FakeStore();
        try (BridgeRig rig = BridgeRig.of(store, Map.of("setupCode", "518-26-305"), FakeProvider.lamps(0, 150))
                .ready()) {
            Bridge further = further(rig, 2);
            assertEquals(
                    rig.status().setupCode(),
                    further.loaded().orElseThrow().trust().setupCode());
            rig.change("name", "Villa");
            assertEquals(
                    "Villa 2",
                    BridgeReport.of(further, "p1", Optional.empty(), List.of()).name());
            assertEquals(
                    "Villa 2",
                    further.loaded()
                            .orElseThrow()
                            .database()
                            .snapshot()
                            .accessories()
                            .get(0)
                            .name());
        }
    }
}
