// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.air.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.model.Value;
import io.latchkey.api.testing.BehaviourTester;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Humidifiers: what follows from what. */
class HumidityTest {
    private static BehaviourTester<?> device() {
        return BehaviourTester.of(new HumidifierDehumidifier())
                .with("A", "Switch", "ActiveStatus", "")
                .with("H", "Number", "RelativeHumidity", "");
    }

    private static BehaviourTester<?> device(String threshold) {
        return device().with(threshold.startsWith("D") ? "D" : "L", "Number", threshold, "");
    }

    @ParameterizedTest
    @CsvSource({
        "HumidifierThreshold,                        1, 0 1 2",
        "DehumidifierThreshold,                      2, 0 1 3",
        "HumidifierThreshold DehumidifierThreshold,  0, 0 1 2 3",
        "WaterLevel,                                 1, 0 1 2",
    })
    void whatADeviceIsForFollowsFromItsThresholds(String roles, String targets, String states) {
        BehaviourTester<?> it = device();
        Arrays.stream(roles.split(" ")).forEach(role -> it.with(role, "Number", role, ""));
        assertEquals(targets, codes(it, "TargetHumidifierDehumidifierState"));
        assertEquals(states, codes(it, "CurrentHumidifierDehumidifierState"));
        it.check("A ON | | TargetHumidifierDehumidifierState=" + targets);
    }

    private static String codes(BehaviourTester<?> it, String role) {
        return it.limits(role).validValues().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HUMIDIFIER=wet              | 0 1 2",
                "DEHUMIDIFIER=dry            | 0 1 3",
                "HUMIDIFIER_OR_DEHUMIDIFIER=both | 0 1 2 3",
                "HUMIDIFIER=wet;DEHUMIDIFY=dry   | 0 1 2 3",
            })
    void whatADeviceCantDoItNeverDoes(String modes, String states) {
        BehaviourTester<?> it = device("DehumidifierThreshold");
        it.with("M", "String", "TargetHumidifierDehumidifierState", modes);
        assertEquals(states, codes(it, "CurrentHumidifierDehumidifierState"));
    }

    @Test
    void whatPeopleFixedCounts() {
        BehaviourTester<?> it = device("DehumidifierThreshold");
        it.with("L", "Number", "HumidifierThreshold", "").fixed("TargetHumidifierDehumidifierState", Value.of(2));
        assertEquals("0 1 3", codes(it, "CurrentHumidifierDehumidifierState"));
        it.check(
                "H 70 | | TargetHumidifierDehumidifierState=2",
                "D 60 | |",
                "A ON | | CurrentHumidifierDehumidifierState=3");
    }

    @ParameterizedTest
    @CsvSource({
        // active, mode, humidity, humidify below, dehumidify above, current
        "OFF,   1, 20,    40,   60,   0",
        "UNDEF, 1, 20,    40,   60,   0",
        "ON,    1, 39,    40,   60,   2",
        "ON,    1, 40,    40,   60,   1",
        "ON,    1, 90,    40,   60,   1",
        "ON,    2, 61,    40,   60,   3",
        "ON,    2, 60,    40,   60,   1",
        "ON,    2, 20,    40,   60,   1",
        "ON,    0, 39,    40,   60,   2",
        "ON,    0, 50,    40,   60,   1",
        "ON,    0, 61,    40,   60,   3",
        "ON,    0, UNDEF, 40,   60,   1",
        "ON,    1, UNDEF, 40,   60,   2",
        "ON,    2, 61,    40,   NULL, 3",
        "ON,    9, 61,    40,   60,   3",
    })
    void whatItDoesIsDerived(String active, int mode, String now, String low, String high, String current) {
        device("DehumidifierThreshold")
                .with("M", "Number", "TargetHumidifierDehumidifierState", "")
                .with("L", "Number", "HumidifierThreshold", "")
                .check(
                        "M " + mode,
                        "H " + now,
                        "L " + low,
                        "D " + high,
                        "A " + active + " | | CurrentHumidifierDehumidifierState=" + current);
    }

    @Test
    void whatAnItemTellsOfAHumidifierCountsWhileItIsOn() {
        device("HumidifierThreshold")
                .with("C", "String", "CurrentHumidifierDehumidifierState", "")
                .check(
                        "C IDLE        | | CurrentHumidifierDehumidifierState=1",
                        "A OFF         | | CurrentHumidifierDehumidifierState=0",
                        "A ON          | | CurrentHumidifierDehumidifierState=1",
                        "C HUMIDIFYING | | CurrentHumidifierDehumidifierState=2",
                        "C tank empty  | | CurrentHumidifierDehumidifierState=2",
                        "C UNDEF       | | CurrentHumidifierDehumidifierState=0");
    }

    @Test
    void aRequestIsAppliedInOneGo() {
        BehaviourTester<?> it = device("DehumidifierThreshold");
        it.with("M", "String", "TargetHumidifierDehumidifierState", "")
                .with("S", "Dimmer", "RotationSpeed", "")
                .with("W", "Switch", "SwingMode", "")
                .with("L", "Switch", "LockControl", "")
                .check(
                        "write DehumidifierThreshold=55.0 TargetHumidifierDehumidifierState=2 ActiveStatus=1 LockControl=1"
                                + " | A ON, M DEHUMIDIFIER, D 55.0, L ON |",
                        "write ActiveStatus=0 SwingMode=1 | W ON, A OFF |",
                        "write RotationSpeed=30.0 | A ON, S 30.0 |");
    }

    @Test
    void aHumidifierMayBeOnWithoutTurning() {
        BehaviourTester<?> it = device("HumidifierThreshold");
        it.with("S", "Dimmer", "RotationSpeed", "")
                .check("A ON | | ActiveStatus=1", "S 0 | | ActiveStatus=1 RotationSpeed=0.0");
    }
}
