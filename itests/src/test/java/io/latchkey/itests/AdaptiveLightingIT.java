// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.wire.Accessories;
import io.latchkey.itests.wire.WireClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lamp that follows the time of day, from the socket of a controller to the item, over restarts and hands. */
class AdaptiveLightingIT {
    private static final String SUPPORTED = "144";
    private static final String COUNT = "24B";
    private static final String BRIGHTNESS = "8";
    private static final String WARMTH = "CE";
    private static final String HUE = "13";
    private static final String HOME = """
            {"type": "Group", "name": "Mood", "label": "Mood", "metadata": {"homekit": {"value": "Lighting"}}},
            {"type": "Color", "name": "MoodColor", "label": "Color", "state": "30,20,60", "groupNames": ["Mood"],
             "metadata": {"homekit": {"value":
                "Lighting.OnState, Lighting.Brightness, Lighting.Hue, Lighting.Saturation"}}},
            {"type": "Number", "name": "MoodWarmth", "label": "Warmth", "state": "333", "groupNames": ["Mood"],
             "metadata": {"homekit": {"value": "Lighting.ColorTemperature"}}}
            """;
    private static final int FROM = 200;
    private static final int UNTIL = 400;
    private static final int MILLIS = 60_000;
    private static final Duration SOON = Duration.ofSeconds(10);

    private final ControllerKeys keys = WireClient.newKeys("hub");
    private Path folder;
    private FelixRuntime runtime;
    private FrameworkBridge bridge;

    @BeforeEach
    void prepare() {
        folder = Built.fresh("adaptive-lighting");
    }

    @AfterEach
    void stop() throws Exception {
        runtime.close();
    }

    @Test
    void aLampFollowsItsCurveOverARestartUntilAColourIsChosen() throws Exception {
        start("[" + HOME + "]");
        ControllerKeys.Peer peer = bridge.pair(keys);
        double reached;
        try (WireClient hub = bridge.session(keys, peer);
                WireClient phone = bridge.session(keys, peer)) {
            JsonArray accessories = hub.accessories();
            String count = Accessories.find(accessories, LampRequests.LAMP, COUNT);
            assertEquals(204, phone.put(count, "ev", "true").status());
            byte[] status =
                    LampRequests.write(hub, accessories, curve(accessories).begin(FROM, UNTIL, MILLIS));
            assertTrue(status.length > 2, "how it stands");
            assertEquals(1, told(phone, count));
            reached = warmthsAfter(3);
            assertTrue(reached > FROM && reached < UNTIL, "on its way: " + reached);
        }
        runtime.close();
        start("[" + HOME + "]");
        try (WireClient hub = bridge.session(keys, peer);
                WireClient phone = bridge.session(keys, peer)) {
            JsonArray accessories = hub.accessories();
            String count = Accessories.find(accessories, LampRequests.LAMP, COUNT);
            assertEquals(1, phone.read(count).get("value").getAsInt(), "it goes on");
            assertTrue(warmthsAfter(2) > reached, "where the time has led it");
            assertEquals(204, phone.put(count, "ev", "true").status());
            assertEquals(
                    204,
                    phone.put(Accessories.find(accessories, LampRequests.LAMP, WARMTH), "value", "150")
                            .status());
            assertIsOver(hub, phone, accessories);
            Eventually.until(SOON, "what was written", () -> warmth() == 150);
            LampRequests.write(hub, accessories, curve(accessories).begin(FROM, UNTIL, MILLIS));
            assertEquals(1, told(phone, count));
            assertEquals(
                    204,
                    phone.put(Accessories.find(accessories, LampRequests.LAMP, HUE), "value", "240")
                            .status());
            assertIsOver(hub, phone, accessories);
        }
    }

