// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.testing.BehaviourTester;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An alarm: armed with a delay, triggered, disarmed. */
class SecuritySystemTest {
    private static final String NOW = "CurrentSecuritySystemState=";
    private static final String WISH = "TargetSecuritySystemState=";

    private static BehaviourTester<?> alarm() {
        return BehaviourTester.of(new SecuritySystem());
    }

    private static String shown(int current, int target) {
        return " | " + NOW + current + " " + WISH + target;
    }

    @Test
    void itArmsWhilePeopleLeave() {
        alarm().with("C", "String", "CurrentSecuritySystemState", "")
                .with("T", "String", "TargetSecuritySystemState", "")
                .check(
                        "C DISARMED |" + shown(3, 3),
                        "T DISARM |" + shown(3, 3) + " |",
                        "write " + WISH + "1 | T AWAY_ARM" + shown(3, 1) + " | 300",
                        "T AWAY_ARM |" + shown(3, 1),
                        "C DISARMED |" + shown(3, 1),
                        "C AWAY_ARM |" + shown(1, 1),
                        "C TRIGGERED |" + shown(4, 1),
                        "write " + WISH + "3 | T DISARM" + shown(4, 3) + " | 300",
                        "C DISARMED |" + shown(3, 3));
    }

    @Test
    void aPanelThatIsArmedByHandTakesItsTargetAlong() {
        alarm().with("C", "Number", "CurrentSecuritySystemState", "")
                .with("T", "Number", "TargetSecuritySystemState", "")
                .check(
                        "C 3 |" + shown(3, 3),
                        "T 3 |" + shown(3, 3),
                        "C 2 |" + shown(2, 2),
                        "C 4 |" + shown(4, 2),
                        "C 3 |" + shown(3, 3),
                        "T 3 |" + shown(3, 3));
    }

    @Test
    void whatCantBeArmedIsntArmingForEver() {
        alarm().with("C", "Number", "CurrentSecuritySystemState", "")
                .with("T", "Number", "TargetSecuritySystemState", "")
                .check(
                        "C 3 |" + shown(3, 3),
                        "write " + WISH + "0 | T 0" + shown(3, 0) + " | 300",
                        "wait |" + shown(3, 3) + " |");
    }

    @Test
    void oneItemIsBoth() {
        alarm().with(
                        "A",
                        "String",
                        "CurrentSecuritySystemState TargetSecuritySystemState",
                        "AWAY_ARM=weg;DISARM=aus;DISARMED=aus;TRIGGERED=laut")
                .check(
                        "A NULL |" + shown(3, 3),
                        "A aus |" + shown(3, 3),
                        "write " + WISH + "1 | A weg" + shown(3, 1) + " | 300",
                        "A weg |" + shown(1, 1),
                        "A laut |" + shown(4, 1),
                        "A aus |" + shown(3, 3));
    }

    @Test
    void aModeThatTheTargetDoesntOfferLeavesItAlone() {
        alarm().with("C", "Number", "CurrentSecuritySystemState", "")
                .with("T", "String", "TargetSecuritySystemState", "AWAY_ARM=weg;DISARM=aus")
                .check("C 1 |" + shown(1, 1), "C 2 |" + shown(2, 1), "C 3 |" + shown(3, 3));
    }

    @Test
    void modesThatDontExistAreInNeitherList() {
        BehaviourTester<?> alarm = alarm().with("T", "String", "TargetSecuritySystemState", "AWAY_ARM=weg;DISARM=aus");
        assertEquals(
                List.of(1, 3),
                List.copyOf(alarm.limits("TargetSecuritySystemState").validValues()));
        assertEquals(
                List.of(1, 3, 4),
                List.copyOf(alarm.limits("CurrentSecuritySystemState").validValues()));
        alarm.check("T weg |" + shown(1, 1), "write " + WISH + "3 | T aus" + shown(1, 3), "T aus |" + shown(3, 3));
        BehaviourTester<?> plain = alarm().with("T", "Number", "TargetSecuritySystemState", "");
        assertEquals(
                List.of(),
                List.copyOf(plain.limits("CurrentSecuritySystemState").validValues()));
    }

    @Test
    void withoutAnItemForItTheTargetIsWhatIsSo() {
        alarm().with("T", "Number", "TargetSecuritySystemState", "")
                .check(
                        "T NULL |" + shown(3, 3),
                        "T 2 |" + shown(2, 2),
                        "write " + WISH + "3 | T 3" + shown(2, 3) + " | 300",
                        "T 3 |" + shown(3, 3));
    }
}
