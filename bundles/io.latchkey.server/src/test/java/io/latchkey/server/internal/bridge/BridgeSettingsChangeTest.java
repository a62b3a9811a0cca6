// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.ServerWait;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a change of its settings does to a running bridge. */
class BridgeSettingsChangeTest {
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
}
