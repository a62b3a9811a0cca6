// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.climate.internal;

import static io.latchkey.accessories.climate.internal.Thermostats.range;
import static io.latchkey.accessories.climate.internal.Thermostats.thermostat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.testing.BehaviourTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A thermostat: what it shows, and to which item it tells what. */
class ThermostatTest {
    @Test
    void whatItemsTellIsShownAndWhatIsWrittenIsTold() {
        thermostat()
                .with("S", "Number", "TargetTemperature", "")
                .with("W", "String", "CurrentHeatingCoolingMode", "")
                .with("R", "Number", "RelativeHumidity", "")
                .with("Q", "Number", "TargetRelativeHumidity", "")
                .with("U", "Switch", "TemperatureUnit", "")
                .check(
                        "M HEAT  | | TargetHeatingCoolingMode=1 CurrentHeatingCoolingMode=0",
                        "T 19    | | CurrentTemperature=19.0 CurrentHeatingCoolingMode=0",
                        "S 21    | | TargetTemperature=21.0 CurrentHeatingCoolingMode=0",
                        "W HEAT  | | CurrentHeatingCoolingMode=1",
                        "R 44    | | RelativeHumidity=44.0",
                        "U ON    | | TemperatureUnit=1",
                        "write TargetTemperature=22.5        | S 22.5",
                        "write TargetHeatingCoolingMode=0    | M OFF",
                        "write TargetRelativeHumidity=40.0   | Q 40.0",
                        "write TemperatureUnit=0             | U OFF");
    }

    @ParameterizedTest
    @CsvSource({"HeatingThresholdTemperature, 0.0, 25.0", "CoolingThresholdTemperature, 10.0, 35.0"})
    void aSingleThresholdIsTheTargetInEveryMode(String role, double low, double high) {
        BehaviourTester<?> it = thermostat().with("X", "Number", role, "");
        it.check(
                "X 21   | | ",
                "M HEAT | | TargetTemperature=21.0",
                "M COOL | | TargetTemperature=21.0",
                "write TargetTemperature=22.0 | X 22.0 |",
                "M AUTO | | TargetTemperature=21.0",
                "write TargetTemperature=22.0 | X 22.0 |");
        Constraints limits = it.limits("TargetTemperature");
        assertEquals(low, limits.minimum().orElseThrow().doubleValue());
        assertEquals(high, limits.maximum().orElseThrow().doubleValue());
    }

    @Test
    void oneItemIsToldOneTemperature() {
        thermostat()
                .with(
                        "S",
                        "Number",
                        "TargetTemperature HeatingThresholdTemperature CoolingThresholdTemperature",
                        "minValue=10;maxValue=30")
                .check(
                        "S 21 | | TargetTemperature=21.0 HeatingThresholdTemperature=21.0",
                        "M AUTO | | ",
                        "write HeatingThresholdTemperature=21.0 CoolingThresholdTemperature=24.0 | S 24.0 |",
                        "write HeatingThresholdTemperature=18.0 CoolingThresholdTemperature=21.0 | S 18.0 |",
                        "write HeatingThresholdTemperature=18.0 CoolingThresholdTemperature=26.0 | S 22.0 |",
                        "write TargetTemperature=23.0 | S 23.0 |",
                        "M COOL | | ",
                        "write TargetTemperature=23.0 CoolingThresholdTemperature=26.0 | S 23.0 |",
                        "write HeatingThresholdTemperature=18.0 CoolingThresholdTemperature=26.0 | S 26.0 |");
    }

    @Test
    void whatCantBeToldIsRefused() {
        BehaviourTester.of(new Thermostat())
                .with("T", "Number", "CurrentTemperature", "")
                .with("M", "Switch", "TargetHeatingCoolingMode", "")
                .check(
                        "M ON | | TargetHeatingCoolingMode=1 TargetTemperature=20.0",
                        "write TargetTemperature=22.0 | !READ_ONLY | TargetTemperature=20.0",
                        "write TargetHeatingCoolingMode=3 | !READ_ONLY |",
                        "write TargetHeatingCoolingMode=0 TargetTemperature=22.0 | M OFF, !READ_ONLY |");
    }

    @Test
    void aUnitThatNoItemKeepsIsRemembered() {
        range().check(
                        "T 18 | | TemperatureUnit=0",
                        "write TemperatureUnit=1 | | TemperatureUnit=1",
                        "T 19 | | TemperatureUnit=1",
                        "write TemperatureUnit=0 TargetHeatingCoolingMode=1 | M HEAT | TemperatureUnit=0");
    }

    @ParameterizedTest
    @CsvSource({"°C, 0", "°F, 1", "℉, 1", "K, 0"})
    void aUnitThatNobodyChoseIsThatOfTheTemperature(String unit, String shown) {
        BehaviourTester.of(new Thermostat())
                .with(Item.of("T", ItemType.NUMBER).unit(unit).build(), "CurrentTemperature", "")
                .check("T 50 | | TemperatureUnit=" + shown);
    }

    @Test
    void itemsInFahrenheitAreToldFahrenheit() {
        BehaviourTester.of(new Thermostat())
                .with("M", "String", "TargetHeatingCoolingMode", "")
                .with(Item.of("T", ItemType.NUMBER).unit("°F").build(), "CurrentTemperature", "")
                .with(Item.of("H", ItemType.NUMBER).unit("°F").build(), "HeatingThresholdTemperature", "")
                .with(Item.of("C", ItemType.NUMBER).unit("°F").build(), "CoolingThresholdTemperature", "")
                .check(
                        "M AUTO | | ",
                        "H 64.4 | | HeatingThresholdTemperature=18.0",
                        "C 75.2 | | TargetTemperature=21.0",
                        "T 64   | | CurrentTemperature=17.8 CurrentHeatingCoolingMode=1",
                        "write TargetTemperature=22.0 | C 77.0, H 66.2 |");
    }
}