    @Test
    void aLampOfAFurtherBridgeFollowsItsOwn() throws Exception {
        String others = IntStream.range(0, 149)
                .mapToObj(number -> "{\"type\":\"Switch\",\"name\":\"S" + number + "\",\"label\":\"S" + number
                        + "\",\"state\":\"ON\",\"metadata\":{\"homekit\":{\"value\":\"Switchable\"}}},")
                .collect(Collectors.joining("\n"));
        start("[" + others + HOME + "]");
        FrameworkBridge further = bridge.further(2);
        ControllerKeys.Peer peer = further.pair(keys);
        try (WireClient hub = further.session(keys, peer)) {
            JsonArray accessories = hub.accessories();
            LampRequests.write(hub, accessories, curve(accessories).begin(FROM, UNTIL, MILLIS));
            assertTrue(warmthsAfter(2) > FROM);
            assertEquals(
                    0, LampRequests.write(hub, accessories, curve(accessories).end())[1], "it has ended");
            String count = Accessories.find(accessories, LampRequests.LAMP, COUNT);
            assertEquals(0, hub.read(count).get("value").getAsInt());
        }
    }

    @Test
    void hapNodeJsReadsAndAnswersTheSame() throws Exception {
        start("[" + HOME + "]");
        ControllerKeys.Peer peer = bridge.pair(keys);
        try (WireClient hub = bridge.session(keys, peer)) {
            JsonArray accessories = hub.accessories();
            LightCurve curve = curve(accessories);
            List<byte[]> requests = List.of(curve.begin(FROM, UNTIL, MILLIS), curve.ask(), curve.end(), curve.ask());
            JsonObject theirs = HapNodeJsLighting.answers(curve, requests);
            assertEquals(
                    theirs.get("supported").getAsString(),
                    HapNodeJsLighting.hex(
                            LampRequests.value(hub.read(Accessories.find(accessories, LampRequests.LAMP, SUPPORTED)))));
            for (int i = 0; i < requests.size(); i++) {
                String answer = theirs.getAsJsonArray("answers").get(i).getAsString();
                assertEquals(
                        answer,
                        HapNodeJsLighting.hex(LampRequests.write(hub, accessories, requests.get(i))),
                        "request " + i);
            }
        }
    }

    private void start(String items) throws Exception {
        runtime = FelixRuntime.start(folder, Libraries.HIGHEST);
        runtime.showItems(items);
        bridge = FrameworkBridge.start(runtime, "home");
    }

    private void assertIsOver(WireClient hub, WireClient phone, JsonArray accessories) throws IOException {
        assertEquals(0, told(phone, Accessories.find(accessories, LampRequests.LAMP, COUNT)), "it is off");
        assertArrayEquals(
                new byte[0],
                LampRequests.write(hub, accessories, curve(accessories).ask()),
                "it is forgotten");
    }

    /** What a subscriber hears of a characteristic. */
    private static int told(WireClient phone, String id) throws IOException {
        JsonArray event = phone.event(SOON).orElseThrow();
        JsonObject change = event.get(0).getAsJsonObject();
        assertEquals(1, event.size(), event.toString());
        assertEquals(
                id, change.get("aid").getAsString() + "." + change.get("iid").getAsString());
        return change.get("value").getAsInt();
    }

    /** The last of so many colour temperatures that the item gets one after the other, none below the one before. */
    private double warmthsAfter(int changes) {
        TreeSet<Double> seen = new TreeSet<>();
        Eventually.until(SOON, changes + " colour temperatures of the curve", () -> {
            double now = warmth();
            boolean isOnCurve = now >= FROM && now < UNTIL && now != 333;
            if (isOnCurve) {
                assertTrue(seen.isEmpty() || now >= seen.last(), now + " after " + seen);
                seen.add(now);
            }
            return seen.size() >= changes;
        });
        return seen.last();
    }

    private double warmth() {
        Optional<ItemState> state =
                runtime.service(ItemRegistry.class).item("MoodWarmth").map(each -> each.state());
        return state.map(each -> Double.parseDouble(each.text())).orElse(0.0);
    }

    private static LightCurve curve(JsonArray accessories) {
        return new LightCurve(iid(accessories, BRIGHTNESS), iid(accessories, WARMTH));
    }

    private static long iid(JsonArray accessories, String type) {
        return Long.parseLong(
                Accessories.find(accessories, LampRequests.LAMP, type).split("\\.")[1]);
    }
}
