// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemState.OnOff;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.EveEntries.Key;
import io.latchkey.itests.wire.WireClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Histories, from the item to a controller that nobody here wrote, and beside an encoder that nobody here wrote. */
class EveHistoryIT {
    /** A history begins up to a minute after its bridge. */
    private static final Duration SOON = Duration.ofSeconds(150);

    private static final int NODE_SECONDS = 100;
    private static final int CHANGES = 30;
    private static final Map<String, Object> ON = Map.of("eveHistory", true);
    private static final String HOUSE = """
            [{"type": "Switch", "name": "Door", "label": "Door", "state": "OFF",
              "metadata": {"homekit": {"value": "ContactSensor"}}},
             {"type": "Switch", "name": "Hall", "label": "Hall", "state": "OFF",
              "metadata": {"homekit": {"value": "MotionSensor"}}},
             {"type": "Switch", "name": "Lawn", "label": "Lawn", "state": "OFF",
              "metadata": {"homekit": {"value": "Valve"}}},
             {"type": "Group", "name": "Socket", "label": "Socket",
              "metadata": {"homekit": {"value": "Outlet"}}},
             {"type": "Switch", "name": "SocketOn", "label": "On", "state": "ON", "groupNames": ["Socket"],
              "metadata": {"homekit": {"value": "Outlet.OnState"}}},
             {"type": "Number", "name": "SocketPower", "label": "Power", "state": "123.4", "groupNames": ["Socket"],
              "metadata": {"homekit": {"value": "Outlet.Power"}}},
             {"type": "Group", "name": "Study", "label": "Study",
              "metadata": {"homekit": {"value": "AccessoryGroup"}}},
             {"type": "Number", "name": "StudyWarmth", "label": "Warmth", "state": "-1.5", "groupNames": ["Study"],
              "metadata": {"homekit": {"value": "TemperatureSensor"}}},
             {"type": "Number", "name": "StudyDamp", "label": "Damp", "state": "45", "groupNames": ["Study"],
              "metadata": {"homekit": {"value": "HumiditySensor"}}}]
            """;

    private final ControllerKeys keys = WireClient.newKeys("phone");
    private Path folder;
    private FelixRuntime runtime;
    private FrameworkBridge bridge;

    @BeforeEach
    void prepare() {
        folder = Built.fresh("eve-history");
    }

    @AfterEach
    void stop() throws Exception {
        runtime.close();
    }

    @Test
    void hapControllerReadsWhatTheDoorDid() throws Exception {
        start(SwingingDoorMain.DOOR, ON);
        Npm npm = Npm.install();
        Process node = npm.start(
                "eve-history",
                Map.of(
                        "HOST", bridge.address().getAddress().getHostAddress(),
                        "PORT", String.valueOf(bridge.address().getPort()),
                        "DEVICE_ID", bridge.status().deviceId().orElseThrow().text(),
                        "SETUP_CODE", FrameworkBridge.CODE.text(),
                        "ITEM", "Door"));
        Eventually.endAfter(NODE_SECONDS, node);
        try (BufferedReader lines = node.inputReader()) {
            JsonObject ready = step(lines, "ready", npm);
            assertTrue(ready.get("hidden").getAsBoolean(), "people don't see it");
            List<Integer> states = swing("Door", CHANGES);
            node.outputWriter().append("go\n").flush();
            EveEntries history = EveEntries.of(step(lines, "history", npm), "entries");
            assertEquals(0x81, history.entries().get(0)[9] & 0xFF, "the first one tells the reference time");
            assertTrue(endsWith(states, history.states()), history.states() + " ends as the door did: " + states);
            assertEquals(history.entries().size(), history.used());
            Npm.finish(node, NODE_SECONDS, "hap-controller", npm.log("eve-history"));
        } finally {
            node.destroyForcibly();
        }
    }

