// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.Value;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.SampleCharacteristics;
import io.latchkey.server.internal.fake.ServerWait;
import io.latchkey.server.internal.http.AccessoriesWalk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Accessories that come and go while a bridge runs. */
class HouseholdTest {
    @Test
    void severalChangesRaiseTheNumberOnce() {
        FakeProvider provider = new FakeProvider("test", new LampAccessory("Lamp").accessory());
        try (BridgeRig rig = BridgeRig.paired(provider)) {
            assertEquals(1, rig.number());
            provider.sink().put(new LampAccessory("Lamp 2").accessory());
            provider.sink().put(new LampAccessory("Lamp 3").accessory());
            assertEquals(1, rig.accessories().size());
            rig.settle();
            assertEquals(3, rig.accessories().size());
            assertEquals(2, rig.number());
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
            assertEquals(1, rig.number());
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
            assertEquals(2, rig.number());
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
            assertEquals(1, rig.number());
            rig.pass(Duration.ofDays(30));
            assertEquals(1, rig.accessories().size());
            assertEquals(1, rig.number());
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
            assertEquals(1, rig.number());
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
