// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static io.latchkey.exposure.internal.ExposureFixture.item;
import static io.latchkey.exposure.internal.ExposureFixture.member;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.accessories.climate.internal.Thermostat;
import io.latchkey.accessories.controls.internal.Outlet;
import io.latchkey.accessories.controls.internal.Switchable;
import io.latchkey.accessories.entry.internal.WindowCovering;
import io.latchkey.accessories.lighting.internal.Lighting;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Commands that openHAB takes and doesn't carry out: autoupdate is vetoed, or a thing is offline. The item keeps its state
 * and the host says that state once more, while the phone that wrote goes on showing what it wrote.
 */
class RefusedCommandsTest {
    private final FakeItemRegistry items = new FakeItemRegistry(
            item("Fan", "Switch", "OFF", "Switchable"),
            item("Plug", "Switch", "OFF", "Outlet"),
            item("Lamp", "Dimmer", "0", "Lighting,Lighting.Brightness"),
            item("Blind", "Rollershutter", "0", "WindowCovering"),
            item("Room", "Group", "NULL", "Thermostat"),
            member("Room", "Now", "Number", "20", "Thermostat.CurrentTemperature"),
            member("Room", "Wish", "Number", "21", "Thermostat.TargetTemperature"),
            member("Room", "Mode", "String", "HEAT", "Thermostat.TargetHeatingCoolingMode"));
    private final ExposureFixture home = new ExposureFixture(
                    new Switchable(), new Outlet(), new Lighting(), new WindowCovering(), new Thermostat())
            .with("local", items);

    private void write(String item, CharacteristicType type, Value value) {
        home.write("local:" + item, Map.of(type, value));
    }

    @Test
    void theOldStateIsAnEventForWhoWroteAnother() {
        home.open("", "");
        write("Fan", CharacteristicTypes.ON, Value.TRUE);
        items.update("Fan", "OFF");
        assertEquals(List.of("On=false"), home.sink.events);
        items.update("Fan", "OFF");
        assertEquals(1, home.sink.events.size(), "once is enough");
    }

    @Test
    void whatIsCarriedOutIsToldOnce() {
        home.open("", "");
        write("Fan", CharacteristicTypes.ON, Value.TRUE);
        items.update("Fan", "ON");
        items.update("Fan", "ON");
        assertEquals(List.of("On=true"), home.sink.events);
    }

    @Test
    void aWriteOfWhatIsSoAlreadyIsNothingNew() {
        home.open("", "");
        write("Fan", CharacteristicTypes.ON, Value.FALSE);
        items.update("Fan", "OFF");
        assertEquals(List.of(), home.sink.events);
    }

    @Test
    void aTypeWithABehaviourGoesBackToo() {
        home.open("", "");
        write("Plug", CharacteristicTypes.ON, Value.TRUE);
        items.update("Plug", "OFF");
        assertEquals(List.of("On=false"), home.sink.events);
    }

    /** A lamp shows what was written at once, to every phone. */
    @Test
    void whatWasShownAtOnceIsTakenBack() {
        home.open("", "");
        write("Lamp", CharacteristicTypes.ON, Value.TRUE);
        home.workers.pass(Duration.ofMillis(100));
        items.update("Lamp", "0");
        assertEquals("false", home.read("local:Lamp", CharacteristicTypes.ON));
        assertEquals("On=false", home.sink.events.get(home.sink.events.size() - 1));
    }

    @Test
    void aBlindThatDoesntMoveIsWhereItWas() {
        home.open("", "");
        write("Blind", CharacteristicTypes.TARGET_POSITION, Value.of(30));
        items.update("Blind", "0");
        home.workers.pass(Duration.ofMinutes(2));
        assertEquals("100", home.read("local:Blind", CharacteristicTypes.TARGET_POSITION));
        assertTrue(home.sink.events.contains("TargetPosition=100"), home.sink.events.toString());
    }

    /** Of two items that were told, each answers for itself: what the other was told isn't taken back too early. */
    @Test
    void eachItemAnswersForItself() {
        home.open("", "");
        Map<CharacteristicType, Value> scene = new LinkedHashMap<>();
        scene.put(CharacteristicTypes.TARGET_HEATING_COOLING_STATE, Value.of(0));
        scene.put(CharacteristicTypes.TARGET_TEMPERATURE, Value.of(17.0));
        home.write("local:Room", scene);
        assertEquals(2, items.commands.size(), items.commands.toString());
        items.update("Mode", "HEAT");
        assertEquals(List.of("TargetHeatingCoolingState=1"), home.sink.events);
        items.update("Wish", "17");
        assertTrue(home.sink.events.contains("TargetTemperature=17.0"), home.sink.events.toString());
        assertFalse(home.sink.events.contains("TargetTemperature=21.0"), home.sink.events.toString());
    }
}
