// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.wire.Accessories;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.itests.wire.WireMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A power strip whose sockets have names: in the list, when somebody changes one in Home, and after a restart. */
class NamesInHomeIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String NAME = "23";
    private static final String CONFIGURED_NAME = "E3";
    private static final String TEA = "Mia\u2019s Tea";

    private final ControllerKeys keys = WireClient.newKeys("names");
    private Path folder;
    private FelixRuntime runtime;
    private FrameworkBridge bridge;

    @BeforeEach
    void startABridge() throws Exception {
        folder = Built.fresh("names-in-home");
        start("Kettle");
    }

    @AfterEach
    void stopIt() throws Exception {
        runtime.close();
    }

    @Test
    void namesComeToWhatIsThereAndStay() throws Exception {
        ControllerKeys.Peer peer = bridge.pair(keys);
        Map<String, String> alone = parts(home(peer));
        assertFalse(alone.containsValue(CONFIGURED_NAME), "one socket is called like its strip: " + alone);

        runtime.showItems(HomeFile.strip("Kettle", "Toaster", "Radio"));
        JsonObject three = awaited(peer, List.of("Kettle", "Toaster", "Radio"));
        assertEquals(List.of("Kettle", "Toaster", "Radio"), values(three, NAME));
        assertTrue(parts(three).entrySet().containsAll(alone.entrySet()), "what was there is what it was");
        JsonObject configured = characteristics(three, CONFIGURED_NAME).get(0);
        assertEquals(
                "[\"pr\",\"pw\",\"ev\"]", configured.getAsJsonArray("perms").toString());

        String id = id(three, CONFIGURED_NAME);
        try (WireClient phone = bridge.session(keys, peer);
                WireClient tablet = bridge.session(keys, peer)) {
            assertEquals(204, tablet.put(id, "ev", "true").status());
            WireMessage refused = phone.put(id, "value", "\" \"");
            assertTrue(refused.text().contains("-70410"), refused.text());
            assertEquals(204, phone.put(id, "value", "\"" + TEA + "\"").status());
            JsonObject heard = tablet.event(SOON).orElseThrow().get(0).getAsJsonObject();
            assertEquals(TEA, heard.get("value").getAsString());
        }

        runtime.showItems(HomeFile.strip("Boiler", "Toaster", "Wireless"));
        JsonObject renamed = awaited(peer, List.of(TEA, "Toaster", "Wireless"));
        assertEquals(List.of("Boiler", "Toaster", "Wireless"), values(renamed, NAME));

        runtime.close();
        start("Boiler", "Toaster", "Wireless");
        JsonObject later = awaited(peer, List.of(TEA, "Toaster", "Wireless"));
        assertEquals(parts(renamed), parts(later));
    }

    private void start(String... labels) throws Exception {
        runtime = FelixRuntime.start(folder, Libraries.LOWEST);
        runtime.showItems(HomeFile.strip(labels));
        bridge = FrameworkBridge.start(runtime, "home");
    }

    /** The strip once people see those names. */
    private JsonObject awaited(ControllerKeys.Peer peer, List<String> names) {
        return Eventually.present(
                SOON,
                "the names " + names,
                () -> Stream.of(home(peer))
                        .filter(strip -> values(strip, CONFIGURED_NAME).equals(names))
                        .findFirst());
    }

    private JsonObject home(ControllerKeys.Peer peer) {
        try (WireClient session = bridge.session(keys, peer)) {
            JsonArray accessories = session.accessories();
            return Accessories.objects(accessories).skip(1).findFirst().orElseThrow();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static List<JsonObject> characteristics(JsonObject accessory, String type) {
        return Accessories.objects(accessory.getAsJsonArray("services"))
                .filter(service -> !service.get("type").getAsString().equals("3E"))
                .flatMap(service -> Accessories.objects(service.getAsJsonArray("characteristics")))
                .filter(each -> each.get("type").getAsString().equals(type))
                .toList();
    }

    private static List<String> values(JsonObject accessory, String type) {
        return characteristics(accessory, type).stream()
                .map(each -> each.get("value").getAsString())
                .toList();
    }

    private static String id(JsonObject accessory, String type) {
        return accessory.get("aid") + "."
                + characteristics(accessory, type).get(0).get("iid");
    }

    /** The type of each service and characteristic by its iid. */
    private static Map<String, String> parts(JsonObject accessory) {
        Map<String, String> parts = new TreeMap<>();
        Accessories.objects(accessory.getAsJsonArray("services"))
                .flatMap(service -> Stream.concat(
                        Stream.of(service), Accessories.objects(service.getAsJsonArray("characteristics"))))
                .forEach(part -> parts.put(
                        part.get("iid").getAsString(), part.get("type").getAsString()));
        return parts;
    }
}
