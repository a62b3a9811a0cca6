// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import static io.latchkey.accessories.entry.internal.Shutters.shutter;
import static io.latchkey.accessories.entry.internal.Shutters.two;

import io.latchkey.api.testing.BehaviourTester;
import org.junit.jupiter.api.Test;

/** Doors, windows and shutters that move: Home sees them arrive. */
class OpeningTest {
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
