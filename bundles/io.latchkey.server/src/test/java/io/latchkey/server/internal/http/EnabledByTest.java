// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemState.OnOff;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.Value;
import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.Event;
import io.latchkey.server.internal.bridge.BridgeRig;
import io.latchkey.server.internal.fake.FakeItems;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.FakeStore;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.MemoryTransport;
import io.latchkey.server.internal.fake.SampleCharacteristics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What controllers get while the item that the configuration names is off, and when it is on again. */
class EnabledByTest {
    private static final Map<String, String> BY_ITEM = Map.of("enabledBy", "Guests");

    private final LampAccessory lamp = new LampAccessory("Lamp");
    private final FakeProvider provider = new FakeProvider("test", lamp.accessory());
    private final FakeItems items = new FakeItems().put("Guests", OnOff.ON);
    private BridgeRig rig;
    private CharacteristicId on;
    private CharacteristicId brightness;

    @BeforeEach
    void start() {
        rig = BridgeRig.of(BridgeRig.pairedStore(), BY_ITEM, provider).ready();
        items.come(rig.items(), "local");
        on = rig.id("Lamp", "On");
        brightness = rig.id("Lamp", "Brightness");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void whileItIsOnEverythingIsAsUsual() {
        assertEquals("{\"characteristics\":[" + members(on, "\"value\":false") + "]}", read(on));
    }

    @Test
    void whileItIsOffReadsAreRefused() {
        items.put("Guests", OnOff.OFF);
        Answer answer = rig.get("/characteristics?id=" + on + "," + brightness);
        assertEquals(207, answer.status());
        assertEquals(
                "{\"characteristics\":[" + members(on, "\"status\":-70401") + ","
                        + members(brightness, "\"status\":-70401") + "]}",
                BridgeRig.text(answer));
    }

    @Test
    void whileItIsOffWritesAreRefusedTimedOnesToo() {
        items.put("Guests", OnOff.OFF);
        FakeSession session = rig.session(BridgeRig.ADMIN);
        assertRefused(put(session, on, "\"value\":true", ""));
        assertEquals(
                200,
                rig.ask(session, "PUT", "/prepare", "{\"ttl\":2000,\"pid\":7}").status());
        assertRefused(put(session, on, "\"value\":true", ",\"pid\":7"));
        assertRefused(put(session, rig.id("Lamp", "Identify"), "\"value\":true", ""), rig.id("Lamp", "Identify"));
        assertEquals(Value.FALSE, lamp.on());
        items.put("Guests", OnOff.ON);
        assertEquals(204, put(session, on, "\"value\":true", "").status());
        assertEquals(Value.TRUE, lamp.on());
    }

    @Test
    void whileItIsOffTheBridgeItselfAnswers() {
        items.put("Guests", OnOff.OFF);
        Answer list = rig.get("/characteristics?id=1.2,1.3,1.4,1.5,1.6");
        assertFalse(BridgeRig.text(list).contains("-70401"), () -> BridgeRig.text(list));
        assertTrue(BridgeRig.text(list).contains("\"value\":\"Latchkey\""), () -> BridgeRig.text(list));
    }

    @Test
    void theListIsTheSameButForItsValues() {
        FakeSession session = rig.session(BridgeRig.ADMIN);
        put(session, on, "\"value\":true", "");
        put(session, brightness, "\"value\":73", "");
        String before = list();
        int number = rig.number();
        items.put("Guests", OnOff.OFF);
        String off = list();
        assertTrue(before.contains("\"value\":73"), before);
        assertFalse(off.contains("73,") || off.contains("\"value\":true"), off);
        assertEquals(List.of(), AccessoriesWalk.breaches(off));
        assertEquals(withoutValues(before), withoutValues(off));
        assertTrue(off.contains("\"value\":\"Lamp\""), off);
        items.put("Guests", OnOff.ON);
        assertEquals(before, list());
        assertEquals(number, rig.number());
    }

    @Test
    void whatChangedMeanwhileIsToldOnceItIsOn() {
        FakeSession session = subscriber(on, brightness);
        items.put("Guests", OnOff.OFF);
        put(rig.session(BridgeRig.ADMIN), on, "\"ev\":true", "");
        switchedAtTheWall();
        assertEquals(List.of(), session.takeEvents());
        items.put("Guests", OnOff.ON);
        rig.settle();
        assertEquals(List.of(new Event(on, Value.TRUE)), session.takeEvents());
        provider.sink().changed(lamp.brightnessDefinition(), Value.of(12L));
        assertEquals(List.of(new Event(brightness, Value.of(12L))), session.takeEvents());
    }

    @Test
    void whoSubscribesOrAsksInVainHearsOfTheValueOnceItIsOn() {
        items.put("Guests", OnOff.OFF);
        FakeSession session = subscriber(on);
        FakeSession other = rig.session(BridgeRig.GUEST);
        rig.ask(other, "GET", "/characteristics?id=" + brightness, "");
        assertEquals(204, put(other, brightness, "\"ev\":true", "").status());
        items.put("Guests", OnOff.ON);
        rig.settle();
        assertEquals(List.of(new Event(on, Value.FALSE)), session.takeEvents());
        assertEquals(List.of(new Event(brightness, Value.of(100L))), other.takeEvents());
    }

    @Test
    void whatNobodyWasRefusedIsNoNews() {
        FakeSession session = subscriber(on, brightness);
        items.put("Guests", OnOff.OFF);
        items.put("Guests", OnOff.ON);
        rig.settle();
        assertEquals(List.of(), session.takeEvents());
    }

    /** A value that was asked for while it was on doesn't leave when it is off. */
    @Test
    void aReadThatIsUnderWayIsRefused() {
        CompletableFuture<Value> late = new CompletableFuture<>();
        Characteristic slow = Characteristic.of(SampleCharacteristics.type(1, Format.UINT8, "pr,ev"))
                .read(() -> late)
                .build();
        provider.sink().put(SampleCharacteristics.of("Slow", slow));
        rig.settle();
        CharacteristicId id = rig.id("Slow", "Gadget1");
        CompletableFuture<Answer> answer =
                rig.listener().send(rig.session(BridgeRig.ADMIN), "GET", "/characteristics?id=" + id, new byte[0]);
        items.put("Guests", OnOff.OFF);
        late.complete(Value.of(7L));
        assertEquals(
                "{\"characteristics\":[" + members(id, "\"status\":-70401") + "]}",
                BridgeRig.text(MemoryTransport.await(answer)));
    }

    @Test
    void withoutAWordOfTheItemTheLastOneCounts() {
        items.put("Guests", ItemState.Missing.UNDEF);
        assertEquals("{\"characteristics\":[" + members(on, "\"value\":false") + "]}", read(on));
        items.take("Guests");
        assertEquals(200, rig.get("/characteristics?id=" + on).status());
        assertTrue(rig.status().problem().orElseThrow().contains("Guests"));
        items.put("Guests", OnOff.OFF);
        rig.items().removeRegistry(items);
        assertEquals(207, rig.get("/characteristics?id=" + on).status());
    }

    @Test
    void theLastWordOutlivesARestart() {
        assertEquals(200, restarted("Guests").status());
        items.come(rig.items(), "local");
        items.put("Guests", OnOff.OFF);
        rig.settle();
        assertEquals(207, restarted("Guests").status());
    }

    @Test
    void anItemThatNeverSaidAnythingLeavesItOff() {
        assertEquals(207, restarted("Nobody").status());
        assertEquals(200, restarted("").status());
    }

    @Test
    void anotherSettingCountsAtOnce() {
        items.put("Other", OnOff.OFF);
        rig.change("enabledBy", "Other");
        assertEquals(207, rig.get("/characteristics?id=" + on).status());
        rig.change("enabledBy", "");
        assertEquals(200, rig.get("/characteristics?id=" + on).status());
    }

    @Test
    void itemsOfOtherHostsDontCount() {
        rig.change("hosts", "(latchkey.host=local)");
        FakeItems others = new FakeItems().put("Guests", OnOff.OFF);
        others.come(rig.items(), "another");
        assertEquals(200, rig.get("/characteristics?id=" + on).status());
    }

    @Test
    void pairingsStay() {
        items.put("Guests", OnOff.OFF);
        assertEquals(2, rig.status().controllers());
        assertEquals(
                Optional.of("switched off by item Guests: controllers are refused"),
                rig.status().problem());
    }

    private Answer restarted(String item) {
        rig.close();
        FakeStore store = rig.store();
        rig = BridgeRig.of(store, Map.of("enabledBy", item), new FakeProvider("test", lamp.accessory()))
                .ready();
        return rig.get("/characteristics?id=" + on);
    }

    private void switchedAtTheWall() {
        lamp.switchOn();
        provider.sink().changed(lamp.onDefinition(), Value.TRUE);
    }

    private FakeSession subscriber(CharacteristicId... ids) {
        FakeSession session = rig.session(BridgeRig.ADMIN);
        for (CharacteristicId id : ids) {
            assertEquals(204, put(session, id, "\"ev\":true", "").status());
        }
        return session;
    }

    private String read(CharacteristicId id) {
        return BridgeRig.text(rig.get("/characteristics?id=" + id));
    }

    private String list() {
        return BridgeRig.text(rig.get("/accessories"));
    }

    private static String withoutValues(String list) {
        return list.replaceAll("\"value\":(\"[^\"]*\"|[^,}]*)", "\"value\":0");
    }

    private Answer put(FakeSession session, CharacteristicId id, String members, String more) {
        return rig.ask(
                session, "PUT", "/characteristics", "{\"characteristics\":[" + members(id, members) + "]" + more + "}");
    }

    private void assertRefused(Answer answer) {
        assertRefused(answer, on);
    }

    private static void assertRefused(Answer answer, CharacteristicId id) {
        assertEquals(207, answer.status());
        assertEquals("{\"characteristics\":[" + members(id, "\"status\":-70401") + "]}", BridgeRig.text(answer));
    }

    private static String members(CharacteristicId id, String more) {
        return "{\"aid\":" + id.aid() + ",\"iid\":" + id.iid() + "," + more + "}";
    }
}
