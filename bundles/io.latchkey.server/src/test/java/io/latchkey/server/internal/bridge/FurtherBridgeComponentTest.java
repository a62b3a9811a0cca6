// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.BridgeStatus.State;
import io.latchkey.server.internal.fake.ServerWait;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A further bridge beside the configuration that has needed it. */
class FurtherBridgeComponentTest {
    private final BridgeComponentRig rig = new BridgeComponentRig();

    @AfterEach
    void stop() {
        rig.lanes.stop();
    }

    @Test
    void aFurtherBridgeIsShownAndResetAsOneOfItsOwn() {
        BridgeComponent component = rig.component("p1", Map.of("id", "home"));
        component.addProvider(BridgeComponentRig.many());
        ServerWait.until("both listen", () -> {
            rig.workers.pass(Duration.ofSeconds(1));
            return rig.bridges.bridges().stream()
                            .filter(each -> each.state() == State.READY)
                            .count()
                    == 2;
        });
        assertEquals(
                List.of("home", "home-2"),
                rig.bridges.bridges().stream().map(BridgeStatus::id).toList());
        assertEquals(1, rig.bridges.accessories("home-2").size());
        assertTrue(rig.ids.owner("home-2").isPresent());
        var before = rig.status("home").deviceId();
        var other = rig.status("home-2").deviceId();
        rig.bridges.reset("home-2").toCompletableFuture().join();
        assertEquals(before, rig.status("home").deviceId());
        assertFalse(other.equals(rig.status("home-2").deviceId()));
        assertThrows(CompletionException.class, rig.bridges.purge("home-2").toCompletableFuture()::join);
        component.deactivate();
        assertTrue(rig.ids.owner("home-2").isEmpty());
        assertEquals(List.of(), component.further());
        rig.bridges.purge("home-2").toCompletableFuture().join();
        assertFalse(rig.store.bridges().contains("home-2"));
    }

    @Test
    void aConfigurationThatAsksForTheIdOfAFurtherBridgeHidesItFromNobody() {
        BridgeComponent home = rig.component("p1", Map.of("id", "home"));
        home.addProvider(BridgeComponentRig.many());
        ServerWait.until("both listen", () -> {
            rig.workers.pass(Duration.ofSeconds(1));
            return rig.bridges.accessories("home-2").size() == 1;
        });
        BridgeComponent refused = rig.component("p2", Map.of("id", "home-2"));
        assertTrue(refused.status().problem().orElseThrow().contains("further one of home"));
        assertEquals(State.FAILED, refused.status().state());
        assertEquals(1, rig.bridges.accessories("home-2").size());
        home.deactivate();
        refused.deactivate();
    }
}
