// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.BridgeStatus.State;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.ServerWait;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The port of a bridge: picked, configured, taken and changed. */
class BridgePortTest {
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
    void anotherPortMovesTheBridge() {
        try (BridgeRig rig = BridgeRig.paired(new FakeProvider("test", new LampAccessory("Lamp").accessory()))) {
            FakeSession session = rig.session(BridgeRig.ADMIN);
            rig.change("port", "23456");
            assertFalse(session.isOpen());
            assertEquals(23_456, rig.listener().address().getPort());
            assertEquals(23_456, rig.advertiser().current().orElseThrow().port());
        }
    }

    /** A slip in a form must not take a home away that works. */
    @Test
    void aPortThatIsTakenLeavesTheBridgeWhereItIs() {
        try (BridgeRig rig = BridgeRig.paired(new FakeProvider("test", new LampAccessory("Lamp").accessory()))) {
            FakeSession session = rig.session(BridgeRig.ADMIN);
            int before = rig.listener().address().getPort();
            rig.transport().taken(23_456, true);
            rig.change("port", "23456");
            assertTrue(session.isOpen());
            assertEquals(State.READY, rig.status().state());
            assertEquals(before, rig.listener().address().getPort());
            assertTrue(rig.status().problem().orElseThrow().contains("23456"));
            rig.transport().taken(23_456, false);
            rig.pass(Duration.ofSeconds(10));
            assertFalse(session.isOpen());
            assertEquals(23_456, rig.listener().address().getPort());
            assertEquals(Optional.empty(), rig.status().problem());
        }
    }

    @Test
    void itsRecordSaysWhatIsTrueMeanwhile() {
        try (BridgeRig rig =
                BridgeRig.of(new FakeStore(), Map.of("port", 21_000)).ready()) {
            rig.transport().taken(21_001, true);
            rig.change("port", "21001");
            rig.change("name", "Renamed");
            assertEquals("Renamed", rig.advertiser().current().orElseThrow().name());
            assertEquals(21_000, rig.advertiser().current().orElseThrow().port());
        }
    }

    @Test
    void thePortOfBeforeEndsTheProblem() {
        try (BridgeRig rig =
                BridgeRig.of(new FakeStore(), Map.of("port", 21_000)).ready()) {
            rig.transport().taken(21_001, true);
            rig.change("port", "21001");
            assertTrue(rig.status().problem().isPresent());
            rig.change("port", "21000");
            assertEquals(Optional.empty(), rig.status().problem());
            assertEquals(1, rig.transport().listened());
        }
    }
}
