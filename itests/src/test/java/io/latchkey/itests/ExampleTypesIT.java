// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.item.ItemState.OnOff;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.wire.Accessories;
import io.latchkey.itests.wire.WireClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The accessory types of docs/write-an-accessory.md that do more than convert, in a framework and over the wire. */
class ExampleTypesIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ON = "25";
    private static final String BRIGHTNESS = "8";
    private static final String ITEMS = """
            [
              {"type": "Group", "name": "Well", "label": "Well", "metadata": {"homekit": {"value": "WellPump"}}},
              {"type": "Switch", "name": "Motor", "groupNames": ["Well"], "state": "OFF",
               "metadata": {"homekit": {"value": "WellPump.Pump"}}},
              {"type": "Switch", "name": "Float", "groupNames": ["Well"], "state": "OFF",
               "metadata": {"homekit": {"value": "WellPump.Water", "config": {"inverted": true}}}},
              {"type": "Group", "name": "Path", "label": "Path",
               "metadata": {"homekit": {"value": "GardenLight", "config": {"darkest": 0, "brightest": 24}}}},
              {"type": "Switch", "name": "PathPower", "groupNames": ["Path"], "state": "ON",
               "metadata": {"homekit": {"value": "GardenLight.OnState"}}},
              {"type": "Number", "name": "PathVoltage", "groupNames": ["Path"], "state": "12",
               "metadata": {"homekit": {"value": "GardenLight.Voltage"}}}
            ]
            """;

    private final ControllerKeys keys = WireClient.newKeys("itests");
    private FelixRuntime runtime;
    private WireClient session;
    private ItemRegistry items;

    @BeforeEach
    void startABridgeWithTheExamplesAndConnect() throws Exception {
        runtime = FelixRuntime.start(Built.fresh("example-types"), Libraries.LOWEST);
        Example.WELL_PUMP.install(runtime.context());
        Example.GARDEN_LIGHT.install(runtime.context());
        runtime.showItems(ITEMS);
        FrameworkBridge bridge = FrameworkBridge.start(runtime, "home");
        session = bridge.session(keys, bridge.pair(keys));
        items = runtime.service(ItemRegistry.class);
        Eventually.until(SOON, "both to appear", () -> bridge.accessories().size() == 2);
    }

    @AfterEach
    void stopIt() throws Exception {
        session.close();
        runtime.close();
    }

    @Test
    void aPumpThatRunsDryIsStoppedAndNotStartedAgain() throws Exception {
        String on = Accessories.find(session.accessories(), "Well", ON);
        assertEquals(204, session.put(on, "value", "true").status());
        awaitState("Motor", OnOff.ON);
        assertEquals(204, session.put(on, "ev", "true").status());
        items.send("Float", OnOff.ON, "itests");
        JsonObject stopped = session.event(SOON).orElseThrow().get(0).getAsJsonObject();
        assertEquals(
                on, stopped.get("aid").getAsString() + "." + stopped.get("iid").getAsString());
        assertEquals(OnOff.OFF, state("Motor"));
        var refused = session.put(on, "value", "true").json().getAsJsonArray("characteristics");
        assertEquals(
                HapStatus.NOT_ALLOWED_IN_CURRENT_STATE.code(),
                refused.get(0).getAsJsonObject().get("status").getAsInt());
        items.send("Float", OnOff.OFF, "itests");
        Eventually.until(
                SOON,
                "water to be there",
                () -> session.put(on, "value", "true").status() == 204);
        awaitState("Motor", OnOff.ON);
    }

    @Test
    void aVoltageIsReadAndWrittenInPercentByTheOptionsOfTheGroup() throws Exception {
        String brightness = Accessories.find(session.accessories(), "Path", BRIGHTNESS);
        assertEquals(50, session.read(brightness).get("value").getAsInt());
        assertEquals(204, session.put(brightness, "value", "25").status());
        awaitState("PathVoltage", ItemState.Quantity.of("6.00"));
    }

    private void awaitState(String item, ItemState wanted) {
        Eventually.until(
                SOON,
                item + " to be " + wanted,
                () -> wanted.text().equals(state(item).text()));
    }

    private ItemState state(String item) {
        return items.item(item).orElseThrow().state();
    }
}
