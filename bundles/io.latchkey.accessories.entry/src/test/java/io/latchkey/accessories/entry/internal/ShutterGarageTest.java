// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import io.latchkey.api.testing.BehaviourTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A garage door on a rollershutter, as openHAB's bindings report it: 0 % is up and open, 100 % is down and closed. */
class ShutterGarageTest {
    private static final String ALL = "CurrentDoorState TargetDoorState";

    private static BehaviourTester<?> shutter(String options) {
        return BehaviourTester.of(new GarageDoorOpener()).with("R", "Rollershutter", ALL, options);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "inverted=true", "inverted=false", "OPEN=DOWN;CLOSED=UP"})
    void onlyAHundredIsClosedWhateverIsNoted(String options) {
        shutter(options)
                .check(
                        "R 100                   | | CurrentDoorState=1 TargetDoorState=1 |",
                        "R 99.6                  | | CurrentDoorState=0 TargetDoorState=0 |",
                        "R 99                    | | CurrentDoorState=0 TargetDoorState=0 |",
                        "R 50                    | | CurrentDoorState=0 TargetDoorState=0 |",
                        "R UP                    | | CurrentDoorState=0 TargetDoorState=0 |",
                        "R DOWN                  | | CurrentDoorState=1 TargetDoorState=1 |",
                        "write TargetDoorState=0 | R UP | CurrentDoorState=2 TargetDoorState=0 | 15");
        shutter(options).check("R 0", "write TargetDoorState=1 | R DOWN | CurrentDoorState=3 TargetDoorState=1 | 15");
    }

    @Test
    void itClosesUntilItIsClosed() {
        shutter("travelTime=20")
                .check(
                        "R 0                     | | CurrentDoorState=0 TargetDoorState=0",
                        "write TargetDoorState=1 | R DOWN | CurrentDoorState=3 TargetDoorState=1 | 20",
                        "R 20                    | | CurrentDoorState=3 TargetDoorState=1 | 20",
                        "R 97                    | | CurrentDoorState=3 TargetDoorState=1 | 20",
                        "R 99                    | | CurrentDoorState=3 TargetDoorState=1 | 20",
                        "R 100                   | | CurrentDoorState=1 TargetDoorState=1 |",
                        "R 100                   | | CurrentDoorState=1 TargetDoorState=1 |");
    }

    @Test
    void itOpensUntilItIsWideOpen() {
        shutter("")
                .check(
                        "R 100                   | | CurrentDoorState=1 TargetDoorState=1",
                        "write TargetDoorState=0 | R UP | CurrentDoorState=2 TargetDoorState=0 | 15",
                        "R 80                    | | CurrentDoorState=2 TargetDoorState=0 | 15",
                        "R 3                     | | CurrentDoorState=2 TargetDoorState=0 | 15",
                        "R 0                     | | CurrentDoorState=0 TargetDoorState=0 |");
    }

    @Test
    void aWishThatTheHostTakesForTheStateIsNoArrival() {
        shutter("")
                .check(
                        "R 0                     | | CurrentDoorState=0",
                        "write TargetDoorState=1 | R DOWN | CurrentDoorState=3 | 15",
                        "R 100                   | | CurrentDoorState=3 TargetDoorState=1",
                        "R 5                     | | CurrentDoorState=3 TargetDoorState=1 | 15",
                        "R 60                    | | CurrentDoorState=3 TargetDoorState=1 | 15",
                        "R 100                   | | CurrentDoorState=1 TargetDoorState=1 |");
    }

    @Test
    void whatReportsNothingOnItsWayHasArrivedInTime() {
        shutter("")
                .check(
                        "R 0                     | | CurrentDoorState=0",
                        "write TargetDoorState=1 | R DOWN | CurrentDoorState=3 | 15",
                        "R 100                   | | CurrentDoorState=3 TargetDoorState=1",
                        "wait                    | | CurrentDoorState=1 TargetDoorState=1 |");
        shutter("")
                .check(
                        "R 0                     | | CurrentDoorState=0",
                        "write TargetDoorState=1 | R DOWN | CurrentDoorState=3 | 15",
                        "wait                    | | CurrentDoorState=0 TargetDoorState=0 |",
                        "R 100                   | | CurrentDoorState=1 TargetDoorState=1 |");
    }

    @Test
    void whatStopsHalfwayIsOpen() {
        shutter("")
                .check(
                        "R 0                     | | CurrentDoorState=0",
                        "write TargetDoorState=1 | R DOWN | CurrentDoorState=3 | 15",
                        "R 60                    | | CurrentDoorState=3 TargetDoorState=1 | 15",
                        "wait                    | | CurrentDoorState=0 TargetDoorState=0 |",
                        "write TargetDoorState=0 | R UP | CurrentDoorState=2 TargetDoorState=0 | 15",
                        "R 30                    | | CurrentDoorState=2 | 15",
                        "R 0                     | | CurrentDoorState=0 TargetDoorState=0 |",
                        "write TargetDoorState=0 | | CurrentDoorState=0 TargetDoorState=0 |");
    }

    @Test
    void whatTurnsRoundOnItsWayDownIsOpen() {
        shutter("")
                .with("O", "Contact", "ObstructionStatus", "")
                .check(
                        "R 0                     | | CurrentDoorState=0",
                        "write TargetDoorState=1 | R DOWN | CurrentDoorState=3 | 15",
                        "R 60                    | | CurrentDoorState=3 TargetDoorState=1 | 15",
                        "O OPEN                  | | CurrentDoorState=4 TargetDoorState=1 ObstructionStatus=true",
                        "R 58                    | | CurrentDoorState=4 TargetDoorState=1",
                        "R 50                    | | CurrentDoorState=0 TargetDoorState=0",
                        "R 0                     | | CurrentDoorState=0 TargetDoorState=0");
    }

    @Test
    void theSameWishOnTheWayIsNotToldTwice() {
        shutter("")
                .check(
                        "R 0                     | | CurrentDoorState=0",
                        "write TargetDoorState=1 | R DOWN | CurrentDoorState=3 | 15",
                        "R 10                    | | CurrentDoorState=3",
                        "write TargetDoorState=1 | | CurrentDoorState=3 TargetDoorState=1",
                        "write TargetDoorState=0 | R UP | CurrentDoorState=2 TargetDoorState=0 | 15");
    }

    @Test
    void whereItIsUnknownItIsShownClosed() {
        shutter("")
                .check(
                        "R NULL                  | | CurrentDoorState=1 TargetDoorState=1",
                        "write TargetDoorState=1 | R DOWN | CurrentDoorState=3 TargetDoorState=1 | 15",
                        "R 40                    | | CurrentDoorState=3 TargetDoorState=1",
                        "R UNDEF                 | | CurrentDoorState=1 TargetDoorState=1",
                        "R 40                    | | CurrentDoorState=0 TargetDoorState=0");
    }

    @Test
    void alsoAloneAsTheTarget() {
        BehaviourTester.of(new GarageDoorOpener())
                .with("R", "Rollershutter", "TargetDoorState", "")
                .check(
                        "R 100                   | | CurrentDoorState=1 TargetDoorState=1",
                        "R 70                    | | CurrentDoorState=0 TargetDoorState=0",
                        "write TargetDoorState=1 | R DOWN | CurrentDoorState=3 TargetDoorState=1 | 15",
                        "R 80                    | | CurrentDoorState=3 TargetDoorState=1 | 15",
                        "R 100                   | | CurrentDoorState=1 TargetDoorState=1 |");
    }

    @Test
    void itsLockIsLeftAlone() {
        shutter("")
                .with("L", "Switch", "LockCurrentState LockTargetState", "")
                .check(
                        "R 100                   | | CurrentDoorState=1",
                        "L OFF                   | | LockCurrentState=0 LockTargetState=0",
                        "write LockTargetState=1 | L ON | LockTargetState=1 CurrentDoorState=1 | 15",
                        "write TargetDoorState=0 | R UP | CurrentDoorState=2 LockTargetState=1 | 15",
                        "L ON                    | | LockCurrentState=1 LockTargetState=1 CurrentDoorState=2");
    }
}
