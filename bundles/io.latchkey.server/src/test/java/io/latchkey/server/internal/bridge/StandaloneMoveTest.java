// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static io.latchkey.server.internal.bridge.StandaloneFixture.accessories;
import static io.latchkey.server.internal.bridge.StandaloneFixture.aid;
import static io.latchkey.server.internal.bridge.StandaloneFixture.alone;
import static io.latchkey.server.internal.bridge.StandaloneFixture.await;
import static io.latchkey.server.internal.bridge.StandaloneFixture.bridged;
import static io.latchkey.server.internal.bridge.StandaloneFixture.keys;
import static io.latchkey.server.internal.bridge.StandaloneFixture.number;
import static io.latchkey.server.internal.bridge.StandaloneFixture.pair;
import static io.latchkey.server.internal.bridge.StandaloneFixture.server;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.transport.Event;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.MemoryTransport.FakeListener;
import io.latchkey.server.internal.fake.ServerWait;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The way of an accessory from the bridge to a server of its own, and back. */
class StandaloneMoveTest {
    private static final String ID = "home-B";
    private static final List<String> ALL = List.of("A", "B", "C");
    private static final List<String> WITHOUT = List.of("A", "C");

    private final FakeProvider provider = new FakeProvider("test", bridged("A"), bridged("B"), bridged("C"));
    private final FakeStore store = new FakeStore();

    private BridgeRig paired() {
        BridgeRig rig = BridgeRig.of(store, Map.of(), provider).ready();
        pair(rig, rig.bridge());
        return rig;
    }

    @Test
    void itStaysOnTheBridgeUntilSomebodyHasPairedWithIt() {
        try (BridgeRig rig = paired()) {
            int before = rig.number();
            provider.sink().put(alone("B"));
            await(rig, ALL, ID, List.of("B"));
            assertEquals(before, rig.number(), "nothing has changed on the bridge so far");
            AccessoryId last = aid(rig.bridge(), "C");
            pair(rig, server(rig, ID));
            await(rig, WITHOUT, ID, List.of("B"));
            assertEquals(before + 1, rig.number());
            assertEquals(last, aid(rig.bridge(), "C"));
        }
    }

    @Test
    void itLeavesABridgeThatNobodyKnowsAtOnce() {
        try (BridgeRig rig = BridgeRig.of(store, Map.of(), provider).ready()) {
            provider.sink().put(alone("B"));
            await(rig, WITHOUT, ID, List.of("B"));
        }
    }

    @Test
    void itComesBackWithItsIdsAndTheServerStaysForThoseWhoKnowIt() {
        try (BridgeRig rig = paired()) {
            AccessoryId aid = aid(rig.bridge(), "B");
            String shown = accessories(rig, rig.bridge());
            AccessorySink sink = provider.sink();
            sink.put(alone("B"));
            pair(rig, server(rig, ID));
            await(rig, WITHOUT, ID, List.of("B"));
            DeviceId device = device(server(rig, ID));
            sink.put(bridged("B"));
            await(rig, ALL, ID, List.of());
            assertEquals(aid, aid(rig.bridge(), "B"));
            assertEquals(shown, accessories(rig, rig.bridge()));
            assertEquals(device, device(server(rig, ID)));
            String empty = accessories(rig, server(rig, ID));
            assertTrue(empty.startsWith("{\"accessories\":[{\"aid\":1,"), empty);
            assertFalse(empty.contains("\"type\":\"43\""), "is no lamp any more: " + empty);
        }
    }

    @Test
    void goneAgainItIsTheSameServerWithTheSameIds() {
        try (BridgeRig rig = paired()) {
            AccessorySink sink = provider.sink();
            sink.put(alone("B"));
            pair(rig, server(rig, ID));
            await(rig, WITHOUT, ID, List.of("B"));
            String shown = accessories(rig, server(rig, ID));
            DeviceId device = device(server(rig, ID));
            sink.put(bridged("B"));
            await(rig, ALL, ID, List.of());
            sink.put(alone("B"));
            await(rig, WITHOUT, ID, List.of("B"));
            assertEquals(shown, accessories(rig, server(rig, ID)));
            assertEquals(device, device(server(rig, ID)));
        }
    }

