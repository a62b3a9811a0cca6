// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import io.latchkey.api.testing.BehaviourTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Doors, windows and shutters that move: Home sees them arrive. */
class OpeningTest {
    private static BehaviourTester<?> shutter(String options) {
        return BehaviourTester.of(new WindowCovering())
                .with("R", "Rollershutter", "CurrentPosition TargetPosition", options);
    }

    private static BehaviourTester<?> two(String options) {
        return BehaviourTester.of(new Window())
                .with("C", "Number", "CurrentPosition", options)
                .with("T", "Dimmer", "TargetPosition", options);
    }

    @Test
    void oneItemIsSeenToOpen() {
        shutter("")
                .check(
                        "R 100                    |      | CurrentPosition=0 TargetPosition=0 PositionState=2   |",
                        "write TargetPosition=100 | R 0  | CurrentPosition=0 TargetPosition=100 PositionState=1 | 2",
                        "R 80                     |      | CurrentPosition=20 TargetPosition=100 PositionState=1 | 20",
                        "R 80                     |      | CurrentPosition=20 TargetPosition=100 PositionState=1 | ",
                        "R 40                     |      | CurrentPosition=60 TargetPosition=100 PositionState=1 | 20",
                        "R 2                      |      | CurrentPosition=100 TargetPosition=100 PositionState=2 | ");
    }

    @Test
    void aHostThatTakesTheWishForTheStateDoesNoHarm() {
        shutter("")
                .check(
                        "R 0                      |       | CurrentPosition=100",
                        "write TargetPosition=0   | R 100 | CurrentPosition=100 PositionState=0 | 2",
                        "R 100                    |       | CurrentPosition=0 PositionState=2 |",
                        "R 10                     |       | CurrentPosition=90 TargetPosition=0 PositionState=0 | 20",
                        "R 60                     |       | CurrentPosition=40 TargetPosition=0 | 20",
                        "R 100                    |       | CurrentPosition=0 TargetPosition=0 PositionState=2");
    }

    @Test
    void aSlowStartAfterAnEchoIsNoTurn() {
        shutter("")
                .check(
                        "R 0                      |       | CurrentPosition=100",
                        "write TargetPosition=0   | R 100 | | 2",
                        "R 99                     |       | CurrentPosition=0",
                        "wait                     |       | TargetPosition=0 | 60",
                        "R 10                     |       | CurrentPosition=90 TargetPosition=0 PositionState=0 | 20",
                        "R 50                     |       | CurrentPosition=50 TargetPosition=0 | 20",
                        "R 48                     |       | CurrentPosition=52 TargetPosition=0 PositionState=0 | 20",
                        "R 99                     |       | CurrentPosition=0 TargetPosition=0 PositionState=2");
    }

    @Test
    void whatReportsOnlyItsEndIsWaitedFor() {
        shutter("travelTime=90")
                .check(
                        "R 100                    |      | CurrentPosition=0",
                        "write TargetPosition=60  | R 40 | PositionState=1 | 2",
                        "wait                     |      | PositionState=1 TargetPosition=60 | 90",
                        "R 41                     |      | CurrentPosition=60 TargetPosition=60 PositionState=2");
        shutter("")
                .check(
                        "R 100                    |      | CurrentPosition=0",
                        "write TargetPosition=60  | R 40 | PositionState=1 | 2",
                        "wait                     |      | TargetPosition=60 | 60",
                        "wait                     |      | TargetPosition=0 CurrentPosition=0 PositionState=2 |");
    }

    @Test
    void whatStopsHalfwayTakesItsTargetAlong() {
        shutter("")
                .check(
                        "R 100                    |      | CurrentPosition=0",
                        "write TargetPosition=100 | R 0  | | 2",
                        "R 70                     |      | CurrentPosition=30 TargetPosition=100 | 20",
                        "wait                     |      | CurrentPosition=30 TargetPosition=30 PositionState=2 |");
    }

    @Test
    void aMovementFromElsewhereSetsTheTarget() {
        shutter("")
                .check(
                        "R 100 |  | CurrentPosition=0 TargetPosition=0",
                        "R 70  |  | CurrentPosition=30 TargetPosition=30 PositionState=2 |",
                        "R 69  |  | CurrentPosition=31 TargetPosition=31");
        two("").check(
                        "C 100 |  | CurrentPosition=0 TargetPosition=0",
                        "T 100 |  | TargetPosition=0",
                        "C 40  |  | CurrentPosition=60 TargetPosition=60 PositionState=2 |",
                        "T 100 |  | TargetPosition=60");
    }

    @Test
    void aWishFromElsewhereIsFollowed() {
        two("").check(
                        "C 100 |  | CurrentPosition=0",
                        "T 100 |  | TargetPosition=0",
                        "T 0   |  | CurrentPosition=0 TargetPosition=100 PositionState=1 | 2",
                        "C 50  |  | CurrentPosition=50 TargetPosition=100 | 20",
                        "C 3   |  | CurrentPosition=100 TargetPosition=100 PositionState=2",
                        "C 2   |  | CurrentPosition=100 TargetPosition=100");
    }

    @Test
    void somebodyTurnsItRound() {
        shutter("")
                .check(
                        "R 100                    |      | CurrentPosition=0",
                        "write TargetPosition=100 | R 0  | PositionState=1 | 2",
                        "R 60                     |      | TargetPosition=100 PositionState=1 | 20",
                        "R 75                     |      | TargetPosition=25 CurrentPosition=25 PositionState=2",
                        "R 100                    |      | TargetPosition=0 CurrentPosition=0");
    }

    @Test
    void anItemThatKnowsTheDirectionIsBelieved() {
        BehaviourTester.of(new Door())
                .with("R", "Rollershutter", "CurrentPosition TargetPosition", "")
                .with("S", "String", "PositionState", "")
                .check(
                        "R 100                    |      | PositionState=2",
                        "write TargetPosition=100 | R 0  | PositionState=2 | 2",
                        "S STOPPED                |      | TargetPosition=100 CurrentPosition=0",
                        "S INCREASING             |      | PositionState=1",
                        "R 60                     |      | TargetPosition=100 | 20",
                        "S STOPPED                |      | TargetPosition=40 CurrentPosition=40 PositionState=2");
    }

    @Test
    void aShuttersPositionIsNoDirection() {
        BehaviourTester.of(new Door())
                .with("R", "Rollershutter", "CurrentPosition TargetPosition PositionState", "")
                .check(
                        "R 100                    |     | PositionState=2",
                        "write TargetPosition=100 | R 0 | PositionState=1",
                        "R 0                      |     | PositionState=2");
    }

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

    @Test
    void withoutAStateItIsShownClosed() {
        shutter("")
                .check(
                        "R NULL  | | CurrentPosition=0 TargetPosition=0 PositionState=2",
                        "R 30    | | CurrentPosition=70 TargetPosition=70",
                        "R UNDEF | | CurrentPosition=0 TargetPosition=0 PositionState=2");
        two("").check(
                        "T 40    | | TargetPosition=60 PositionState=2",
                        "C UNDEF | | CurrentPosition=0 TargetPosition=60 PositionState=2",
                        "T NULL  | | TargetPosition=60",
                        "C 38    | | CurrentPosition=60 TargetPosition=60");
    }
}
