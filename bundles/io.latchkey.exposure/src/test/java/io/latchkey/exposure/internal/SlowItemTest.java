// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.accessories.lighting.internal.Lighting;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a controller has written is shown until its item answers, whatever else changes in the house meanwhile. */
class SlowItemTest {
    private final FakeItemRegistry items = new FakeItemRegistry(
            ExposureFixture.item("Lamp", "Dimmer", "10", "Lighting, Lighting.Brightness"),
            ExposureFixture.item("Other", "Dimmer", "10", "Lighting, Lighting.Brightness"));
    private final ExposureFixture home = new ExposureFixture(new Lighting()).with("local", items);

    @Test
    void aLampThatTakesItsTimeIsNotShownAsItWas() {
        home.open("", "");
        home.write(
                "local:Lamp",
                Map.of(CharacteristicTypes.ON, Value.TRUE, CharacteristicTypes.BRIGHTNESS, Value.of(40L)));
        items.put(ExposureFixture.builder("Other", "Dimmer", "10", "Lighting, Lighting.Brightness")
                .label("Another")
                .build());
        home.workers.pass(ExposureFixture.SOON);
        assertEquals("40", home.read("local:Lamp", CharacteristicTypes.BRIGHTNESS));
        items.update("Lamp", "40");
        assertEquals(List.of("Brightness=40"), home.sink.events);
    }

    @Test
    void aLampThatIsSwitchedOnAndDimmedIsNotSeenAtFull() {
        home.open("", "");
        home.write(
                "local:Lamp",
                Map.of(CharacteristicTypes.ON, Value.TRUE, CharacteristicTypes.BRIGHTNESS, Value.of(40L)));
        assertEquals(2, items.commands.size(), "on, and then the brightness");
        items.update("Lamp", "100");
        assertEquals("40", home.read("local:Lamp", CharacteristicTypes.BRIGHTNESS));
        items.update("Lamp", "40");
        items.update("Lamp", "70");
        assertEquals(List.of("Brightness=40", "Brightness=70"), home.sink.events);
    }

    @Test
    void aLampThatDidNotMoveIsShownAsItIsInTheEnd() {
        home.open("", "");
        home.write("local:Lamp", Map.of(CharacteristicTypes.BRIGHTNESS, Value.of(40L)));
        home.workers.pass(ExposureFixture.SOON.multipliedBy(4));
        assertEquals("10", home.read("local:Lamp", CharacteristicTypes.BRIGHTNESS));
        assertEquals(List.of("Brightness=40", "Brightness=10"), home.sink.events);
    }
}
