// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import io.latchkey.api.testing.BehaviourTester;
import org.junit.jupiter.api.Test;

/** A garage door with few items or many. */
class GarageTest {
    private static BehaviourTester<?> door() {
        return BehaviourTester.of(new GarageDoorOpener());
    }

    @Test
    void anItemThatKnowsEverythingIsBelieved() {
        door().with("S", "String", "CurrentDoorState", "")
                .with("T", "Switch", "TargetDoorState", "")
                .check(
                        "S CLOSED                | | CurrentDoorState=1 TargetDoorState=1",
                        "T OFF                   | | TargetDoorState=1",
                        "write TargetDoorState=0 | T ON | CurrentDoorState=1 TargetDoorState=0 | 15",
                        "T ON                    | | TargetDoorState=0 |",
                        "S CLOSED                | | CurrentDoorState=1 TargetDoorState=0",
                        "S OPENING               | | CurrentDoorState=2 TargetDoorState=0",
                        "S STOPPED               | | CurrentDoorState=4 TargetDoorState=0",
                        "S OPEN                  | | CurrentDoorState=0 TargetDoorState=0",
                        "S CLOSING               | | CurrentDoorState=3 TargetDoorState=1",
                        "S CLOSED                | | CurrentDoorState=1 TargetDoorState=1");
    }

    @Test
    void oneItemThatKnowsEverythingIsBelievedToo() {
        door().with("S", "String", "CurrentDoorState TargetDoorState", "")
                .check(
                        "S CLOSED                | | CurrentDoorState=1 TargetDoorState=1",
                        "write TargetDoorState=0 | S OPEN | CurrentDoorState=1 TargetDoorState=0 | 15",
                        "S OPENING               | | CurrentDoorState=2 TargetDoorState=0",
                        "S OPEN                  | | CurrentDoorState=0 TargetDoorState=0 |",
                        "S CLOSING               | | CurrentDoorState=3 TargetDoorState=1 |",
                        "S STOPPED               | | CurrentDoorState=4 TargetDoorState=1 |");
    }

    @Test
    void aDoorThatTurnsBackTakesItsTargetAlong() {
        door().with("S", "String", "CurrentDoorState", "travelTime=30")
                .with("T", "Switch", "TargetDoorState", "")
                .with("O", "Contact", "ObstructionStatus", "")
                .check(
                        "S OPEN                  | | CurrentDoorState=0 TargetDoorState=0 ObstructionStatus=false",
                        "write TargetDoorState=1 | T OFF | TargetDoorState=1 | 30",
                        "S CLOSING               | | CurrentDoorState=3 TargetDoorState=1",
                        "O OPEN                  | | ObstructionStatus=true",
                        "S STOPPED               | | CurrentDoorState=4 TargetDoorState=1",
                        "S OPENING               | | CurrentDoorState=2 TargetDoorState=0",
                        "S OPEN                  | | CurrentDoorState=0 TargetDoorState=0");
    }

    @Test
    void aContactIsHelpedByTime() {
        door().with("C", "Contact", "CurrentDoorState", "")
                .with("T", "Switch", "TargetDoorState", "travelTime=20")
                .check(
                        "C CLOSED                | | CurrentDoorState=1 TargetDoorState=1",
                        "T OFF                   | | TargetDoorState=1",
                        "write TargetDoorState=0 | T ON | CurrentDoorState=2 TargetDoorState=0 | 20",
                        "C OPEN                  | | CurrentDoorState=2 TargetDoorState=0 |",
                        "wait                    | | CurrentDoorState=0 TargetDoorState=0 |",
                        "write TargetDoorState=1 | T OFF | CurrentDoorState=3 TargetDoorState=1 | 20",
                        "C OPEN                  | | CurrentDoorState=3",
                        "C CLOSED                | | CurrentDoorState=1 TargetDoorState=1");
    }

    @Test
    void aContactThatStaysOpenWins() {
        door().with("C", "Contact", "CurrentDoorState", "")
                .with("T", "Switch", "TargetDoorState", "")
                .with("O", "Switch", "ObstructionStatus", "")
                .check(
                        "C OPEN                  | | CurrentDoorState=0 TargetDoorState=0",
                        "write TargetDoorState=1 | T OFF | CurrentDoorState=3 TargetDoorState=1 | 15",
                        "O ON                    | | CurrentDoorState=4 TargetDoorState=1 ObstructionStatus=true",
                        "wait                    | | CurrentDoorState=0 TargetDoorState=0");
    }

    @Test
    void aContactShowsWhatHappensElsewhere() {
        door().with("C", "Contact", "CurrentDoorState", "")
                .with("T", "Switch", "TargetDoorState", "")
                .check(
                        "C CLOSED | | CurrentDoorState=1 TargetDoorState=1",
                        "T OFF    | | TargetDoorState=1",
                        "C OPEN   | | CurrentDoorState=2 TargetDoorState=0 | 15",
                        "wait     | | CurrentDoorState=0 TargetDoorState=0",
                        "C CLOSED | | CurrentDoorState=1 TargetDoorState=1 |",
                        "T ON     | | CurrentDoorState=2 TargetDoorState=0 | 15",
                        "wait     | | CurrentDoorState=1 TargetDoorState=1");
    }