    @Test
    void backWithoutHavingBeenPairedTheServerRestsAndIsKept() {
        try (BridgeRig rig = paired()) {
            AccessorySink sink = provider.sink();
            sink.put(alone("B"));
            DeviceId device = device(server(rig, ID));
            int before = rig.number();
            sink.put(bridged("B"));
            ServerWait.until("it rests", () -> {
                rig.settle();
                return rig.group().standalone().isEmpty();
            });
            assertEquals(ALL, keys(rig.bridge()));
            assertEquals(before, rig.number());
            sink.put(alone("B"));
            assertEquals(device, device(server(rig, ID)));
        }
    }

    @Test
    void itDoesNotComeBackToABridgeThatNobodyKnowsBeforeThatIsPaired() {
        try (BridgeRig rig = BridgeRig.of(store, Map.of(), provider).ready()) {
            AccessorySink sink = provider.sink();
            sink.put(alone("B"));
            pair(rig, server(rig, ID));
            await(rig, WITHOUT, ID, List.of("B"));
            sink.put(bridged("B"));
            await(rig, ALL, ID, List.of("B"));
            pair(rig, rig.bridge());
            await(rig, ALL, ID, List.of());
        }
    }

    @Test
    void oneThatIsntThereMovesNowhere() {
        try (BridgeRig rig = paired()) {
            provider.sink().put(alone("B"));
            await(rig, ALL, ID, List.of("B"));
        }
        try (BridgeRig rig = BridgeRig.of(store, Map.of()).ready()) {
            pair(rig, server(rig, ID));
            await(rig, ALL, ID, List.of("B"));
            FakeProvider back = new FakeProvider("test", bridged("A"), alone("B"), bridged("C"));
            rig.add(back);
            await(rig, WITHOUT, ID, List.of("B"));
        }
    }

    @Test
    void eachPlaceHearsOfItForAsLongAsItIsOne() {
        try (BridgeRig rig = paired()) {
            LampAccessory lamp = new LampAccessory("B");
            provider.sink().put(alone(lamp));
            await(rig, ALL, ID, List.of("B"));
            FakeSession before = subscribed(rig, rig.bridge(), lamp);
            provider.sink().changed(lamp.onDefinition(), Value.TRUE);
            assertEquals(List.of(new Event(id(rig.bridge(), lamp), Value.TRUE)), before.takeEvents());
            FakeSession after = subscribed(rig, server(rig, ID), lamp);
            await(rig, WITHOUT, ID, List.of("B"));
            provider.sink().changed(lamp.onDefinition(), Value.FALSE);
            assertEquals(List.of(), before.takeEvents());
            assertEquals(List.of(new Event(id(server(rig, ID), lamp), Value.FALSE)), after.takeEvents());
        }
    }

    @Test
    void theNumberOfItsServerRisesOnlyWhenItsShapeChanges() {
        try (BridgeRig rig = paired()) {
            AccessorySink sink = provider.sink();
            sink.put(alone("B"));
            server(rig, ID);
            int first = number(store, ID);
            sink.put(alone("B"));
            rig.settle();
            assertEquals(first, number(store, ID));
        }
    }

    private static FakeSession subscribed(BridgeRig rig, Bridge bridge, LampAccessory lamp) {
        FakeListener listener = rig.transport().listener(bridge.settings().id()).orElseThrow();
        FakeSession session = StandaloneFixture.session(rig, bridge);
        var id = id(bridge, lamp);
        listener.ask(
                session,
                "PUT",
                "/characteristics",
                "{\"characteristics\":[{\"aid\":" + id.aid() + ",\"iid\":" + id.iid() + ",\"ev\":true}]}");
        return session;
    }

    private static CharacteristicId id(Bridge bridge, LampAccessory lamp) {
        return bridge.loaded().orElseThrow().database().snapshot().accessories().stream()
                .flatMap(each -> each.services().stream())
                .flatMap(each -> each.characteristics().stream())
                .filter(each -> each.definition() == lamp.onDefinition())
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static DeviceId device(Bridge server) {
        return server.loaded().orElseThrow().trust().identity().deviceId();
    }
}
