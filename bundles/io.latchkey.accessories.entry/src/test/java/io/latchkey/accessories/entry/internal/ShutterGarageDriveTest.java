// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import io.latchkey.api.testing.BehaviourTester;
import org.junit.jupiter.api.Test;

/** A garage door whose shutter has a contact, a push button or a switch beside it. */
class ShutterGarageDriveTest {
    @Test
    void aContactBesideItCounts() {
        BehaviourTester.of(new GarageDoorOpener())
                .with("R", "Rollershutter", "TargetDoorState", "")
                .with("C", "Contact", "CurrentDoorState", "")
                .check(
                        "R 0                     | |",
                        "C OPEN                  | | CurrentDoorState=0 TargetDoorState=0",
                        "write TargetDoorState=1 | R DOWN | CurrentDoorState=3 TargetDoorState=1 | 15",
                        "R 100                   | | CurrentDoorState=3 TargetDoorState=1",
                        "R 40                    | | CurrentDoorState=3 TargetDoorState=1",
                        "R 100                   | | CurrentDoorState=3 TargetDoorState=1",
                        "C CLOSED                | | CurrentDoorState=1 TargetDoorState=1");
    }

    @Test
    void aPushButtonMovesWhatAShutterShows() {
        BehaviourTester.of(new GarageDoorOpener())
                .with("R", "Rollershutter", "CurrentDoorState", "")
                .with("P", "Switch", "TargetDoorState", "pulse=true")
                .check(
                        "P ON                    | | TargetDoorState=1",
                        "R 40                    | | CurrentDoorState=0 TargetDoorState=0",
                        "write TargetDoorState=0 | | CurrentDoorState=0 TargetDoorState=0 |",
                        "write TargetDoorState=1 | P ON | CurrentDoorState=3 TargetDoorState=1 | 15",
                        "P ON                    | | CurrentDoorState=3 TargetDoorState=1",
                        "P OFF                   | | CurrentDoorState=3 TargetDoorState=1",
                        "R 70                    | | CurrentDoorState=3 | 15",
                        "R 100                   | | CurrentDoorState=1 TargetDoorState=1 |");
    }

    @Test
    void aSwitchOfTheDriveIsAWishFromElsewhere() {
        BehaviourTester.of(new GarageDoorOpener())
                .with("R", "Rollershutter", "CurrentDoorState", "")
                .with("T", "Switch", "TargetDoorState", "")
                .check(
                        "R 100                   | | CurrentDoorState=1 TargetDoorState=1",
                        "T OFF                   | | TargetDoorState=1 |",
                        "T ON                    | | CurrentDoorState=2 TargetDoorState=0 | 15",
                        "R 50                    | | CurrentDoorState=2 | 15",
                        "R 0                     | | CurrentDoorState=0 TargetDoorState=0 |",
                        "T OFF                   | | CurrentDoorState=3 TargetDoorState=1 | 15",
                        "wait                    | | CurrentDoorState=0 TargetDoorState=0 |");
    }
}
