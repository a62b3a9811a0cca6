// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.discovery.Advertisement;
import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.ServerWait;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The life of a bridge: what it tells of itself, how it ends and that an accessory shows itself. */
class BridgeTest {
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
