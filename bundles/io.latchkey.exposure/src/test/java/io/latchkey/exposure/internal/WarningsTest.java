// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static io.latchkey.exposure.internal.ExposureFixture.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.accessories.entry.internal.WindowCovering;
import io.latchkey.accessories.lighting.internal.Lighting;
import io.latchkey.accessories.sensors.internal.ContactSensor;
import io.latchkey.accessories.sensors.internal.LightSensor;
import io.latchkey.accessories.sensors.internal.TemperatureSensor;
import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.model.CharacteristicTypes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Home can't show as it is, is shown as well as can be, and told once to whoever can mend it. */
class WarningsTest {
    private final FakeItemRegistry registry = new FakeItemRegistry(
            item("Outside", "Number", "20 °C", "TemperatureSensor"),
            item("Dark", "Number", "5 lx", "LightSensor"),
            item("Level", "Number", "50", "Lighting.Brightness"),
            item("Door", "Number", "0", "ContactSensor", "NOT_DETECTED", "open"),
            item("Blind", "Number", "50", "WindowCovering"),
            item("Lamp", "Switch", "ON", "Lighting", "Brightness", 500));
    private final AccessoryType door = new ContactSensor();
    private final ExposureFixture home = new ExposureFixture(
                    new TemperatureSensor(), new LightSensor(), door, new Lighting(), new WindowCovering())
            .with("local", registry);

    @BeforeEach
    void open() {
        home.open("", "");
    }

    @Test
    void aValueBeyondTheLimitsIsToldOnceUntilItFits() {
        List<String> lines = CapturedLog.of(() -> {
            registry.update("Outside", "180 °C");
            registry.update("Outside", "190 °C");
            registry.replaced("Outside");
            home.workers.pass(ExposureFixture.SOON);
        });
        assertEquals(1, lines.size(), lines.toString());
        assertTrue(
                lines.get(0)
                        .endsWith(
                                "Item Outside says 180 °C, which is beyond what CurrentTemperature of bridge home can be:"
                                        + " Home sees 100.0. If the item is right, note minValue and maxValue at it."),
                lines.get(0));
        assertEquals("100.0", home.read("local:Outside", CharacteristicTypes.CURRENT_TEMPERATURE));
        assertEquals(List.of(), CapturedLog.of(() -> registry.update("Outside", "21 °C")));
        assertEquals(
                1, CapturedLog.of(() -> registry.update("Outside", "-300 °C")).size());
    }

    @ParameterizedTest
    @CsvSource({
        "Outside, 21.34 °C, 0",
        "Outside, 100.04 °C, 0",
        "Outside, 100.2 °C, 1",
        "Outside, NULL, 0",
        "Outside, UNDEF, 0",
        "Dark, 0 lx, 0",
        "Dark, 0.4 klx, 0",
        "Dark, 250000 lx, 1",
        "Door, 1, 1",
        "Blind, 33.4, 0",
        "Blind, 140, 2",
    })
    void roundingIsNoTrouble(String item, String state, int warnings) {
        List<String> lines = CapturedLog.of(() -> registry.update(item, state));
        assertEquals(warnings, lines.size(), lines.toString());
        lines.forEach(line -> assertTrue(line.contains("bridge home") && line.contains("Home sees"), line));
    }

    @Test
    void whatMeansNothingIsToldAgainAfterItMeantSomething() {
        List<String> lines = CapturedLog.of(() -> {
            registry.update("Door", "7");
            registry.update("Door", "8");
            registry.update("Door", "0");
            registry.update("Door", "9");
        });
        assertEquals(2, lines.size(), lines.toString());
        assertTrue(
                lines.get(0)
                        .endsWith(
                                "Item Door says 7, which means nothing for ContactSensorState of bridge home: Home sees 0."
                                        + " Map it in the item's metadata."),
                lines.get(0));
    }

    @Test
    void aTypeThatIsUpdatedIsNoTroubleAndOneThatStaysAwayIs() {
        home.workers.pass(FaultWarnings.PATIENCE.multipliedBy(3));
        List<String> lines = CapturedLog.of(() -> {
            home.exposure.removeType(door);
            home.workers.pass(ExposureFixture.SOON);
            home.exposure.addType(door, Map.of());
            home.workers.pass(FaultWarnings.PATIENCE.multipliedBy(3));
        });
        assertEquals(List.of(), lines);
        lines = CapturedLog.of(() -> {
            home.exposure.removeType(door);
            home.workers.pass(FaultWarnings.PATIENCE.multipliedBy(3));
        });
        assertEquals(1, lines.size(), lines.toString());
        assertTrue(lines.get(0).contains("item Door: \"ContactSensor\" is no accessory type"), lines.get(0));
    }

    @Test
    void aConstantBeyondTheLimitsIsNoted() {
        assertEquals("100", home.read("local:Lamp", CharacteristicTypes.BRIGHTNESS));
        CheckVerb check = new CheckVerb(home.exposure, new FixedPlaces());
        assertTrue(
                check.run(List.of("Lamp"))
                        .outputs()
                        .toString()
                        .contains("Brightness=\"500\" is beyond what it can be; Home sees 100."),
                check.run(List.of("Lamp")).toString());
    }
}