    @Test
    void aSwitchAloneIsHelpedByTime() {
        door().with("T", "Switch", "TargetDoorState CurrentDoorState", "")
                .check(
                        "T OFF                   | | CurrentDoorState=1 TargetDoorState=1",
                        "write TargetDoorState=0 | T ON | CurrentDoorState=2 TargetDoorState=0 | 15",
                        "T ON                    | | CurrentDoorState=2 TargetDoorState=0 |",
                        "wait                    | | CurrentDoorState=0 TargetDoorState=0",
                        "T OFF                   | | CurrentDoorState=3 TargetDoorState=1 | 15",
                        "wait                    | | CurrentDoorState=1 TargetDoorState=1",
                        "write TargetDoorState=0 | T ON | CurrentDoorState=2 | 15",
                        "T OFF                   | | CurrentDoorState=2 TargetDoorState=0",
                        "wait                    | | CurrentDoorState=1 TargetDoorState=1");
    }

    @Test
    void withoutAnItemForItTheCurrentStateIsDerived() {
        door().with("T", "String", "TargetDoorState", "")
                .check(
                        "T NULL                  | | CurrentDoorState=1 TargetDoorState=1",
                        "T OPEN                  | | CurrentDoorState=0 TargetDoorState=0",
                        "write TargetDoorState=1 | T CLOSED | CurrentDoorState=3 TargetDoorState=1 | 15",
                        "T CLOSED                | | CurrentDoorState=3 TargetDoorState=1",
                        "wait                    | | CurrentDoorState=1 TargetDoorState=1");
    }

    @Test
    void aPushButtonIsPushedOnlyWhenTheDoorShallGoElsewhere() {
        door().with("C", "Contact", "CurrentDoorState", "")
                .with("P", "Switch", "TargetDoorState", "pulse=true")
                .check(
                        "C CLOSED                | | CurrentDoorState=1 TargetDoorState=1",
                        "write TargetDoorState=1 | | TargetDoorState=1 |",
                        "write TargetDoorState=0 | P ON | CurrentDoorState=2 TargetDoorState=0 | 15",
                        "P ON                    | | TargetDoorState=0",
                        "P OFF                   | | TargetDoorState=0",
                        "write TargetDoorState=0 | | TargetDoorState=0 |",
                        "C OPEN                  | | CurrentDoorState=2",
                        "wait                    | | CurrentDoorState=0 TargetDoorState=0",
                        "write TargetDoorState=0 | |",
                        "write TargetDoorState=1 | P ON | CurrentDoorState=3 TargetDoorState=1 | 15",
                        "C CLOSED                | | CurrentDoorState=1 TargetDoorState=1");
    }

    @Test
    void aPushButtonAloneCountsOnItsPushes() {
        door().with("P", "Switch", "TargetDoorState CurrentDoorState", "pulse=true")
                .check(
                        "P ON                    | | CurrentDoorState=1 TargetDoorState=1",
                        "P OFF                   | | CurrentDoorState=1 TargetDoorState=1",
                        "write TargetDoorState=0 | P ON | CurrentDoorState=2 TargetDoorState=0 | 15",
                        "P ON                    | | CurrentDoorState=2",
                        "P OFF                   | | CurrentDoorState=2",
                        "wait                    | | CurrentDoorState=0 TargetDoorState=0",
                        "P ON                    | | CurrentDoorState=0 TargetDoorState=0");
    }

    @Test
    void aDoorThatStoppedCanBeToldTheSameAgain() {
        door().with("S", "Number", "CurrentDoorState", "")
                .with("P", "Switch", "TargetDoorState", "pulse=true")
                .check(
                        "S 0                     | | TargetDoorState=0",
                        "write TargetDoorState=1 | P ON | TargetDoorState=1 | 15",
                        "S 4                     | | CurrentDoorState=4 TargetDoorState=1",
                        "wait                    | | CurrentDoorState=4 TargetDoorState=1",
                        "write TargetDoorState=1 | P ON | TargetDoorState=1 | 15");
    }

    @Test
    void whatCantBeToldIsRefused() {
        door().with("C", "Contact", "TargetDoorState CurrentDoorState", "")
                .check(
                        "C CLOSED                | | CurrentDoorState=1 TargetDoorState=1",
                        "write TargetDoorState=0 | !READ_ONLY | CurrentDoorState=1 TargetDoorState=1 |");
    }

    @Test
    void itsLockIsALock() {
        door().with("C", "Contact", "CurrentDoorState", "")
                .with("T", "Switch", "TargetDoorState", "")
                .with("L", "Switch", "LockCurrentState LockTargetState", "")
                .check(
                        "C CLOSED | | TargetDoorState=1",
                        "L OFF    | | LockCurrentState=0 LockTargetState=0",
                        "write LockTargetState=1 | L ON | LockCurrentState=0 LockTargetState=1 | 15",
                        "write TargetDoorState=0 | T ON | CurrentDoorState=2 TargetDoorState=0 | 15",
                        "L ON     | | LockCurrentState=1 LockTargetState=1");
    }
}
