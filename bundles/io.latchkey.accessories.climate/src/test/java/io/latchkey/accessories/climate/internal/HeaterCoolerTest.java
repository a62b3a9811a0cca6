// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.climate.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.testing.BehaviourTester;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A heater or air conditioner. */
class HeaterCoolerTest {
    private static BehaviourTester<?> device(String modes) {
        return BehaviourTester.of(new HeaterCooler())
                .with("A", "Switch", "ActiveStatus", "")
                .with("T", "Number", "CurrentTemperature", "")
                .with("M", "String", "TargetHeaterCoolerState", modes);
    }

    private static BehaviourTester<?> conditioner() {
        return device("")
                .with("H", "Number", "HeatingThresholdTemperature", "")
                .with("C", "Number", "CoolingThresholdTemperature", "")
                .with("F", "Number", "RotationSpeed", "")
                .with("W", "Switch", "SwingMode", "")
                .with("L", "Switch", "LockControl", "");
    }

    @Test
    void aRequestIsAppliedInOneGo() {
        conditioner()
                .check(
                        "A OFF | | ActiveStatus=0 CurrentHeaterCoolerState=0",
                        "write CoolingThresholdTemperature=24.0 TargetHeaterCoolerState=2 RotationSpeed=60.0"
                                + " ActiveStatus=1 SwingMode=1 LockControl=1"
                                + " | A ON, M COOL, C 24.0, L ON, F 60.0, W ON |",
                        "write TargetHeaterCoolerState=1 ActiveStatus=0 HeatingThresholdTemperature=19.0"
                                + " | M HEAT, H 19.0, A OFF |");
    }

    @ParameterizedTest
    @CsvSource({
        // active, mode, temperature, heat to, cool to, current
        "OFF,   HEAT, 15,    20, 25, 0",
        "UNDEF, HEAT, 15,    20, 25, 0",
        "ON,    HEAT, 15,    20, 25, 2",
        "ON,    HEAT, 20,    20, 25, 1",
        "ON,    HEAT, 30,    20, 25, 1",
        "ON,    COOL, 26,    20, 25, 3",
        "ON,    COOL, 25,    20, 25, 1",
        "ON,    AUTO, 15,    20, 25, 2",
        "ON,    AUTO, 22,    20, 25, 1",
        "ON,    AUTO, 26,    20, 25, 3",
        "ON,    AUTO, UNDEF, 20, 25, 1",
        "ON,    COOL, 26,    20, NULL, 1",
        "ON,    dry,  26,    20, 25, 1",
    })
    void whatNoItemTellsIsDerived(
            String active, String mode, String temperature, String low, String high, String current) {
        conditioner()
                .check(
                        "T " + temperature,
                        "H " + low,
                        "C " + high,
                        "M " + mode,
                        "A " + active + " | | CurrentHeaterCoolerState=" + current);
    }

    @Test
    void whatIsOffDoesNothingWhateverItSays() {
        conditioner()
                .with("S", "String", "CurrentHeaterCoolerState", "")
                .check(
                        "A ON      | | CurrentHeaterCoolerState=0",
                        "S COOLING | | CurrentHeaterCoolerState=3",
                        "A OFF     | | ActiveStatus=0 CurrentHeaterCoolerState=0",
                        "S HEATING | | CurrentHeaterCoolerState=0",
                        "A ON      | | CurrentHeaterCoolerState=2",
                        "S defrost | | CurrentHeaterCoolerState=1",
                        "S UNDEF   | | CurrentHeaterCoolerState=0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HeatingThresholdTemperature", "CoolingThresholdTemperature"})
    void oneThresholdServesEveryMode(String played) {
        String other = played.startsWith("H") ? "CoolingThresholdTemperature" : "HeatingThresholdTemperature";
        BehaviourTester<?> it = device("").with("X", "Number", played, "minValue=16;maxValue=30");
        it.check(
                "X 22   | | HeatingThresholdTemperature=22.0 CoolingThresholdTemperature=22.0",
                "M COOL | | ",
                "write CoolingThresholdTemperature=29.5 | X 29.5 |",
                "M HEAT | | ",
                "write HeatingThresholdTemperature=17.0 | X 17.0 |",
                "M AUTO | | ",
                "write HeatingThresholdTemperature=22.0 CoolingThresholdTemperature=25.0 | X 25.0 |",
                "write HeatingThresholdTemperature=20.0 CoolingThresholdTemperature=25.0 | X 22.5 |");
        assertEquals(it.limits(played), it.limits(other));
    }

    @Test
    void withoutThresholdsThereIsNothingToSet() {
        device("")
                .check(
                        "M COOL | | HeatingThresholdTemperature=20.0 CoolingThresholdTemperature=25.0",
                        "write CoolingThresholdTemperature=24.0 | !READ_ONLY | CoolingThresholdTemperature=25.0",
                        "write ActiveStatus=1 | A ON |");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                          | 0 1 2 3",
                "HEAT=HEAT                 | 0 1 2",
                "COOL=COOL                 | 0 1 3",
                "HEAT=HEAT;COOL=COOL       | 0 1 2 3",
                "AUTO=AUTO                 | 0 1 2 3",
            })
    void whatADeviceCantDoItNeverDoes(String modes, String offered) {
        BehaviourTester<?> it = device(modes == null ? "" : modes)
                .with("X", "Number", "HeatingThresholdTemperature CoolingThresholdTemperature", "");
        Set<Integer> codes = it.limits("CurrentHeaterCoolerState").validValues();
        assertEquals(
                offered, String.join(" ", codes.stream().map(String::valueOf).toList()));
    }

    @Test
    void itIsFollowedTargetsFirst() {
        conditioner()
                .check(
                        "M AUTO | | TargetHeaterCoolerState=0",
                        "A ON   | | ActiveStatus=1 CurrentHeaterCoolerState=1",
                        "F 40   | | RotationSpeed=40.0",
                        "W ON   | | SwingMode=1",
                        "L ON   | | LockControl=1 TemperatureUnit=0");
    }
}
