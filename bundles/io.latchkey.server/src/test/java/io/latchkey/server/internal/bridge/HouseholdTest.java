// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.AccessoryStatus;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.Value;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.SampleCharacteristics;
import io.latchkey.server.internal.fake.ServerWait;
import io.latchkey.server.internal.http.AccessoriesWalk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Accessories that come and go while a bridge starts and runs. */
class HouseholdTest {

    private static int number(BridgeRig rig) {
        return rig.status().configuration().value();
    }

    @Test
    void severalChangesRaiseTheNumberOnce() {
        FakeProvider provider = new FakeProvider("test", new LampAccessory("Lamp").accessory());
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            assertEquals(1, number(rig));
            provider.sink().put(new LampAccessory("Lamp 2").accessory());
            provider.sink().put(new LampAccessory("Lamp 3").accessory());
            assertEquals(1, rig.accessories().size());
            rig.settle();
            assertEquals(3, rig.accessories().size());
            assertEquals(2, number(rig));
            assertEquals(
                    2, rig.advertiser().current().orElseThrow().configuration().value());
        }
    }

    @Test
    void changesWithoutEndArePublishedAfterFiveSeconds() {
        FakeProvider provider = new FakeProvider("test", new LampAccessory("Lamp").accessory());
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            for (int i = 0; i < 20; i++) {
                provider.sink().put(new LampAccessory("Lamp " + i).accessory());
                rig.pass(Duration.ofMillis(300));
            }
            assertTrue(rig.accessories().size() > 10);
        }
    }

    @Test
    void theSameShapeAgainRaisesNothing() {
        FakeProvider provider = new FakeProvider("test", new LampAccessory("Lamp").accessory());
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            LampAccessory again = new LampAccessory("Lamp");
            provider.sink().put(again.accessory());
            rig.settle();
            assertEquals(1, number(rig));
            assertEquals(
                    again.onDefinition(),
                    rig.published("Lamp", "On").orElseThrow().definition());
        }
    }

    @Test
    void whoIsRemovedIsGone() {
        FakeProvider provider = new FakeProvider("test", new LampAccessory("Lamp").accessory());
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            provider.sink().remove("Lamp");
            rig.settle();
            assertEquals(0, rig.accessories().size());
            assertEquals(2, number(rig));
        }
    }

    @Test
    void whoLeavesKeepsItsPlaceForEver() {
        LampAccessory lamp = new LampAccessory("Lamp");
        FakeProvider provider = new FakeProvider("test", lamp.accessory());
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            provider.sink().changed(lamp.brightnessDefinition(), Value.of(77L));
            String id = rig.id("Lamp", "Brightness").toString();
            rig.remove(provider);
            rig.settle();
            assertFalse(rig.accessories().get(0).present());
            assertFalse(rig.published("Lamp", "Brightness").orElseThrow().definition() == lamp.brightnessDefinition());
            assertTrue(BridgeRig.text(rig.get("/characteristics?id=" + id)).contains("\"status\":-70402"));
            String list = BridgeRig.text(rig.get("/accessories"));
            assertTrue(list.contains("\"value\":77"), list);
            assertEquals(List.of(), AccessoriesWalk.breaches(list));
            assertEquals(1, number(rig));
            rig.pass(Duration.ofDays(30));
            assertEquals(1, rig.accessories().size());
            assertEquals(1, number(rig));
            ServerWait.until("the provider is closed", () -> provider.closed() == 1);
        }
    }

    @Test
    void whoComesBackInTimeWasNeverAway() {
        FakeProvider provider = new FakeProvider("test", new LampAccessory("Lamp").accessory());
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            rig.remove(provider);
            rig.settle();
            FakeProvider updated = new FakeProvider("test", new LampAccessory("Lamp").accessory());
            rig.add(updated);
            updated.sink();
            rig.pass(Duration.ofSeconds(30));
            assertTrue(rig.accessories().get(0).present());
            assertEquals(1, number(rig));
        }
    }

    @Test
    void anUpdateThatOverlapsKeepsTheNewOne() {
        FakeProvider old = new FakeProvider("test", new LampAccessory("Lamp").accessory());
        try (BridgeRig rig = BridgeRig.paired(old)) {
            FakeProvider updated = new FakeProvider("test", new LampAccessory("Lamp").accessory());
            rig.add(updated);
            updated.sink();
            rig.remove(old);
            rig.pass(Duration.ofSeconds(30));
            assertTrue(rig.accessories().get(0).present());
        }
    }

    @Test
    void aNewBridgeWaitsUntilTheFirstSetIsWhole() {
        FakeProvider hesitant = new FakeProvider("test", true, new LampAccessory("Lamp").accessory());
        try (BridgeRig rig = BridgeRig.of(new FakeStore(), Map.of(), hesitant).start()) {
            hesitant.sink();
            rig.pass(Duration.ofSeconds(2));
            assertTrue(rig.transport().listener().isEmpty());
            hesitant.sink().complete();
            assertEquals(1, rig.accessories().size());
            assertTrue(rig.transport().listener().isPresent());
        }
    }

    @Test
    void aNewBridgeWaitsForNobodyLongerThanThreeSeconds() {
        FakeProvider hesitant = new FakeProvider("test", true, new LampAccessory("Lamp").accessory());
        try (BridgeRig rig = BridgeRig.of(new FakeStore(), Map.of(), hesitant).start()) {
            hesitant.sink();
            rig.pass(Duration.ofMillis(2_999));
            assertTrue(rig.transport().listener().isEmpty());
            rig.pass(Duration.ofMillis(1));
            assertEquals(1, rig.accessories().size());
            assertTrue(rig.transport().listener().isPresent());
        }
    }

    @Test
    void aBridgeShowsAllOfTheLastRunWhoeverIsThere() {
        FakeStore store = new FakeStore();
        FakeProvider first = new FakeProvider("first", new LampAccessory("Lamp 1").accessory());
        FakeProvider second = new FakeProvider("second", new LampAccessory("Lamp 2").accessory());
        try (BridgeRig rig = BridgeRig.of(store, Map.of(), first, second).ready()) {
            rig.settle();
            assertEquals(2, rig.accessories().size());
        }
        FakeProvider again = new FakeProvider("first", new LampAccessory("Lamp 1").accessory());
        try (BridgeRig rig = BridgeRig.of(store, Map.of(), again).start()) {
            assertTrue(rig.transport().listener().isPresent());
            assertEquals(2, rig.accessories().size());
            again.sink();
            rig.pass(Duration.ofDays(1));
            assertEquals(
                    List.of("Lamp 1"),
                    rig.accessories().stream()
                            .filter(AccessoryStatus::present)
                            .map(AccessoryStatus::name)
                            .toList());
            assertEquals(1, number(rig));
        }
    }

    @Test
    void idsAndNumberOutliveARestart() {
        FakeStore store = new FakeStore();
        Accessory[] home = IntStream.range(0, 5)
                .mapToObj(i -> new LampAccessory("Lamp " + i).accessory())
                .toArray(Accessory[]::new);
        String before;
        try (BridgeRig rig =
                BridgeRig.of(store, Map.of(), new FakeProvider("test", home)).ready()) {
            before = rig.accessories().toString();
        }
        FakeProvider again = new FakeProvider("test", home);
        try (BridgeRig rig = BridgeRig.of(store, Map.of(), again).ready()) {
            again.sink();
            rig.settle();
            assertEquals(before, rig.accessories().toString());
            assertEquals(1, number(rig));
        }
    }

    @Test
    void idsAreStoredBeforeTheyAreShown() {
        FakeProvider provider = new FakeProvider("test", new LampAccessory("Lamp").accessory());
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            rig.store().broken(true);
            provider.sink().put(new LampAccessory("Lamp 2").accessory());
            rig.settle();
            assertEquals(1, rig.accessories().size());
            assertTrue(rig.status().problem().orElseThrow().contains("make room"));
            rig.store().broken(false);
            rig.pass(Duration.ofSeconds(11));
            assertEquals(2, rig.accessories().size());
            assertTrue(rig.status().problem().isEmpty());
        }
    }

    @Test
    void subscriptionsToWhatIsGoneEnd() {
        FakeProvider provider = new FakeProvider("test", new LampAccessory("Lamp").accessory());
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            FakeSession session = rig.session(BridgeRig.ADMIN);
            String iid = rig.id("Lamp", "On").iid().toString();
            rig.ask(
                    session,
                    "PUT",
                    "/characteristics",
                    "{\"characteristics\":[{\"aid\":2,\"iid\":" + iid + ",\"ev\":true}]}");
            assertEquals(1, BridgeReport.sessions(rig.bridge()).get(0).subscriptions());
            provider.sink().remove("Lamp");
            rig.settle();
            assertEquals(0, BridgeReport.sessions(rig.bridge()).get(0).subscriptions());
        }
    }

    @Test
    void whatCanNotBeShownIsAProblemThatIsTold() {
        Accessory.Builder tall = Accessory.of("Tall");
        for (int i = 0; i < 100; i++) {
            tall.with(Service.of(SampleCharacteristics.service())
                    .key("s" + i)
                    .with(Characteristic.constant(CharacteristicTypes.NAME, Value.of("x")))
                    .build());
        }
        try (BridgeRig rig =
                BridgeRig.paired(new FakeProvider("test", new LampAccessory("Lamp").accessory(), tall.build()))) {
            assertEquals(1, rig.accessories().size());
            assertTrue(rig.status().problem().orElseThrow().contains("Tall"));
        }
    }
}
