// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.climate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Option;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Value;
import io.latchkey.api.testing.BehaviourTester;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A thermostat, and what its setpoints have to do with its mode. */
class ThermostatTest {
    private static BehaviourTester<?> thermostat() {
        return BehaviourTester.of(new Thermostat())
                .with("T", "Number", "CurrentTemperature", "")
                .with("M", "String", "TargetHeatingCoolingMode", "");
    }

    private static BehaviourTester<?> range() {
        return thermostat()
                .with("H", "Number", "HeatingThresholdTemperature", "")
                .with("C", "Number", "CoolingThresholdTemperature", "");
    }

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

    @Test
    void aTargetThatNoItemPlaysIsOneOfTheThresholds() {
        range().check(
                        "H 19    | | ",
                        "C 26    | | TargetTemperature=22.5",
                        "M HEAT  | | TargetTemperature=19.0",
                        "write TargetTemperature=20.0 | H 20.0 | TargetTemperature=19.0",
                        "H 20    | | TargetTemperature=20.0 HeatingThresholdTemperature=20.0",
                        "M COOL  | | TargetTemperature=26.0",
                        "write TargetTemperature=24.0 | C 24.0 |",
                        "M AUTO  | | TargetTemperature=23.0",
                        "M OFF   | | TargetTemperature=23.0",
                        "M UNDEF | | TargetTemperature=23.0");
    }

    @Test
    void theMiddleOfTheThresholdsIsMovedTogether() {
        range().check(
                        "M AUTO | | ",
                        "write TargetTemperature=21.0 | C 21.0, H 21.0 | TargetTemperature=20.0",
                        "H 18   | | ",
                        "C 24   | | TargetTemperature=21.0",
                        "write TargetTemperature=22.5 | C 25.5, H 19.5 |",
                        "write TargetTemperature=35.0 | C 35.0, H 25.0 |");
    }

