// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import io.latchkey.api.testing.BehaviourTester;
import org.junit.jupiter.api.Test;

/** A lock, and what it says of itself. */
class LockTest {
    private static BehaviourTester<?> lock() {
        return BehaviourTester.of(new Lock());
    }

    @Test
    void oneSwitchIsBoth() {
        lock().with("L", "Switch", "LockCurrentState LockTargetState", "")
                .check(
                        "L NULL                  | | LockCurrentState=3 LockTargetState=1",
                        "L ON                    | | LockCurrentState=1 LockTargetState=1",
                        "write LockTargetState=0 | L OFF | LockCurrentState=1 LockTargetState=0 | 30",
                        "L OFF                   | | LockCurrentState=0 LockTargetState=0",
                        "L ON                    | | LockCurrentState=1 LockTargetState=1 |",
                        "L OFF                   | | LockCurrentState=0 LockTargetState=0 |",
                        "L UNDEF                 | | LockCurrentState=3 LockTargetState=1");
    }

    @Test
    void whatLocksItselfTakesItsTargetAlong() {
        lock().with("C", "Number", "LockCurrentState", "")
                .with("T", "Switch", "LockTargetState", "")
                .check(
                        "C 0                     | | LockCurrentState=0 LockTargetState=0",
                        "T ON                    | | LockTargetState=0 |",
                        "C 1                     | | LockCurrentState=1 LockTargetState=1",
                        "write LockTargetState=0 | T OFF | LockCurrentState=1 LockTargetState=0 | 30",
                        "C 1                     | | LockTargetState=0",
                        "T OFF                   | | LockTargetState=0",
                        "C 0                     | | LockCurrentState=0 LockTargetState=0",
                        "C 1                     | | LockTargetState=1",
                        "T OFF                   | | LockTargetState=1");
    }

    @Test
    void whatIsLockedAlreadyIsOnNoWay() {
        lock().with("C", "Number", "LockCurrentState", "")
                .with("T", "Switch", "LockTargetState", "")
                .check(
                        "C 1                     | | LockTargetState=1",
                        "write LockTargetState=1 | T ON | LockTargetState=1 |",
                        "C 0                     | | LockCurrentState=0 LockTargetState=0",
                        "T UNDEF                 | | LockCurrentState=0 LockTargetState=0");
    }

    @Test
    void whatJamsKeepsItsTarget() {
        lock().with("C", "String", "LockCurrentState", "JAMMED=[klemmt,steckt]")
                .with("T", "Switch", "LockTargetState", "")
                .check(
                        "C UNSECURED             | | LockTargetState=0",
                        "write LockTargetState=1 | T ON | LockTargetState=1 | 30",
                        "C klemmt                | | LockCurrentState=2 LockTargetState=1",
                        "wait                    | | LockCurrentState=2 LockTargetState=1",
                        "write LockTargetState=1 | T ON | LockTargetState=1 | 30",
                        "C SECURED               | | LockCurrentState=1 LockTargetState=1");
    }

    @Test
    void whatNeverLocksIsntLockingForEver() {
        lock().with("C", "Contact", "LockCurrentState", "")
                .with("T", "Switch", "LockTargetState", "")
                .check(
                        "C CLOSED                | | LockCurrentState=0 LockTargetState=0",
                        "write LockTargetState=1 | T ON | LockTargetState=1 | 30",
                        "T ON                    | | LockTargetState=1",
                        "wait                    | | LockCurrentState=0 LockTargetState=0 |");
    }

    @Test
    void aWishFromElsewhereIsFollowed() {
        lock().with("C", "Switch", "LockCurrentState", "")
                .with("T", "Switch", "LockTargetState", "")
                .check(
                        "C OFF | | LockTargetState=0",
                        "T OFF | | LockTargetState=0 |",
                        "T ON  | | LockCurrentState=0 LockTargetState=1 | 30",
                        "C ON  | | LockCurrentState=1 LockTargetState=1");
    }

    @Test
    void withoutAnItemForItTheTargetIsWhatIsSo() {
        lock().with("T", "Switch", "LockTargetState", "inverted=true")
                .check(
                        "T NULL                  | | LockCurrentState=3 LockTargetState=1",
                        "T OFF                   | | LockCurrentState=1 LockTargetState=1",
                        "write LockTargetState=0 | T ON | LockCurrentState=1 LockTargetState=0 | 30",
                        "T ON                    | | LockCurrentState=0 LockTargetState=0",
                        "write LockTargetState=1 | T OFF | LockCurrentState=0 LockTargetState=1 | 30",
                        "wait                    | | LockCurrentState=0 LockTargetState=0");
    }

    @Test
    void whatNoItemIsToldIsRefused() {
        lock().with("C", "Contact", "LockCurrentState", "")
                .check("C OPEN | | LockCurrentState=1", "write LockTargetState=0 | !READ_ONLY | LockCurrentState=1");
    }
}
