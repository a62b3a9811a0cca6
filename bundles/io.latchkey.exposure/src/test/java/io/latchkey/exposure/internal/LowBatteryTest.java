// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static io.latchkey.exposure.internal.ExposureFixture.item;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.accessories.controls.internal.Switchable;
import io.latchkey.accessories.sensors.internal.Battery;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.provider.BridgeView;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Batteries of which only a contact tells that they are low. */
class LowBatteryTest {
    private final FakeItemRegistry registry = new FakeItemRegistry(
            item("Level", "Number", "55", "Battery"),
            Item.of("Robot", ItemType.GROUP).tags(Set.of("CleaningRobot")).build(),
            Item.of("Go", ItemType.SWITCH)
                    .tags(Set.of("Switch"))
                    .groups(Set.of("Robot"))
                    .build(),
            Item.of("Low", ItemType.SWITCH)
                    .tags(Set.of("Status", "LowBattery"))
                    .groups(Set.of("Robot"))
                    .build());
    private final ExposureFixture home = new ExposureFixture(new Battery(), new Switchable()).with("local", registry);

    @Test
    void theyAreFullOrAlmostEmpty() {
        home.exposure.open(new BridgeView("home", "Home", "", "", BridgeView.Expose.SEMANTIC), home.sink);
        home.workers.pass(ExposureFixture.SOON);
        String robot = home.sink.accessories.keySet().stream()
                .filter(key -> key.contains("Robot"))
                .findFirst()
                .orElseThrow();
        String level = robot.replace("Robot", "Level");
        registry.update("Low", "OFF");
        assertEquals("100", home.read(robot, CharacteristicTypes.BATTERY_LEVEL));
        registry.update("Low", "ON");
        assertEquals("10", home.read(robot, CharacteristicTypes.BATTERY_LEVEL));
        assertEquals("1", home.read(robot, CharacteristicTypes.STATUS_LOW_BATTERY));
        assertEquals("55", home.read(level, CharacteristicTypes.BATTERY_LEVEL));
    }
}
