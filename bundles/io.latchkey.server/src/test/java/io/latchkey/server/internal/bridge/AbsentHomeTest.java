// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static io.latchkey.server.internal.bridge.RememberedHome.MISSING;
import static io.latchkey.server.internal.bridge.RememberedHome.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.AbsentAccessory;
import io.latchkey.api.bridge.BridgeStatus.State;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.Domain;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.http.AccessoriesWalk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A home that is shown before anybody is there. */
class AbsentHomeTest {
    private final RememberedHome home = new RememberedHome();

    @Test
    void theWholeHomeIsShownBeforeAnybodyIsThere() {
        home.shown("Lamp", "Other");
        try (BridgeRig rig = home.start()) {
            String list = BridgeRig.text(rig.get("/accessories"));
            assertEquals(List.of(), AccessoriesWalk.breaches(list));
            assertEquals(2, rig.accessories().size());
            assertTrue(list.contains("\"value\":77"), list);
            assertEquals(1, rig.status().configuration().value());
        }
    }

    @Test
    void namesAndIndexesAnswerWhoeverIsThere() {
        home.shown("Lamp");
        try (BridgeRig rig = home.start()) {
            CharacteristicId serial = rig.id("Lamp", "SerialNumber");
            assertEquals(200, rig.get(read(serial, rig.id("Lamp", "Name"))).status());
        }
    }

    @Test
    void anAbsenceChangesNeitherNumberNorList() {
        FakeProvider provider = new FakeProvider("test", new LampAccessory("Lamp").accessory());
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            String before = BridgeRig.text(rig.get("/accessories"));
            provider.sink().absent("Lamp", MISSING);
            rig.settle();
            assertEquals(before, BridgeRig.text(rig.get("/accessories")));
            assertEquals(1, rig.status().configuration().value());
            AbsentAccessory told = rig.absent().get(0);
            assertEquals(MISSING, told.why());
            assertEquals(Optional.empty(), told.hindrance());
        }
    }

    @Test
    void whereOnlyIdsAreKnownTheBridgeStaysClosedAndSaysWhy() {
        home.shown("Lamp", "Other");
        home.forgetShapes("home");
        FakeProvider late = new FakeProvider("test", new LampAccessory("Lamp").accessory());
        try (BridgeRig rig = home.start(late)) {
            rig.pass(Duration.ofDays(1));
            assertTrue(rig.transport().listener().isEmpty());
            assertEquals(State.STARTING, rig.status().state());
            assertTrue(rig.status().problem().orElseThrow().contains("Other"), "" + rig.status());
            assertFalse(rig.status().problem().orElseThrow().contains("Lamp"), "" + rig.status());
            assertEquals(1, rig.absent().size());
            late.sink().put(new LampAccessory("Other").accessory());
            rig.settle();
            assertEquals(State.READY, rig.status().state());
            assertEquals(Optional.empty(), rig.status().problem());
            assertEquals(2, rig.accessories().size());
            assertEquals(1, rig.status().configuration().value());
        }
    }

    @Test
    void hoursThatCountTakeAnAbsentOneAway() {
        FakeProvider provider = FakeProvider.lamps(0, 2);
        try (BridgeRig rig = BridgeRig.of(new FakeStore(), Map.of("keepAbsent", "48"), provider)
                .ready()) {
            provider.sink().absent("Lamp 0", MISSING);
            rig.pass(Duration.ofHours(47));
            assertEquals(2, rig.accessories().size());
            rig.pass(Duration.ofHours(2));
            assertEquals(1, rig.accessories().size());
        }
    }

    @Test
    void valuesAreWrittenNowAndThenAndNeverOnTheWayOfAChange() {
        LampAccessory lamp = new LampAccessory("Lamp");
        FakeProvider provider = new FakeProvider("test", lamp.accessory());
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            int before = rig.store().changes();
            provider.sink().changed(lamp.brightnessDefinition(), Value.of(55L));
            rig.pass(Duration.ofMinutes(5));
            assertEquals(before, rig.store().changes());
            rig.pass(Duration.ofMinutes(6));
            assertEquals(before + 1, rig.store().changes());
            Map<String, Value> values = rig.store()
                    .load("home", Domain.STATES)
                    .orElseThrow()
                    .of("test/Lamp")
                    .values();
            assertEquals(Value.of(55L), values.get("Lightbulb/8"));
            rig.pass(Duration.ofHours(1));
            assertEquals(before + 1, rig.store().changes(), "nothing has changed since");
        }
    }
}
