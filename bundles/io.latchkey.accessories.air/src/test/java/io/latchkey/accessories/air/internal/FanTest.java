// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.air.internal;

import static io.latchkey.accessories.air.internal.Fans.twoItems;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.testing.BehaviourTester;
import org.junit.jupiter.api.Test;

/** Fans: how fast they turn and whether they do. */
class FanTest {
    private static BehaviourTester<?> oneItem(AccessoryType type) {
        return BehaviourTester.of(type).with("S", "Dimmer", "ActiveStatus RotationSpeed", "");
    }

    @Test
    void aSpeedAloneSwitchesItOn() {
        twoItems(new Fan())
                .check(
                        "A OFF                   | | ActiveStatus=0 CurrentFanState=0",
                        "S 0                     | | ActiveStatus=0 RotationSpeed=0.0",
                        "write RotationSpeed=40.0 | A ON, S 40.0 |",
                        "S 40                    | | RotationSpeed=40.0",
                        "A ON                    | | ActiveStatus=1 RotationSpeed=40.0 CurrentFanState=2",
                        "write RotationSpeed=70.0 | S 70.0 |",
                        "write ActiveStatus=1 RotationSpeed=100.0 | A ON, S 100.0 |");
    }

    @Test
    void noSpeedSwitchesItOffAndTheLastIsKept() {
        twoItems(new Fan())
                .check(
                        "A ON                    | | ActiveStatus=1",
                        "S 40                    | | ActiveStatus=1 RotationSpeed=40.0",
                        "write RotationSpeed=0.0 | A OFF | RotationSpeed=40.0",
                        "A OFF                   | | ActiveStatus=0 RotationSpeed=40.0 CurrentFanState=0",
                        "write ActiveStatus=1    | A ON |",
                        "write ActiveStatus=1 RotationSpeed=0.0 | A OFF |",
                        "write ActiveStatus=0 RotationSpeed=80.0 | A OFF |");
    }

    @Test
    void aSpeedOfZeroIsOffWhateverTheSwitchSays() {
        twoItems(new Fan())
                .check(
                        "S 60                 | | RotationSpeed=60.0",
                        "A ON                 | | ActiveStatus=1 CurrentFanState=2",
                        "S 0                  | | ActiveStatus=0 RotationSpeed=60.0 CurrentFanState=0",
                        "write ActiveStatus=1 | A ON, S 60.0 |",
                        "S 60                 | | ActiveStatus=1 CurrentFanState=2");
    }

    @Test
    void oneDimmerIsBoth() {
        oneItem(new Fan())
                .check(
                        "S NULL                   | | ActiveStatus=0 RotationSpeed=0.0 CurrentFanState=0",
                        "write ActiveStatus=1     | S ON |",
                        "S 30                     | | ActiveStatus=1 RotationSpeed=30.0 CurrentFanState=2",
                        "write ActiveStatus=1     | S 30.0 |",
                        "write ActiveStatus=0     | S OFF |",
                        "S 0                      | | ActiveStatus=0 RotationSpeed=30.0 CurrentFanState=0",
                        "write ActiveStatus=1     | S 30.0 |",
                        "write ActiveStatus=1 RotationSpeed=50.0 | S 50.0 |",
                        "write RotationSpeed=80.0 | S 80.0 |",
                        "write RotationSpeed=0.0  | S OFF |",
                        "S UNDEF                  | | ActiveStatus=0 CurrentFanState=0");
    }

    @Test
    void aFewSpeedsAreCounted() {
        BehaviourTester.of(new Fan())
                .with("A", "Switch", "ActiveStatus", "")
                .with("S", "Number", "RotationSpeed", "steps=3")
                .check(
                        "A ON                     | | ActiveStatus=1",
                        "S 2                      | | RotationSpeed=66.6666",
                        "write RotationSpeed=99.9999 | S 3 |",
                        "S 0                      | | ActiveStatus=0 RotationSpeed=66.6666",
                        "write ActiveStatus=1     | A ON, S 2 |");
    }

    @Test
    void theOldFanDoesTheSame() {
        BehaviourTester.of(new BasicFan())
                .with("A", "Switch", "OnState", "inverted=true")
                .with("S", "Dimmer", "RotationSpeed", "")
                .with("D", "Switch", "RotationDirection", "")
                .check(
                        "A ON                     | | OnState=false",
                        "write RotationSpeed=40.0 | A OFF, S 40.0 |",
                        "S 40                     | | RotationSpeed=40.0",
                        "A OFF                    | | OnState=true",
                        "write OnState=false      | A ON |",
                        "S 0                      | | OnState=false RotationSpeed=40.0",
                        "write OnState=true       | A OFF, S 40.0 |",
                        "write RotationDirection=1 OnState=false | D ON, A ON |",
                        "D ON                     | | RotationDirection=1");
    }

    @Test
    void withTheAutomaticAFanMayRest() {
        twoItems(new Fan())
                .with("T", "Switch", "TargetFanState", "")
                .check(
                        "A ON    | | ActiveStatus=1 CurrentFanState=2",
                        "S 50    | | ActiveStatus=1",
                        "T ON    | | TargetFanState=1",
                        "S 0     | | ActiveStatus=1 RotationSpeed=0.0 CurrentFanState=1",
                        "write RotationSpeed=70.0 | S 70.0 |",
                        "T OFF   | | TargetFanState=0 ActiveStatus=0 CurrentFanState=0");
    }

    @Test
    void whatAnItemTellsOfAFanCounts() {
        twoItems(new Fan())
                .with("C", "String", "CurrentFanState", "")
                .check(
                        "A ON     | | CurrentFanState=0",
                        "C IDLE   | | CurrentFanState=1",
                        "A OFF    | | CurrentFanState=0",
                        "A ON     | | CurrentFanState=1",
                        "C broken | | CurrentFanState=2",
                        "C UNDEF  | | CurrentFanState=0");
    }

    @Test
    void everythingOfOneRequestIsToldOnFirstAndOffLast() {
        twoItems(new Fan())
                .with("D", "Switch", "RotationDirection", "")
                .with("L", "Switch", "LockControl", "")
                .with("W", "Switch", "SwingMode", "")
                .with("T", "Switch", "TargetFanState", "")
                .check(
                        "write SwingMode=1 LockControl=1 RotationSpeed=20.0 RotationDirection=1 TargetFanState=1"
                                + " | A ON, T ON, D ON, S 20.0, L ON, W ON |",
                        "write ActiveStatus=0 SwingMode=0 | W OFF, A OFF |",
                        "write SwingMode=1 | W ON |");
    }

    @Test
    void aSwitchAloneIsAWholeFan() {
        BehaviourTester.of(new Fan())
                .with("A", "Switch", "ActiveStatus", "")
                .check(
                        "A ON                 | | ActiveStatus=1 CurrentFanState=2",
                        "write ActiveStatus=0 | A OFF |",
                        "A OFF                | | ActiveStatus=0 CurrentFanState=0");
    }
}
