// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import static io.latchkey.accessories.entry.internal.Shutters.shutter;

import io.latchkey.api.testing.BehaviourTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the items of doors, windows and shutters are told. */
class OpeningCommandTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // options                              | wish 1 | told | wish 2 | told
                "''                                     | 100 | R 0   | 0   | R 100",
                "stop=true                              | 100 | R 0   | 0   | R STOP",
                "stop=true                              | 0   | R 100 | 100 | R STOP",
                "stop=true                              | 100 | R 0   | 30  | R 70",
                "stop=true                              | 100 | R 0   | 100 | R 0",
                "stop=yes;stopSameDirection=true        | 100 | R 0   | 0   | R UP",
                "stop=yes;stopSameDirection=true        | 0   | R 100 | 100 | R DOWN",
                "stop=yes;stopSameDirection=true;inverted=false | 100 | R 100 | 0   | R DOWN",
                "sendUpDownForExtents=true              | 100 | R UP  | 0   | R DOWN",
                "sendUpDownForExtents=true              | 30  | R 70  | 100 | R UP",
                "stop=true;sendUpDownForExtents=true    | 100 | R UP  | 0   | R STOP",
            })
    void shuttersAreToldAsTheirOptionsSay(String options, int first, String told, int second, String thenTold) {
        shutter(options)
                .check(
                        "R 50",
                        "write TargetPosition=" + first + " | " + told,
                        "write TargetPosition=" + second + " | " + thenTold);
    }

    @Test
    void oneCanOpenAgainAfterAStop() {
        shutter("stop=true")
                .check(
                        "R 100                    |        | CurrentPosition=0",
                        "write TargetPosition=100 | R 0    | PositionState=1 | 2",
                        "R 60                     |        | TargetPosition=100 | 20",
                        "write TargetPosition=0   | R STOP | TargetPosition=40 CurrentPosition=40 PositionState=2 |",
                        "R 58                     |        | TargetPosition=42 CurrentPosition=42",
                        "write TargetPosition=0   | R 100  | TargetPosition=0 PositionState=0 | 2");
    }

    @Test
    void whatArrivedIsntStopped() {
        shutter("stop=true")
                .check(
                        "R 100                    |       | CurrentPosition=0",
                        "write TargetPosition=100 | R 0   | | 2",
                        "wait                     |       | | 60",
                        "R 0                      |       | CurrentPosition=100",
                        "write TargetPosition=0   | R 100 | TargetPosition=0");
    }

    @Test
    void aDimmerIsNeverToldToStop() {
        BehaviourTester.of(new Window())
                .with("D", "Dimmer", "CurrentPosition TargetPosition", "stop=true;sendUpDownForExtents=true")
                .check("D 50", "write TargetPosition=100 | D 0", "write TargetPosition=0 | D 100");
    }

    @Test
    void holdingStops() {
        shutter("")
                .with("H", "Switch", "HoldPosition", "")
                .check(
                        "R 100                    |      | CurrentPosition=0",
                        "write TargetPosition=100 | R 0  | | 2",
                        "R 60                     |      | TargetPosition=100 | 20",
                        "write HoldPosition=true  | H ON | TargetPosition=40 CurrentPosition=40 PositionState=2 |",
                        "write HoldPosition=false |      | TargetPosition=40",
                        "write TargetPosition=0   | R 100 | TargetPosition=0 PositionState=0 | 2");
    }

    @Test
    void whatNoItemIsToldIsRefused() {
        BehaviourTester.of(new Door())
                .with("C", "Number", "CurrentPosition", "")
                .check(
                        "C 100                    |            | CurrentPosition=0 TargetPosition=0",
                        "write TargetPosition=100 | !READ_ONLY | CurrentPosition=0 TargetPosition=0 |");
    }

    @Test
    void slatsGoTheirOwnWay() {
        shutter("")
                .with("S", "Dimmer", "CurrentHorizontalTiltAngle TargetHorizontalTiltAngle", "")
                .check(
                        "R 100 | | CurrentPosition=0",
                        "S 50  | | CurrentHorizontalTiltAngle=0 TargetHorizontalTiltAngle=0",
                        "write TargetHorizontalTiltAngle=90 | S 100 | TargetPosition=0 CurrentPosition=0 |",
                        "S 100 | | CurrentHorizontalTiltAngle=90");
    }
}
