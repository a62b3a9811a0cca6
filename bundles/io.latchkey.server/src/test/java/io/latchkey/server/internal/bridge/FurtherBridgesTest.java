// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static io.latchkey.server.internal.bridge.FurtherBridgesFixture.further;
import static io.latchkey.server.internal.bridge.FurtherBridgesFixture.keys;
import static io.latchkey.server.internal.bridge.FurtherBridgesFixture.listener;
import static io.latchkey.server.internal.bridge.FurtherBridgesFixture.rig;
import static io.latchkey.server.internal.bridge.FurtherBridgesFixture.twoBridges;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.AccessoryPlace;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.discovery.Advertisement;
import io.latchkey.api.item.ItemState.OnOff;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.transport.Event;
import io.latchkey.server.internal.database.PublishedAccessory;
import io.latchkey.server.internal.fake.FakeItems;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.MemoryTransport.FakeListener;
import io.latchkey.server.internal.fake.SampleCharacteristics;
import io.latchkey.server.internal.fake.ServerWait;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One configuration that needs several bridges. */
class FurtherBridgesTest {
    @Test
    void whatFitsStaysOnOneBridge() {
        FakeStore store = new FakeStore();
        try (BridgeRig rig = rig(store, FakeProvider.lamps(0, 149))) {
            assertEquals(149, rig.accessories().size());
            assertEquals(List.of(), rig.group().further());
            assertEquals(Set.of("home"), store.bridges());
        }
    }

    @Test
    void theFirstThatDoesNotFitBringsABridgeOfItsOwnIdentity() {
        FakeProvider provider = FakeProvider.lamps(0, 150);
        try (BridgeRig rig = rig(new FakeStore(), provider)) {
            Bridge further = further(rig, 2);
            BridgeStatus first = rig.status();
            BridgeStatus second = new FurtherBridge(further, rig.group(), "p1").status();
            assertEquals(149, first.accessories());
            assertEquals(List.of("Lamp 149"), keys(further));
            assertEquals("Latchkey 2", second.name());
            assertNotEquals(first.deviceId(), second.deviceId());
            assertNotEquals(first.setupCode(), second.setupCode());
            assertNotEquals(first.address(), second.address());
            assertTrue(first.problem().isEmpty());
            assertEquals(1, provider.views().size());
            ServerWait.until(
                    "both are announced",
                    () -> rig.advertiser().history().stream()
                            .map(Advertisement::name)
                            .collect(Collectors.toSet())
                            .equals(Set.of("Latchkey", "Latchkey 2")));
        }
    }

    @Test
    void everyAccessoryHasItsPlaceOrAnObstacle() {
        Accessory.Builder tall = Accessory.of("Tall");
        IntStream.range(0, 100)
                .mapToObj(number -> Service.of(SampleCharacteristics.service())
                        .key("s" + number)
                        .with(Characteristic.constant(CharacteristicTypes.NAME, Value.of("x")))
                        .build())
                .forEach(tall::with);
        FakeProvider provider = FakeProvider.lamps(0, 150);
        try (BridgeRig rig = rig(new FakeStore(), provider)) {
            provider.sink().put(tall.build());
            rig.settle();
            further(rig, 2);
            Map<String, AccessoryPlace> places =
                    rig.group().places().stream().collect(Collectors.toMap(AccessoryPlace::key, Function.identity()));
            assertEquals(151, places.size());
            assertEquals(Optional.of("home"), places.get("Lamp 0").bridge());
            assertEquals(Optional.of("home-2"), places.get("Lamp 149").bridge());
            assertEquals(Optional.empty(), places.get("Tall").bridge());
            assertTrue(places.get("Tall").obstacle().orElseThrow().contains("make several accessories"));
            assertEquals("test", places.get("Tall").provider());
        }
    }

