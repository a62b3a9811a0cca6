// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemState.OnOff;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A controller that nobody here wrote is a guest: before, while and after an item has switched the bridge off. */
class GuestsIT {
    private static final int RUN_SECONDS = 90;
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String NOT_ALLOWED = "-70401";
    private static final String GUESTS =
            "{\"type\": \"Switch\", \"name\": \"Guests\", \"label\": \"Guests\", \"state\": \"ON\"}";

    private static FelixRuntime runtime;
    private static FrameworkBridge bridge;
    private static ItemRegistry items;
    private static ItemState lampWhileOff;
    private static int numberBefore;
    private static Map<String, JsonObject> steps;

    @BeforeAll
    static void letThemCome() throws Exception {
        Npm npm = Npm.install();
        runtime = FelixRuntime.start(Built.fresh("guests"), Libraries.LOWEST);
        runtime.showItems(HomeFile.SMALL.stripTrailing().replaceAll("]$", "," + GUESTS + "]"));
        bridge = FrameworkBridge.start(runtime, "guests", Map.of("enabledBy", "Guests"));
        items = runtime.service(ItemRegistry.class);
        Eventually.until(
                SOON, "the bridge to be on", () -> bridge.status().problem().isEmpty());
        numberBefore = bridge.status().configuration().value();
        steps = run(
                npm,
                Map.of(
                        "waiting for off", () -> switchTo(OnOff.OFF),
                        "switch meanwhile", GuestsIT::switchLamp,
                        "waiting for on", () -> switchTo(OnOff.ON)));
    }

    @AfterAll
    static void stop() throws Exception {
        if (runtime != null) {
            runtime.close();
        }
    }

    @Test
    void whileItIsOnTheGuestReads() {
        assertFalse(
                step("on", "read").toString().contains(NOT_ALLOWED),
                () -> step("on", "read").toString());
    }

    @Test
    void whileItIsOffReadsAndWritesAreNotAllowed() {
        assertTrue(
                step("off", "read").toString().contains(NOT_ALLOWED),
                () -> step("off", "read").toString());
        assertTrue(
                step("off", "write").toString().contains(NOT_ALLOWED),
                () -> step("off", "write").toString());
        assertEquals(OnOff.OFF, lampWhileOff);
    }

    @Test
    void theListIsTheSameButForTheValuesOfTheHome() {
        String before = steps.get("on").getAsJsonArray("accessories").toString();
        String off = list("off").toString();
        assertTrue(before.contains("\"value\":true") && before.contains("\"value\":21.5"), before);
        assertFalse(off.contains("\"value\":true") || off.contains("\"value\":21.5"), off);
        assertEquals(withoutValues(before), withoutValues(off));
        assertEquals(withoutValues(before), withoutValues(list("on again").toString()));
        assertEquals(numberBefore, bridge.status().configuration().value());
    }

    @Test
    void whileItIsOffNothingIsHeardAndThenWhatHasChanged() {
        assertEquals(0, steps.get("silence").getAsJsonArray("heard").size());
        JsonArray heard = steps.get("on again").getAsJsonArray("heard");
        JsonObject first = heard.get(0).getAsJsonObject();
        assertEquals(steps.get("on").get("id").getAsString(), first.get("aid") + "." + first.get("iid"));
        assertTrue(List.of("true", "1").contains(first.get("value").toString()), heard::toString);
    }

    @Test
    void whenItIsOnAgainTheGuestSwitches() {
        assertFalse(step("on again", "write").toString().contains(NOT_ALLOWED));
        assertEquals(OnOff.OFF, items.item("DeskLamp").orElseThrow().state());
    }

    @Test
    void nobodyIsUnpaired() {
        assertEquals(1, bridge.status().controllers());
    }

    private static void switchTo(OnOff state) {
        items.send("Guests", state, "itests");
        Eventually.until(
                SOON,
                "the bridge to follow its item",
                () -> bridge.status().problem().isPresent() == state.equals(OnOff.OFF));
    }

    private static void switchLamp() {
        lampWhileOff = items.item("DeskLamp").orElseThrow().state();
        items.send("DeskLamp", OnOff.ON, "itests");
    }

    private static JsonElement step(String name, String part) {
        return steps.get(name).get(part);
    }

    private static JsonArray list(String step) {
        return steps.get(step).getAsJsonObject("list").getAsJsonArray("accessories");
    }

    /** Names stay: only what is no text of a definition may differ. */
    private static List<String> withoutValues(String list) {
        List<String> shape = new ArrayList<>();
        for (JsonElement accessory : JsonParser.parseString(list).getAsJsonArray()) {
            shape.add(accessory.toString().replaceAll("\"(value|ev)\":[-0-9.a-z]+", "\"$1\":0"));
        }
        return shape;
    }

    private static Map<String, JsonObject> run(Npm npm, Map<String, Runnable> meanwhile)
            throws IOException, InterruptedException {
        Map<String, String> environment = Map.of(
                "HOST", bridge.address().getAddress().getHostAddress(),
                "PORT", String.valueOf(bridge.address().getPort()),
                "DEVICE_ID", bridge.status().deviceId().orElseThrow().text(),
                "SETUP_CODE", FrameworkBridge.CODE.text(),
                "ITEM", "Desk Lamp");
        Process node = npm.start("guests-client", environment);
        Eventually.endAfter(RUN_SECONDS, node);
        Map<String, JsonObject> told = new LinkedHashMap<>();
        try (BufferedReader lines = node.inputReader();
                BufferedWriter answers = node.outputWriter()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonObject step = JsonParser.parseString(line).getAsJsonObject();
                String name = step.get("step").getAsString();
                told.put(name, step);
                if (meanwhile.containsKey(name)) {
                    meanwhile.get(name).run();
                    answers.write("done\n");
                    answers.flush();
                }
            }
            Npm.finish(node, RUN_SECONDS, "hap-controller after " + told.keySet(), npm.log("guests-client"));
        } finally {
            node.destroyForcibly();
        }
        return told;
    }
}