    @Test
    void theModeOfARequestCountsForItsTemperature() {
        range().check(
                        "M HEAT | | ",
                        "H 18   | | ",
                        "C 26   | | ",
                        "write TargetTemperature=24.0 TargetHeatingCoolingMode=2 | M COOL, C 24.0 |",
                        "write TargetTemperature=20.0 TargetHeatingCoolingMode=1 | M HEAT, H 20.0 |",
                        "write TargetTemperature=20.0 TargetHeatingCoolingMode=1 HeatingThresholdTemperature=15.0"
                                + " CoolingThresholdTemperature=30.0 | M HEAT, C 30.0, H 20.0 |",
                        "write TargetTemperature=20.0 TargetHeatingCoolingMode=3 HeatingThresholdTemperature=15.0"
                                + " CoolingThresholdTemperature=30.0 | M AUTO, C 30.0, H 15.0 |");
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
    void aTargetThatNoItemPlaysHasTheRangeOfBothThresholds() {
        BehaviourTester<?> it = thermostat()
                .with("H", "Number", "HeatingThresholdTemperature", "minValue=5;maxValue=28")
                .with("C", "Number", "CoolingThresholdTemperature", "");
        it.check("M HEAT | | ", "H 5 | | TargetTemperature=5.0", "H 30 | | TargetTemperature=28.0");
        assertEquals(5, it.limits("TargetTemperature").minimum().orElseThrow().doubleValue());
        assertEquals(35, it.limits("TargetTemperature").maximum().orElseThrow().doubleValue());
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

    @ParameterizedTest
    @CsvSource({
        // mode, temperature, heat to, cool to, current
        "OFF,  15,    19, 26, 0",
        "HEAT, 18.9,  19, 26, 1",
        "HEAT, 19,    19, 26, 0",
        "HEAT, 30,    19, 26, 0",
        "COOL, 26.1,  19, 26, 2",
        "COOL, 26,    19, 26, 0",
        "COOL, 15,    19, 26, 0",
        "AUTO, 18,    19, 26, 1",
        "AUTO, 22,    19, 26, 0",
        "AUTO, 27,    19, 26, 2",
        "AUTO, UNDEF, 19, 26, 0",
        "AUTO, 18,    NULL, 26, 0",
        "NULL, 18,    19, 26, 0",
        "boost, 18,   19, 26, 0",
    })
    void whatNoItemTellsIsDerived(String mode, String temperature, String low, String high, String current) {
        range().check(
                        "T " + temperature,
                        "H " + low,
                        "C " + high,
                        "M " + mode + " | | CurrentHeatingCoolingMode=" + current);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // options           | mode | T  | current | offered
                "                     | AUTO | 18 | 1       | 0 1 2",
                "                     | AUTO | 24 | 2       | 0 1 2",
                "                     | COOL | 24 | 2       | 0 1 2",
                "OFF=OFF;HEAT=HEAT;AUTO=AUTO | AUTO | 18 | 1 | 0 1",
                "OFF=OFF;HEAT=HEAT;AUTO=AUTO | AUTO | 24 | 0 | 0 1",
                "OFF=OFF;COOL=COOL    | COOL | 24 | 2       | 0 2",
                "AUTO=AUTO            | AUTO | 24 | 0       | 0 1",
            })
    void whatADeviceCantDoItNeverDoes(String options, String mode, String temperature, String current, String offered) {
        BehaviourTester<?> it = BehaviourTester.of(new Thermostat())
                .with("T", "Number", "CurrentTemperature", "")
                .with("M", "String", "TargetHeatingCoolingMode", options == null ? "" : options)
                .with("S", "Number", "TargetTemperature", "");
        it.check("S 21", "T " + temperature, "M " + mode + " | | CurrentHeatingCoolingMode=" + current);
        Set<Integer> codes = it.limits("CurrentHeatingCoolingMode").validValues();
        assertEquals(
                offered, String.join(" ", codes.stream().map(String::valueOf).toList()));
    }

    @Test
    void aModeIsNoCurrentState() {
        BehaviourTester.of(new Thermostat())
                .with("T", "Number", "CurrentTemperature", "")
                .with("S", "Number", "TargetTemperature", "")
                .with("M", "Number", "TargetHeatingCoolingMode CurrentHeatingCoolingMode", "")
                .check(
                        "S 21 | | CurrentHeatingCoolingMode=0",
                        "T 18 | | CurrentHeatingCoolingMode=0",
                        "M 3  | | TargetHeatingCoolingMode=3 CurrentHeatingCoolingMode=1",
                        "T 23 | | CurrentHeatingCoolingMode=2",
                        "M 1  | | TargetHeatingCoolingMode=1 CurrentHeatingCoolingMode=1",
                        "M UNDEF | | CurrentHeatingCoolingMode=0");
    }

    @Test
    void aFixedModeCounts() {
        BehaviourTester<?> it = BehaviourTester.of(new Thermostat())
                .with("T", "Number", "CurrentTemperature", "")
                .with("H", "Number", "HeatingThresholdTemperature", "")
                .fixed("TargetHeatingCoolingMode", Value.of(1));
        it.check(
                "H 20 | | TargetTemperature=20.0",
                "T 18 | | CurrentHeatingCoolingMode=1",
                "T 21 | | CurrentHeatingCoolingMode=0",
                "write TargetTemperature=22.0 | H 22.0 |");
        assertEquals(Set.of(0, 1), it.limits("CurrentHeatingCoolingMode").validValues());
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

    @Test
    void theRangeCountsInAutoAndTheTargetOtherwise() {
        range().with("S", "Number", "TargetTemperature", "")
                .check(
                        "H 18   | | ",
                        "C 26   | | ",
                        "S 22   | | TargetTemperature=22.0",
                        "T 20   | | ",
                        "M AUTO | | CurrentHeatingCoolingMode=0",
                        "M HEAT | | CurrentHeatingCoolingMode=1",
                        "T 24   | | CurrentHeatingCoolingMode=0",
                        "M COOL | | CurrentHeatingCoolingMode=2",
                        "M AUTO | | CurrentHeatingCoolingMode=0",
                        "write TargetTemperature=23.0 HeatingThresholdTemperature=19.0"
                                + " | S 23.0, H 19.0 | TargetTemperature=22.0");
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

    @Test
    void whatAnItemListsIsWhatItCan() {
        BehaviourTester<?> it = BehaviourTester.of(new Thermostat())
                .with("T", "Number", "CurrentTemperature", "")
                .with("S", "Number", "TargetTemperature", "")
                .with(
                        Item.of("M", ItemType.STRING)
                                .commandOptions(List.of(new Option("off", "Off"), new Option("heat", "Heat")))
                                .build(),
                        "TargetHeatingCoolingMode",
                        "");
        assertEquals(Set.of(0, 1), it.limits("TargetHeatingCoolingMode").validValues());
        assertEquals(Set.of(0, 1), it.limits("CurrentHeatingCoolingMode").validValues());
    }

    @Test
    void aCurrentStateThatItsItemIsNotOfferedIsNotShown() {
        BehaviourTester.of(new Thermostat())
                .with("T", "Number", "CurrentTemperature", "")
                .with("S", "Number", "TargetTemperature", "")
                .with("M", "Number", "TargetHeatingCoolingMode", "")
                .with("W", "String", "CurrentHeatingCoolingMode", "HEAT=heat")
                .check(
                        "S 21 | | ",
                        "T 25 | | ",
                        "M 2  | | TargetHeatingCoolingMode=2",
                        "W ?  | | CurrentHeatingCoolingMode=0",
                        "M 1  | | CurrentHeatingCoolingMode=0",
                        "T 20 | | CurrentHeatingCoolingMode=1");
    }

    @Test
    void aFixedThresholdCountsAndCantBeMoved() {
        thermostat()
                .with("C", "Number", "CoolingThresholdTemperature", "")
                .fixed("HeatingThresholdTemperature", Value.of(18.0))
                .check(
                        "C 24   | | TargetTemperature=21.0",
                        "M AUTO | | ",
                        "T 17   | | CurrentHeatingCoolingMode=1",
                        "M HEAT | | TargetTemperature=18.0",
                        "write TargetTemperature=20.0 | !READ_ONLY | TargetTemperature=18.0");
    }
}