    @Test
    void eachBridgeAnswersForItsOwn() {
        try (BridgeRig rig = rig(twoBridges(), FakeProvider.lamps(0, 150))) {
            FakeListener second = listener(rig, "home-2");
            FakeSession session = second.connect();
            session.secure(BridgeRig.ADMIN);
            String body = BridgeRig.text(second.ask(session, "GET", "/accessories", ""));
            assertTrue(body.contains("Lamp 149"), body);
            assertFalse(body.contains("Lamp 148"), body);
            assertTrue(body.contains("Latchkey 2"), body);
        }
    }

    @Test
    void aChangeReachesTheBridgeThatShowsIt() {
        LampAccessory last = new LampAccessory("Lamp 149");
        FakeProvider others = FakeProvider.lamps(0, 149);
        try (BridgeRig rig = rig(twoBridges(), others)) {
            others.sink().put(last.accessory());
            rig.settle();
            FakeListener second = listener(rig, "home-2");
            FakeSession session = second.connect();
            session.secure(BridgeRig.ADMIN);
            AccessoryId aid = BridgeReport.accessories(further(rig, 2)).get(0).aid();
            var on = further(rig, 2)
                    .loaded()
                    .orElseThrow()
                    .database()
                    .snapshot()
                    .accessories()
                    .get(1)
                    .services()
                    .get(1)
                    .characteristics()
                    .get(0)
                    .id();
            second.ask(
                    session,
                    "PUT",
                    "/characteristics",
                    "{\"characteristics\":[{\"aid\":" + aid + ",\"iid\":" + on.iid() + ",\"ev\":true}]}");
            others.sink().changed(last.onDefinition(), Value.TRUE);
            assertEquals(List.of(new Event(on, Value.TRUE)), session.takeEvents());
        }
    }

    @Test
    void aFullDiskBringsNoBridgeUntilThereIsRoom() {
        FakeProvider provider = FakeProvider.lamps(0, 149);
        try (BridgeRig rig = rig(new FakeStore(), provider)) {
            AccessorySink sink = provider.sink();
            rig.store().broken(true);
            sink.put(new LampAccessory("One more").accessory());
            rig.settle();
            assertTrue(rig.status().problem().orElseThrow().contains("disk"));
            assertTrue(rig.transport().listener("home-2").isEmpty());
            rig.store().broken(false);
            rig.pass(Duration.ofSeconds(11));
            assertEquals(List.of("One more"), keys(further(rig, 2)));
            assertTrue(rig.status().problem().isEmpty());
        }
    }

    @Test
    void allEndTogether() {
        BridgeRig rig = rig(new FakeStore(), FakeProvider.lamps(0, 150));
        listener(rig, "home-2");
        rig.close();
        assertTrue(rig.transport().listener("home").isEmpty());
        assertTrue(rig.transport().listener("home-2").isEmpty());
    }

    /** The item that the configuration names switches all its bridges. */
    @Test
    void anItemSwitchesFurtherBridgesToo() {
        FakeStore store = twoBridges();
        FakeItems items = new FakeItems().put("Guests", OnOff.OFF);
        try (BridgeRig rig = BridgeRig.of(store, Map.of("enabledBy", "Guests"), FakeProvider.lamps(0, 150))
                .ready()) {
            further(rig, 2);
            items.come(rig.items(), "local");
            assertEquals(207, readOfFurther(rig), "it is off");
            items.put("Guests", OnOff.ON);
            assertEquals(200, readOfFurther(rig), "it is on");
        }
    }

    private static int readOfFurther(BridgeRig rig) {
        FakeListener listener = listener(rig, "home-2");
        FakeSession session = listener.connect();
        session.secure(BridgeRig.ADMIN);
        PublishedAccessory lamp = further(rig, 2)
                .loaded()
                .orElseThrow()
                .database()
                .snapshot()
                .accessories()
                .get(1);
        CharacteristicId id = lamp.services().get(1).characteristics().get(0).id();
        return listener.ask(session, "GET", "/characteristics?id=" + id, "").status();
    }
}
