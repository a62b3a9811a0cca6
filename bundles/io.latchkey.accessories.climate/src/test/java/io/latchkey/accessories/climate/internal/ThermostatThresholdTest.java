// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.climate.internal;

import static io.latchkey.accessories.climate.internal.Thermostats.range;
import static io.latchkey.accessories.climate.internal.Thermostats.thermostat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.model.Value;
import io.latchkey.api.testing.BehaviourTester;
import org.junit.jupiter.api.Test;

/** The thresholds of a thermostat, and what they have to do with its target. */
class ThermostatThresholdTest {
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
