// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static io.latchkey.server.internal.bridge.FurtherBridgesFixture.further;
import static io.latchkey.server.internal.bridge.FurtherBridgesFixture.keys;
import static io.latchkey.server.internal.bridge.FurtherBridgesFixture.listener;
import static io.latchkey.server.internal.bridge.FurtherBridgesFixture.rig;
import static io.latchkey.server.internal.bridge.FurtherBridgesFixture.twoBridges;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.AccessoryStatus;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.MemoryTransport.FakeListener;
import io.latchkey.server.internal.fake.ServerWait;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a further bridge keeps over a restart, and when it rests. */
class FurtherBridgeRestartTest {
    @Test
    void placesIdsAndPortsOutliveARestart() {
        FakeStore store = new FakeStore();
        BridgeStatus before;
        List<AccessoryStatus> shown;
        try (BridgeRig rig = rig(store, FakeProvider.lamps(0, 160))) {
            before = BridgeReport.of(further(rig, 2), "p1", Optional.empty(), List.of());
            shown = BridgeReport.accessories(further(rig, 2));
        }
        FakeProvider fewer = FakeProvider.lamps(100, 160);
        try (BridgeRig rig = rig(store, fewer)) {
            fewer.sink();
            rig.settle();
            Bridge again = further(rig, 2);
            BridgeStatus after = BridgeReport.of(again, "p1", Optional.empty(), List.of());
            assertEquals(149, rig.accessories().size());
            assertEquals(
                    49,
                    rig.accessories().stream().filter(AccessoryStatus::present).count());
            assertEquals(shown, BridgeReport.accessories(again));
            assertEquals(before, after);
        }
    }

    @Test
    void itRestsWhenNothingIsPlacedOnItAndKeepsItsIds() {
        FakeStore store = new FakeStore();
        FakeProvider provider = FakeProvider.lamps(0, 150);
        try (BridgeRig rig = rig(store, provider)) {
            listener(rig, "home-2");
            var device = device(rig);
            int port =
                    rig.transport().listener("home-2").orElseThrow().address().getPort();
            provider.sink().remove("Lamp 149");
            ServerWait.until("it has gone", () -> {
                rig.settle();
                return rig.transport().listener("home-2").isEmpty()
                        && rig.group().further().isEmpty();
            });
            assertEquals(149, rig.accessories().size());
            provider.sink().put(new LampAccessory("Lamp 149").accessory());
            rig.settle();
            assertEquals(List.of("Lamp 149"), keys(further(rig, 2)));
            assertEquals(device, device(rig));
            assertEquals(port, listener(rig, "home-2").address().getPort());
            provider.sink().remove("Lamp 149");
            rig.settle();
        }
        try (BridgeRig rig = rig(store, FakeProvider.lamps(0, 149))) {
            ServerWait.until("all are shown", () -> rig.accessories().size() == 149);
            assertEquals(List.of(), rig.group().further());
        }
        try (BridgeRig rig = rig(store, FakeProvider.lamps(0, 150))) {
            assertEquals(List.of("Lamp 149"), keys(further(rig, 2)));
        }
    }

    @Test
    void itStaysReachableAsLongAsControllersKnowIt() {
        FakeStore store = twoBridges();
        FakeProvider provider = FakeProvider.lamps(0, 149);
        try (BridgeRig rig = rig(store, provider)) {
            provider.sink().remove("Lamp 149");
            rig.settle();
            assertEquals(List.of(), keys(further(rig, 2)));
            FakeListener second = listener(rig, "home-2");
            FakeSession session = second.connect();
            session.secure(BridgeRig.ADMIN);
            String body = BridgeRig.text(second.ask(session, "GET", "/accessories", ""));
            assertTrue(body.contains("Latchkey 2"), body);
            further(rig, 2).loaded().orElseThrow().trust().remove(BridgeRig.ADMIN);
        }
        try (BridgeRig rig = rig(store, FakeProvider.lamps(0, 149))) {
            ServerWait.until("all are shown", () -> rig.accessories().size() == 149);
            assertEquals(List.of(), rig.group().further());
        }
    }

    @Test
    void whatABundleTakesAwayIsPublishedOnceAndOnlyByTheBridgeThatShowedIt() {
        FakeProvider going = new FakeProvider(
                "going", new LampAccessory("Going").accessory(), new LampAccessory("Gone").accessory());
        FakeProvider staying = FakeProvider.lamps(0, 150);
        try (BridgeRig rig = BridgeRig.of(twoBridges(), Map.of(), staying).ready()) {
            Bridge second = further(rig, 2);
            rig.add(going);
            ServerWait.until("they are shown", () -> {
                rig.settle();
                return keys(second).size() == 3;
            });
            int first = number(rig.bridge());
            int before = number(second);
            rig.remove(going);
            rig.pass(Duration.ofSeconds(10));
            assertEquals(3, keys(second).size(), "they stay, absent");
            assertEquals(before, number(second));
            FakeProvider back = new FakeProvider("going");
            rig.add(back);
            back.sink().remove("Going");
            back.sink().remove("Gone");
            rig.settle();
            assertEquals(List.of("Lamp 149"), keys(second));
            assertEquals(before + 1, number(second));
            assertEquals(first, number(rig.bridge()));
            assertEquals(1, staying.views().size(), "nobody else was asked again");
        }
    }

    private static DeviceId device(BridgeRig rig) {
        return further(rig, 2).loaded().orElseThrow().trust().identity().deviceId();
    }

    private static int number(Bridge bridge) {
        return bridge.loaded()
                .orElseThrow()
                .configuration()
                .configuration()
                .number()
                .value();
    }
}
