// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.climate.internal;

import static io.latchkey.accessories.climate.internal.Thermostats.range;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemType;
import io.latchkey.api.item.Option;
import io.latchkey.api.model.Value;
import io.latchkey.api.testing.BehaviourTester;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The modes of a thermostat: those that it has, and what follows from them. */
class ThermostatModeTest {
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
}
