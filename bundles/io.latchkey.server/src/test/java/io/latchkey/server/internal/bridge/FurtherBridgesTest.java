// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.AccessoryPlace;
import io.latchkey.api.bridge.AccessoryStatus;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.discovery.Advertisement;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.store.Allocation;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.transport.Event;
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

    private static FakeProvider lamps(int from, int until) {
        return new FakeProvider(
                "test",
                IntStream.range(from, until)
                        .mapToObj(i -> new LampAccessory("Lamp " + i).accessory())
                        .toArray(Accessory[]::new));
    }

    private static BridgeRig rig(FakeStore store, FakeProvider provider) {
        return BridgeRig.of(store, Map.of(), provider).ready();
    }

    private static FakeListener listener(BridgeRig rig, String bridge) {
        ServerWait.until(
                bridge + " listens", () -> rig.transport().listener(bridge).isPresent());
        return rig.transport().listener(bridge).orElseThrow();
    }

    private static Bridge further(BridgeRig rig, int number) {
        ServerWait.until("it listens", () -> find(rig, number).isPresent());
        return find(rig, number).orElseThrow();
    }

    private static Optional<Bridge> find(BridgeRig rig, int number) {
        return rig.group().further().stream()
                .filter(each -> each.settings().id().equals("home-" + number))
                .filter(each -> each.listener().isPresent())
                .findFirst();
    }

    /** A store of a home that has needed a second bridge, on which an administrator is paired. */
    private static FakeStore twoBridges() {
        FakeStore store = new FakeStore();
        try (BridgeRig rig = rig(store, lamps(0, 150))) {
            further(rig, 2);
        }
        store.save(
                "home-2",
                Domain.PAIRINGS,
                new Pairings(List.of(new Pairing(BridgeRig.ADMIN, new byte[32], Permissions.ADMIN))));
        return store;
    }

    private static List<String> keys(Bridge bridge) {
        return BridgeReport.accessories(bridge).stream()
                .map(AccessoryStatus::key)
                .toList();
    }

    @Test
    void whatFitsStaysOnOneBridge() {
        FakeStore store = new FakeStore();
        try (BridgeRig rig = rig(store, lamps(0, 149))) {
            assertEquals(149, rig.accessories().size());
            assertEquals(List.of(), rig.group().further());
            assertEquals(Set.of("home"), store.bridges());
        }
    }

    @Test
    void theFirstThatDoesNotFitBringsABridgeOfItsOwnIdentity() {
        FakeProvider provider = lamps(0, 150);
        try (BridgeRig rig = rig(new FakeStore(), provider)) {
            Bridge further = further(rig, 2);
            BridgeStatus first = rig.status();
            BridgeStatus second = new FurtherBridge(further, rig.group()).status();
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
        FakeProvider provider = lamps(0, 150);
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
        try (BridgeRig rig = rig(twoBridges(), lamps(0, 150))) {
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
        FakeProvider others = lamps(0, 149);
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
    void placesIdsAndPortsOutliveARestart() {
        FakeStore store = new FakeStore();
        BridgeStatus before;
        List<AccessoryStatus> shown;
        try (BridgeRig rig = rig(store, lamps(0, 160))) {
            before = BridgeReport.of(further(rig, 2), Optional.empty(), List.of());
            shown = BridgeReport.accessories(further(rig, 2));
        }
        FakeProvider fewer = lamps(100, 160);
        try (BridgeRig rig = rig(store, fewer)) {
            fewer.sink();
            rig.settle();
            Bridge again = further(rig, 2);
            BridgeStatus after = BridgeReport.of(again, Optional.empty(), List.of());
            assertEquals(149, rig.accessories().size());
            assertEquals(
                    49,
                    rig.accessories().stream().filter(AccessoryStatus::present).count());
            assertEquals(shown, BridgeReport.accessories(again));
            assertEquals(before, after);
        }
    }

    @Test
    void itRestsFromAStartOnWhenNothingIsPlacedOnItAndKeepsItsIds() {
        FakeStore store = new FakeStore();
        try (BridgeRig rig = rig(store, lamps(0, 150))) {
            FakeListener second = listener(rig, "home-2");
            ((FakeProvider) rig.providers().iterator().next()).sink().remove("Lamp 149");
            rig.settle();
            assertEquals(List.of(), keys(further(rig, 2)));
            assertEquals(second, listener(rig, "home-2"));
        }
        try (BridgeRig rig = rig(store, lamps(0, 149))) {
            ServerWait.until("all are shown", () -> rig.accessories().size() == 149);
            assertEquals(List.of(), rig.group().further());
        }
        try (BridgeRig rig = rig(store, lamps(0, 150))) {
            assertEquals(List.of("Lamp 149"), keys(further(rig, 2)));
        }
    }

    @Test
    void itStaysReachableAsLongAsControllersKnowIt() {
        FakeStore store = twoBridges();
        FakeProvider provider = lamps(0, 149);
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
        try (BridgeRig rig = rig(store, lamps(0, 149))) {
            ServerWait.until("all are shown", () -> rig.accessories().size() == 149);
            assertEquals(List.of(), rig.group().further());
        }
    }

    @Test
    void aConfigurationThatAsksForItsIdIsRefusedAndNothingIsLost() {
        FakeStore store = twoBridges();
        Set<String> accessories = store.load("home-2", Domain.ALLOCATION)
                .orElseThrow()
                .accessories()
                .keySet();
        try (BridgeRig taker =
                BridgeRig.of(store, Map.of("id", "home-2"), lamps(0, 1)).start()) {
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
        try (BridgeRig rig = rig(store, lamps(0, 150))) {
            assertEquals(List.of("Lamp 149"), keys(further(rig, 2)));
        }
    }

    @Test
    void whatABundleTakesAwayIsPublishedOnceAndOnlyByTheBridgeThatShowedIt() {
        FakeProvider going = new FakeProvider(
                "going", new LampAccessory("Going").accessory(), new LampAccessory("Gone").accessory());
        FakeProvider staying = lamps(0, 150);
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

    private static int number(Bridge bridge) {
        return bridge.loaded()
                .orElseThrow()
                .configuration()
                .configuration()
                .number()
                .value();
    }

    @Test
    void aBridgeThatHappensToHaveSuchANameIsLeftAlone() {
        FakeStore store = new FakeStore();
        store.save("home-2", Domain.ALLOCATION, Allocation.EMPTY);
        try (BridgeRig rig = rig(store, lamps(0, 150))) {
            assertEquals(List.of("Lamp 149"), keys(further(rig, 3)));
            assertEquals(
                    Allocation.EMPTY, store.load("home-2", Domain.ALLOCATION).orElseThrow());
        }
    }

    @Test
    void aConfiguredCodeServesAllAndAChangedNameReachesAll() {
        FakeStore store = new FakeStore();
        try (BridgeRig rig = BridgeRig.of(store, Map.of("setupCode", "518-26-305"), lamps(0, 150))
                .ready()) {
            Bridge further = further(rig, 2);
            assertEquals(
                    rig.status().setupCode(),
                    further.loaded().orElseThrow().trust().setupCode());
            rig.change("name", "Villa");
            assertEquals(
                    "Villa 2",
                    BridgeReport.of(further, Optional.empty(), List.of()).name());
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

    @Test
    void aFullDiskBringsNoBridgeUntilThereIsRoom() {
        FakeProvider provider = lamps(0, 149);
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
        BridgeRig rig = rig(new FakeStore(), lamps(0, 150));
        listener(rig, "home-2");
        rig.close();
        assertTrue(rig.transport().listener("home").isEmpty());
        assertTrue(rig.transport().listener("home-2").isEmpty());
    }
}
