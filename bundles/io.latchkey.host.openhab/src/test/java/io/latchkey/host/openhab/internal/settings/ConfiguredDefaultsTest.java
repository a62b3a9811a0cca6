// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
        assertEquals(Optional.of("°F"), defaults(true).temperatureUnit());
        assertEquals(Optional.empty(), defaults(false).temperatureUnit());
    }

    @Test
    void aModeGetsTheWordsOfItsCharacteristic() {
        assertEquals(Map.of("HEAT", "HeatOn", "OFF", "Off"), options("Thermostat.TargetHeatingCoolingMode", Map.of()));
        assertEquals(Map.of("HEAT", "Heating"), options("Lighting, CurrentHeatingCoolingMode", Map.of()));
    }

    @Test
    void wordsOfItsOwnStay() {
        assertEquals(Map.of("HEAT", "warm", "OFF", "Off"), options("TargetHeatingCoolingMode", Map.of("HEAT", "warm")));
    }

    @Test
    void anItemThatIsAThermostatHasTheWordsToo() {
        assertEquals(Map.of("HEAT", "HeatOn", "OFF", "Off"), options("Thermostat", Map.of()));
    }

    @Test
    void anotherCharacteristicOfAThermostatGetsNone() {
        assertEquals(Map.of(), options("Thermostat.CurrentTemperature", Map.of()));
    }

    private static Map<String, Object> options(String value, Map<String, Object> options) {
        return defaults(false).complete(new Metadata(value, options)).options();
    }

    private static ConfiguredDefaults defaults(boolean fahrenheit) {
        return new ConfiguredDefaults(new HostSettings(false, fahrenheit, WORDS));
    }
}
