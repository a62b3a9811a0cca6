// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.air.internal;

import static io.latchkey.accessories.air.internal.Fans.twoItems;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.testing.BehaviourTester;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Purifiers: their speed and their automatic. */
class AirPurifierTest {
    @Test
    void aSpeedEndsTheAutomaticOfAPurifier() {
        twoItems(new AirPurifier())
                .with("T", "String", "TargetAirPurifierState", "")
                .check(
                        "A ON                     | | CurrentAirPurifierState=2",
                        "S 0                      | | ActiveStatus=0 CurrentAirPurifierState=0",
                        "T AUTO                   | | TargetAirPurifierState=1 CurrentAirPurifierState=1",
                        "write RotationSpeed=60.0 | T MANUAL, S 60.0 |",
                        "write ActiveStatus=1 RotationSpeed=100.0 | A ON, S 100.0 |",
                        "write RotationSpeed=60.0 TargetAirPurifierState=1 | T AUTO, S 60.0 |",
                        "T MANUAL                 | | TargetAirPurifierState=0",
                        "S 60                     | | ActiveStatus=1 CurrentAirPurifierState=2",
                        "write RotationSpeed=70.0 | S 70.0 |");
    }

    @Test
    void aSpeedOfZeroLeavesTheAutomaticAlone() {
        twoItems(new AirPurifier())
                .with("T", "Switch", "TargetAirPurifierState", "")
                .check("T ON | | TargetAirPurifierState=1", "write RotationSpeed=0.0 | A OFF |");
    }

    @Test
    void aSwitchAloneIsAWholePurifierWithoutAutomatic() {
        BehaviourTester<?> it = BehaviourTester.of(new AirPurifier()).with("A", "Switch", "Active", "");
        it.check(
                "A ON                           | | Active=1 CurrentAirPurifierState=2 TargetAirPurifierState=0",
                "write TargetAirPurifierState=0 Active=1 | A ON |",
                "write TargetAirPurifierState=1 | !READ_ONLY | TargetAirPurifierState=0");
        assertEquals(Set.of(0), it.limits("TargetAirPurifierState").validValues());
    }

    @Test
    void aPurifierThatOnlyReportsRefuses() {
        BehaviourTester.of(new AirPurifier())
                .with("A", "Contact", "Active", "")
                .with("S", "Number", "RotationSpeed", "")
                .check(
                        "A OPEN                   | | Active=1 CurrentAirPurifierState=2",
                        "write Active=0           | !READ_ONLY | Active=1",
                        "write RotationSpeed=30.0 | S 30.0 |",
                        "A CLOSED                 | | Active=0 CurrentAirPurifierState=0",
                        "write RotationSpeed=30.0 | S 30.0 |");
    }
}
