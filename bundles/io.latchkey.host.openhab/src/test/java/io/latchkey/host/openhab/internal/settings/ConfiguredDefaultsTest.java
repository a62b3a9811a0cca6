// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Metadata;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is configured for all items completes those that say nothing themselves. */
class ConfiguredDefaultsTest {
    private static final Map<String, Map<String, String>> WORDS = Map.of(
            "TargetHeatingCoolingMode", Map.of("HEAT", "HeatOn", "OFF", "Off"),
            "CurrentHeatingCoolingMode", Map.of("HEAT", "Heating"));

    @Test
    void numbersWithoutUnitAreFahrenheitWhereChosen() {
        Item plain = number("TemperatureSensor", Map.of()).build();
        assertEquals(Optional.of("°F"), complete(plain, true).unit());
        assertEquals(Optional.empty(), complete(plain, false).unit());
    }

    @Test
    void aUnitOfItsOwnStays() {
        Item inKelvin = number("TemperatureSensor", Map.of()).unit("K").build();
        assertEquals(Optional.of("K"), complete(inKelvin, true).unit());
        Item measured =
                number("TemperatureSensor", Map.of()).dimension("Temperature").build();
        assertEquals(Optional.empty(), complete(measured, true).unit());
    }

    @Test
    void aModeGetsTheWordsOfItsCharacteristic() {
        Item target = number("Thermostat.TargetHeatingCoolingMode", Map.of()).build();
        assertEquals(Map.of("HEAT", "HeatOn", "OFF", "Off"), options(target));
        Item current = number("Foo, CurrentHeatingCoolingMode", Map.of()).build();
        assertEquals(Map.of("HEAT", "Heating"), options(current));
    }

    @Test
    void wordsOfItsOwnStay() {
        Item own = number("TargetHeatingCoolingMode", Map.of("HEAT", "warm")).build();
        assertEquals(Map.of("HEAT", "warm", "OFF", "Off"), options(own));
    }

    @Test
    void anotherCharacteristicOfAThermostatGetsNone() {
        Item temperature = number("Thermostat.CurrentTemperature", Map.of()).build();
        assertEquals(Map.of(), options(temperature));
    }

    @Test
    void anItemThatHomeDoesNotSeeIsLeftAlone() {
        Item other = Item.of("Other", ItemType.NUMBER).build();
        assertSame(other, complete(other, true));
    }

    private static Item.Builder number(String value, Map<String, Object> options) {
        return Item.of("Item", ItemType.NUMBER).metadata("homekit", new Metadata(value, options));
    }

    private static Map<String, Object> options(Item item) {
        return complete(item, false).metadata().get("homekit").options();
    }

    private static Item complete(Item item, boolean fahrenheit) {
        return new ConfiguredDefaults(new HostSettings(false, fahrenheit, WORDS)).complete(item);
    }
}
