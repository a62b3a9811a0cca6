// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import static io.latchkey.server.internal.bridge.RememberedHome.MISSING;
import static io.latchkey.server.internal.bridge.RememberedHome.entry;
import static io.latchkey.server.internal.bridge.RememberedHome.read;
import static io.latchkey.server.internal.bridge.RememberedHome.send;
import static io.latchkey.server.internal.bridge.RememberedHome.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.Value;
import io.latchkey.api.transport.Event;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.MemoryTransport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What controllers get from a home in which not everybody is there yet. */
class AbsentHomeRequestTest {
    private final RememberedHome home = new RememberedHome();

    @Test
    void aReadWaitsForItsProviderAndGoesOnWithWhatComes() {
        home.shown("Lamp");
        FakeProvider late = new FakeProvider("test", true);
        try (BridgeRig rig = home.start(late)) {
            CharacteristicId brightness = rig.id("Lamp", "Brightness");
            var answer = send(rig, rig.session(BridgeRig.ADMIN), "GET", read(brightness, rig.id("Lamp", "Model")));
            rig.pass(Duration.ofSeconds(4));
            assertFalse(answer.isDone());
            late.sink().put(new LampAccessory("Lamp").accessory());
            rig.settle();
            assertEquals(200, MemoryTransport.await(answer).status());
            assertTrue(text(answer).contains("\"value\":100"), text(answer));
        }
    }

    @Test
    void whoWaitsTooLongHearsThatNobodyIsThere() {
        home.shown("Lamp");
        FakeProvider late = new FakeProvider("test", true);
        try (BridgeRig rig = home.start(late)) {
            var read = send(rig, rig.session(BridgeRig.ADMIN), "GET", read(rig.id("Lamp", "On")));
            var write = send(
                    rig,
                    rig.session(BridgeRig.ADMIN),
                    "PUT",
                    "/characteristics",
                    entry(rig.id("Lamp", "On"), "\"value\":true"));
            rig.pass(Duration.ofMillis(4_999));
            assertFalse(read.isDone());
            rig.pass(Duration.ofMillis(1));
            assertTrue(text(read).contains("-70402"), text(read));
            assertFalse(write.isDone());
            rig.pass(Duration.ofSeconds(3));
            assertTrue(text(write).contains("-70402"), text(write));
        }
    }

    @Test
    void onceItsProviderHasToldAllNobodyWaits() {
        home.shown("Lamp");
        FakeProvider late = new FakeProvider("test", true);
        try (BridgeRig rig = home.start(late)) {
            var read = send(rig, rig.session(BridgeRig.ADMIN), "GET", read(rig.id("Lamp", "On")));
            late.sink().complete();
            assertTrue(text(read).contains("-70402"), text(read));
            var again = send(rig, rig.session(BridgeRig.ADMIN), "GET", read(rig.id("Lamp", "On")));
            assertTrue(text(again).contains("-70402"), text(again));
        }
    }

    @Test
    void aWriteWaitsAndIsJudgedByWhatComes() {
        home.shown("Lamp");
        FakeProvider late = new FakeProvider("test", true);
        try (BridgeRig rig = home.start(late)) {
            LampAccessory lamp = new LampAccessory("Lamp");
            CharacteristicId on = rig.id("Lamp", "On");
            CharacteristicId brightness = rig.id("Lamp", "Brightness");
            String body = "{\"characteristics\":[{\"aid\":2,\"iid\":" + on.iid()
                    + ",\"value\":true},{\"aid\":2,\"iid\":" + brightness.iid() + ",\"value\":40}]}";
            var answer = send(rig, rig.session(BridgeRig.ADMIN), "PUT", "/characteristics", body);
            rig.pass(Duration.ofSeconds(2));
            assertFalse(answer.isDone());
            late.sink().put(lamp.accessory());
            late.sink().complete();
            assertEquals(204, MemoryTransport.await(answer).status());
            assertEquals(Value.TRUE, lamp.on());
            assertEquals(Value.of(40L), lamp.brightness());
        }
    }

    @Test
    void whatWasReadInVainOrHasChangedIsToldWhenItIsBack() {
        home.shown("Lamp");
        FakeProvider late = new FakeProvider("test", true);
        try (BridgeRig rig = home.start(late)) {
            CharacteristicId on = rig.id("Lamp", "On");
            CharacteristicId brightness = rig.id("Lamp", "Brightness");
            FakeSession session = rig.session(BridgeRig.ADMIN);
            rig.ask(session, "PUT", "/characteristics", entry(on, "\"ev\":true"));
            rig.ask(session, "PUT", "/characteristics", entry(brightness, "\"ev\":true"));
            rig.get("/accessories");
            late.sink().put(new LampAccessory("Lamp").accessory());
            late.sink().complete();
            assertEquals(List.of(new Event(brightness, Value.of(100L))), session.takeEvents(), "77 was what Home knew");
            late.sink().absent("Lamp", MISSING);
            rig.settle();
            send(rig, session, "GET", read(on));
            late.sink().put(new LampAccessory("Lamp").accessory());
            rig.settle();
            assertEquals(List.of(new Event(on, Value.FALSE)), session.takeEvents());
        }
    }
}
