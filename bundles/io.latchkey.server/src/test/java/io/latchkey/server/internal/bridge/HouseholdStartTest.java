// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.AccessoryStatus;
import io.latchkey.api.model.Accessory;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.LampAccessory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a bridge shows while it starts, and what it keeps of the last run. */
class HouseholdStartTest {
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
            assertEquals(1, rig.number());
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
            assertEquals(1, rig.number());
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
}
