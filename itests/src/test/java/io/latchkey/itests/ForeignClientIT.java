// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemState.OnOff;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A controller that nobody here wrote does what a home does, and each of its steps is judged. */
class ForeignClientIT {
    private static final List<String> STEPS = List.of(
            "identify",
            "wrong code",
            "pair",
            "list",
            "read",
            "write",
            "subscribe",
            "event",
            "waiting for the host",
            "host event",
            "rename",
            "pairings",
            "unpair");

    private static FelixRuntime runtime;
    private static FrameworkBridge bridge;
    private static Map<String, JsonObject> steps;
    private static ItemState written;

    @BeforeAll
    static void letItRun() throws Exception {
        ForeignClient client = ForeignClient.install();
        runtime = FelixRuntime.start(Built.fresh("foreign-client"), Libraries.LOWEST);
        runtime.showItems(HomeFile.withStrip("Kettle", "Toaster"));
        bridge = FrameworkBridge.start(runtime, "home");
        Map<String, String> environment = Map.of(
                "HOST", bridge.address().getAddress().getHostAddress(),
                "PORT", String.valueOf(bridge.address().getPort()),
                "DEVICE_ID", bridge.status().deviceId().orElseThrow().text(),
                "SETUP_CODE", FrameworkBridge.CODE.text(),
                "ITEM", "Desk Lamp",
                "SOCKET", "Kettle");
        ItemRegistry registry = runtime.service(ItemRegistry.class);
        steps = client.run(
                environment,
                Map.of(
                        "write",
                                () -> written =
                                        registry.item("DeskLamp").orElseThrow().state(),
                        "waiting for the host", () -> registry.send("DeskLamp", OnOff.ON, "itests")));
    }

    @AfterAll
    static void stop() throws Exception {
        if (runtime != null) {
            runtime.close();
        }
    }

    @Test
    void everyStepWasTaken() {
        assertEquals(STEPS, List.copyOf(steps.keySet()));
    }

    @Test
    void aWrongSetupCodeIsRefusedAsSuch() {
        String error = steps.get("wrong code").get("error").getAsString();
        assertTrue(error.contains("M4") && error.contains("2"), error);
    }

    @Test
    void theListHoldsTheBridgeAndItsAccessories() {
        JsonArray accessories = steps.get("list").getAsJsonArray("accessories");
        assertEquals(5, accessories.size());
        assertEquals(1, accessories.get(0).getAsJsonObject().get("aid").getAsLong());
    }

    @Test
    void aCharacteristicIsReadWithWhatWasAskedFor() {
        JsonObject read = steps.get("read").getAsJsonObject("characteristic");
        assertEquals("bool", read.get("format").getAsString());
        assertTrue(read.getAsJsonArray("perms").toString().contains("\"ev\""), read.toString());
        assertEquals(0, truth(read));
    }

    @Test
    void aWriteReachesTheItem() {
        assertEquals(1, truth(steps.get("write").getAsJsonObject("characteristic")));
        assertEquals(OnOff.ON, written);
    }

    @Test
    void anEventComesFromTheWriteOfAnotherConnection() {
        assertEquals(id(steps.get("subscribe").getAsJsonArray("subscribed")), id(steps.get("list")));
        assertEquals(0, truth(onlyOf("event")));
    }

    @Test
    void anEventComesFromTheHost() {
        assertEquals(1, truth(onlyOf("host event")));
    }

    @Test
    void aServiceIsRenamedAndTheOtherConnectionHearsOfIt() {
        JsonObject step = steps.get("rename");
        JsonObject heard = onlyOf("rename");
        assertEquals(step.get("id").getAsString(), heard.get("aid") + "." + heard.get("iid"));
        assertEquals("Tea", heard.get("value").getAsString());
        JsonObject refusal = step.getAsJsonObject("refusal")
                .getAsJsonArray("characteristics")
                .get(0)
                .getAsJsonObject();
        assertEquals(-70410, refusal.get("status").getAsInt());
        JsonObject now = step.getAsJsonObject("now");
        assertEquals("Tea", now.get("value").getAsString());
        assertEquals("string", now.get("format").getAsString());
        assertEquals("[\"pr\",\"pw\",\"ev\"]", now.getAsJsonArray("perms").toString());
    }

    @Test
    void thePairingIsListedAsAdmin() {
        assertEquals(steps.get("pair").get("controller"), steps.get("pairings").get("controller"));
        assertEquals(1, steps.get("pairings").get("permissions").getAsInt());
    }

    @Test
    void afterUnpairingNothingIsAnswered() {
        assertTrue(steps.get("unpair").get("error").isJsonPrimitive(), "a removed controller can't verify");
        assertEquals(0, bridge.status().controllers());
    }

    private static String id(JsonArray subscribed) {
        assertEquals(1, subscribed.size());
        return subscribed.get(0).getAsString();
    }

    private static String id(JsonObject list) {
        return list.get("id").getAsString();
    }

    private static JsonObject onlyOf(String step) {
        JsonArray changes = steps.get(step).getAsJsonArray("characteristics");
        assertEquals(1, changes.size());
        return changes.get(0).getAsJsonObject();
    }

    private static int truth(JsonObject characteristic) {
        String value = characteristic.get("value").getAsString();
        return value.equals("1") || value.equals("true") ? 1 : 0;
    }
}
