// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemState.OnOff;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.wire.Accessories;
import io.latchkey.itests.wire.WireClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The history of a door, from the item to a controller that nobody here wrote, over a restart. */
class EveHistoryIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int NODE_SECONDS = 100;
    private static final int CHANGES = 30;
    private static final String STATUS = "E863F116-079E-48FF-8F27-9C2605A29F52";
    private static final Map<String, Object> ON = Map.of("eveHistory", true);
    private static final String DOOR = """
            [{"type": "Switch", "name": "Door", "label": "Door", "state": "OFF",
              "metadata": {"homekit": {"value": "ContactSensor"}}}]
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
        start(ON);
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
            List<Integer> states = swing(CHANGES);
            node.outputWriter().append("go\n").flush();
            JsonObject history = step(lines, "history", npm);
            List<byte[]> entries = entries(history.getAsJsonArray("entries"));
            assertEquals(0x81, entries.get(0)[9] & 0xFF, "the first one tells the reference time");
            assertTrue(endsWith(states, states(entries)), states(entries) + " ends as the door did: " + states);
            byte[] status = HexFormat.of().parseHex(history.get("status").getAsString());
            assertEquals(entries.size(), used(status));
            Npm.finish(node, NODE_SECONDS, "hap-controller", npm.log("eve-history"));
        } finally {
            node.destroyForcibly();
        }
    }

    @Test
    void entriesAreThereAfterARestartAndTheServiceOnlyOnDemand() throws Exception {
        start(Map.of());
        ControllerKeys.Peer peer = bridge.pair(keys);
        try (WireClient phone = bridge.session(keys, peer)) {
            assertTrue(!phone.accessories().toString().contains(STATUS), "nobody has asked for it");
        }
        int number = bridge.status().configuration().value();
        runtime.close();
        start(ON);
        long used;
        try (WireClient phone = bridge.session(keys, peer)) {
            Eventually.until(
                    SOON, "the service", () -> phone.accessories().toString().contains(STATUS));
            assertEquals(number + 1, bridge.status().configuration().value(), "it rises once");
            swing(CHANGES);
            Eventually.until(SOON, "entries", () -> used(status(phone)) > CHANGES);
            used = used(status(phone));
        }
        runtime.close();
        start(ON);
        try (WireClient phone = bridge.session(keys, peer)) {
            Eventually.until(SOON, "the entries of before", () -> used(status(phone)) >= used);
            assertEquals(number + 1, bridge.status().configuration().value(), "nothing new is shown");
        }
    }

    private void start(Map<String, Object> settings) throws Exception {
        runtime = FelixRuntime.start(folder, Libraries.HIGHEST);
        runtime.showItems(DOOR);
        bridge = FrameworkBridge.start(runtime, "home", settings);
    }

    /** Opens and closes the door so many times, each when the change before has been kept. */
    private List<Integer> swing(int times) throws IOException {
        ItemRegistry registry = runtime.service(ItemRegistry.class);
        List<Integer> states = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            registry.send("Door", i % 2 == 0 ? OnOff.ON : OnOff.OFF, "itests");
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

    private static byte[] status(WireClient phone) throws IOException {
        JsonArray accessories = phone.accessories();
        String id = Accessories.find(accessories, "Door", STATUS);
        return Base64.getDecoder().decode(phone.read(id).get("value").getAsString());
    }

    private static int used(byte[] status) {
        return ByteBuffer.wrap(status).order(ByteOrder.LITTLE_ENDIAN).getShort(12 + 1 + 2 * status[12]);
    }

    /** The entries of all reads, each of which begins with its length; the last read says that nothing is left. */
    private static List<byte[]> entries(JsonArray reads) {
        List<byte[]> entries = new ArrayList<>();
        for (JsonElement read : reads) {
            byte[] bytes = HexFormat.of().parseHex(read.getAsString());
            for (int at = 0; bytes.length > 1 && at < bytes.length; at += bytes[at]) {
                entries.add(java.util.Arrays.copyOfRange(bytes, at, at + bytes[at]));
            }
        }
        return entries;
    }

    private static List<Integer> states(List<byte[]> entries) {
        return entries.stream().skip(1).map(each -> (int) each[10]).toList();
    }

    private static boolean endsWith(List<Integer> end, List<Integer> all) {
        return all.size() >= end.size()
                && all.subList(all.size() - end.size(), all.size()).equals(end);
    }
}