    @Test
    void entriesAreThereAfterARestartAndTheServiceOnlyOnDemand() throws Exception {
        start(SwingingDoorMain.DOOR, Map.of());
        ControllerKeys.Peer peer = bridge.pair(keys);
        try (WireClient phone = bridge.session(keys, peer)) {
            assertFalse(phone.accessories().toString().contains(EveEntries.STATUS), "nobody has asked for it");
        }
        int number = bridge.status().configuration().value();
        runtime.close();
        start(SwingingDoorMain.DOOR, ON);
        int before;
        try (WireClient phone = bridge.session(keys, peer)) {
            Eventually.until(
                    SOON, "the service", () -> phone.accessories().toString().contains(EveEntries.STATUS));
            assertEquals(number + 1, bridge.status().configuration().value(), "it rises once");
            swing("Door", CHANGES);
            Eventually.until(SOON, "entries", () -> EveEntries.used(phone, "Door") > CHANGES);
            before = EveEntries.used(phone, "Door");
        }
        runtime.close();
        start(SwingingDoorMain.DOOR, ON);
        try (WireClient phone = bridge.session(keys, peer)) {
            Eventually.until(SOON, "the entries of before", () -> EveEntries.used(phone, "Door") >= before);
            assertEquals(number + 1, bridge.status().configuration().value(), "nothing new is shown");
        }
    }

    @Test
    void fakegatoEncodesTheSame() throws Exception {
        start(HOUSE, ON);
        ControllerKeys.Peer peer = bridge.pair(keys);
        try (WireClient phone = bridge.session(keys, peer)) {
            Eventually.until(
                    SOON, "the service", () -> phone.accessories().toString().contains(EveEntries.STATUS));
            for (String each : List.of("Door", "Hall", "Lawn", "Socket", "Study")) {
                Eventually.until(SOON, "an entry of " + each, () -> EveEntries.used(phone, each) > 1);
            }
            for (String each : List.of("Door", "Hall", "Lawn")) {
                int before = EveEntries.used(phone, each);
                swing(each, CHANGES);
                Eventually.until(SOON, "entries of " + each, () -> EveEntries.used(phone, each) >= before + CHANGES);
            }
            assertSame(phone, "Door", "door", "", Map.of(0x06, new Key("status", 1)));
            assertSame(phone, "Hall", "custom", "MotionSensor", Map.of(0x1C, new Key("motion", 1)));
            assertSame(phone, "Lawn", "aqua", "", Map.of(0x1F, new Key("status", 0), 0x2A, new Key("waterAmount", 1)));
            assertSame(phone, "Socket", "custom", "Outlet", Map.of(0x07, new Key("power", 10)));
            assertSame(
                    phone,
                    "Study",
                    "custom",
                    "TemperatureSensor,HumiditySensor",
                    Map.of(0x01, new Key("temp", 100), 0x02, new Key("humidity", 100)));
        }
    }

    /**
     * What the bridge tells is what fakegato-history makes of the same values. Of the status two numbers differ: it counts
     * from a number zero that it never tells, so that the last number is the same.
     */
    private static void assertSame(WireClient phone, String name, String type, String services, Map<Integer, Key> keys)
            throws Exception {
        EveEntries ours = EveEntries.read(phone, name);
        EveEntries theirs = EveEntries.of(FakegatoEntries.encode(type, services, ours.said(keys)), "reads");
        assertEquals(theirs.hex(), ours.hex(), name);
        assertEquals(theirs.rest(), ours.rest(), name);
        assertEquals(theirs.first() + theirs.used(), ours.first() + ours.used(), name);
    }

    private void start(String items, Map<String, Object> settings) throws Exception {
        runtime = FelixRuntime.start(folder, Libraries.HIGHEST);
        runtime.showItems(items);
        bridge = FrameworkBridge.start(runtime, "home", settings);
    }

    /** Switches an item so many times. */
    private List<Integer> swing(String item, int times) {
        ItemRegistry registry = runtime.service(ItemRegistry.class);
        List<Integer> states = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            registry.send(item, i % 2 == 0 ? OnOff.ON : OnOff.OFF, "itests");
            states.add(i % 2 == 0 ? 1 : 0);
        }
        return states;
    }

    private static JsonObject step(BufferedReader lines, String name, Npm npm) throws IOException {
        String line = lines.readLine();
        assertTrue(line != null, () -> "hap-controller ended before " + name + ", see " + npm.log("eve-history"));
        JsonObject told = JsonParser.parseString(line).getAsJsonObject();
        assertEquals(name, told.get("step").getAsString());
        return told;
    }

    private static boolean endsWith(List<Integer> end, List<Integer> all) {
        return all.size() >= end.size()
                && all.subList(all.size() - end.size(), all.size()).equals(end);
    }
}
