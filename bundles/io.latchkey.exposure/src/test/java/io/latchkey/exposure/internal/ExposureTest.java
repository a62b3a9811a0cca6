// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static io.latchkey.exposure.internal.ExposureFixture.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.accessories.lighting.internal.Lighting;
import io.latchkey.accessories.sensors.internal.MotionSensor;
import io.latchkey.accessories.sensors.internal.TemperatureSensor;
import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From items to accessories and back, with the real types and a fake bridge. */
class ExposureTest {
    private static final AccessoryType LIGHTING = new Lighting();
    private static final AccessoryType TEMPERATURE = new TemperatureSensor();
    private static final AccessoryType MOTION = new MotionSensor();

    private final FakeItemRegistry registry = new FakeItemRegistry(
            item("Lamp", "Dimmer", "40", "Lighting,Lighting.Brightness"),
            item("Outside", "Number", "7.26 °C", "TemperatureSensor"),
            item("Hall", "Switch", "OFF", "MotionSensor"));
    private final ExposureFixture home = new ExposureFixture(LIGHTING, TEMPERATURE, MOTION).with("local", registry);

    @Test
    void itemsBecomeAccessories() {
        home.open("", "");

        assertEquals(List.of("put local:Lamp", "put local:Outside", "put local:Hall", "complete"), home.sink.log);
        Accessory lamp = home.sink.accessories.get("local:Lamp");
        assertEquals("Lamp", lamp.info().name());
        assertEquals("Lighting", lamp.services().get(0).key());
        assertTrue(lamp.services().get(0).isPrimary());
        assertEquals("true", home.read("local:Lamp", CharacteristicTypes.ON));
        assertEquals("40", home.read("local:Lamp", CharacteristicTypes.BRIGHTNESS));
        assertEquals("7.3", home.read("local:Outside", CharacteristicTypes.CURRENT_TEMPERATURE));
    }

    @Test
    void theAidIsTheOneOfOpenHab() {
        home.open("", "");
        assertEquals(
                629 + "Lamp".hashCode(),
                home.sink.accessories.get("local:Lamp").wishedId().orElseThrow().value());
        int negative = 629 + "Outside".hashCode();
        long wished = home.sink
                .accessories
                .get("local:Outside")
                .wishedId()
                .orElseThrow()
                .value();
        assertEquals(negative < 0 ? negative + Integer.MAX_VALUE : negative, wished);
    }

    @Test
    void changesReachTheBridge() {
        home.open("", "");
        registry.update("Lamp", "0");
        registry.update("Lamp", "0");
        registry.update("Hall", "ON");
        assertEquals(List.of("On=false", "Brightness=0", "MotionDetected=true"), home.sink.events);
    }

    @Test
    void nullIsHarmlessAndUndefIsNoAnswer() {
        home.open("", "");
        registry.update("Outside", "UNDEF");
        assertEquals("UNABLE_TO_COMMUNICATE", home.read("local:Outside", CharacteristicTypes.CURRENT_TEMPERATURE));
        assertEquals(List.of(), home.sink.events, "an unknown temperature is no event");
        registry.update("Outside", "NULL");
        assertEquals("0.0", home.read("local:Outside", CharacteristicTypes.CURRENT_TEMPERATURE));
    }

    @Test
    void valuesStayWithinTheirLimits() {
        home.open("", "");
        registry.update("Outside", "1000000 °C");
        assertEquals("100.0", home.read("local:Outside", CharacteristicTypes.CURRENT_TEMPERATURE));
        registry.update("Outside", "-1e30");
        assertEquals("-100.0", home.read("local:Outside", CharacteristicTypes.CURRENT_TEMPERATURE));
    }

    @Test
    void onlyWhatChangedIsPutAgain() {
        home.open("", "");
        Accessory before = home.sink.accessories.get("local:Outside");
        home.sink.log.clear();
        registry.put(item("Lamp", "Dimmer", "40", "Lighting"));
        home.workers.pass(ExposureFixture.SOON);
        assertEquals(List.of("put local:Lamp"), home.sink.log);
        assertSame(before, home.sink.accessories.get("local:Outside"));
        registry.remove("Lamp");
        home.workers.pass(ExposureFixture.SOON);
        assertEquals(List.of("put local:Lamp", "absent local:Lamp MISSING"), home.sink.log);
    }

    @Test
    void manyChangesAreOneRound() {
        home.open("", "");
        home.sink.log.clear();
        for (int count = 0; count < 20; count++) {
            registry.put(item("Lamp" + count, "Switch", "OFF", "Lighting"));
            home.workers.pass(Duration.ofMillis(100));
        }
        assertEquals(List.of(), home.sink.log);
        home.workers.pass(ExposureFixture.SOON);
        assertEquals(20, home.sink.log.size());
    }

    @Test
    void bridgesTakeTheHostsAndItemsThatTheyAreConfiguredFor() {
        home.with("other", new FakeItemRegistry(item("Lamp", "Switch", "ON", "Lighting", "instance", 2)));
        home.open("(latchkey.host=other)", "instance:2");
        assertEquals(List.of("put other:Lamp", "complete"), home.sink.log);
        assertThrows(IllegalArgumentException.class, () -> home.open("latchkey.host=other", ""));
    }

    @Test
    void aPressIsAnEventEachTimeAndOnlyThen() {
        FakeItemRegistry bell = new FakeItemRegistry(item("Bell", "Number", "0", "Button"));
        ExposureFixture button = new ExposureFixture(new ButtonType()).with("local", bell);
        button.open("", "");
        assertEquals(List.of(), button.sink.events);
        bell.update("Bell", "0");
        bell.update("Bell", "0");
        bell.update("Bell", "1");
        List<String> presses =
                List.of("ProgrammableSwitchEvent=0", "ProgrammableSwitchEvent=0", "ProgrammableSwitchEvent=1");
        assertEquals(presses, button.sink.events);
        bell.update("Bell", "NULL");
        bell.update("Bell", "UNDEF");
        bell.update("Bell", "99");
        bell.replaced("Bell");
        button.workers.pass(ExposureFixture.SOON);
        assertEquals(presses, button.sink.events, "nobody pressed");
    }

    @Test
    void aBehaviourDecidesAndIsWoken() {
        FakeItemRegistry fan = new FakeItemRegistry(item("Fan", "Switch", "OFF", "Timer"));
        ExposureFixture timer = new ExposureFixture(new TimerType()).with("local", fan);
        timer.open("", "");
        timer.write("local:Fan", Map.of(CharacteristicTypes.ON, Value.TRUE));
        assertEquals(List.of("Fan ON from io.latchkey$phone"), fan.commands);
        assertEquals("true", timer.read("local:Fan", CharacteristicTypes.ON), "decided, whatever the item says");
        fan.update("Fan", "OFF");
        assertEquals("true", timer.read("local:Fan", CharacteristicTypes.ON));
        timer.workers.pass(Duration.ofSeconds(11));
        assertEquals("Fan OFF from io.latchkey$phone", fan.commands.get(1));
        assertEquals("false", timer.read("local:Fan", CharacteristicTypes.ON), "the item counts again");
        assertEquals(List.of("On=true", "On=false"), timer.sink.events);
    }

    @Test
    void aClosedBridgeHearsNothingMore() throws Exception {
        AutoCloseable open = home.open("", "");
        open.close();
        registry.update("Lamp", "90");
        registry.put(item("More", "Switch", "OFF", "Lighting"));
        home.workers.pass(ExposureFixture.SOON);
        assertEquals(List.of(), home.sink.events);
        assertFalse(home.sink.accessories.containsKey("local:More"));
    }
}
