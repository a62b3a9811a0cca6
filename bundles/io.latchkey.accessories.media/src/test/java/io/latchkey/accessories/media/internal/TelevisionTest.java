// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.media.internal;

import io.latchkey.api.model.Value;
import io.latchkey.api.testing.BehaviourTester;
import org.junit.jupiter.api.Test;

/** A television and its inputs. */
class TelevisionTest {
    private static BehaviourTester<?> television() {
        return BehaviourTester.of(new Television()).with("A", "Switch", "Active", "");
    }

    private static BehaviourTester<?> input() {
        return BehaviourTester.of(new InputSource());
    }

    @Test
    void oneSwitchIsEnough() {
        television()
                .check(
                        "A NULL | | Active=0 ActiveIdentifier=1 SleepDiscoveryMode=1 ConfiguredName=Television",
                        "A ON   | | Active=1");
    }

    @Test
    void whatStartsSlowlyIsOnAtOnce() {
        television()
                .check(
                        "A OFF          |       | Active=0",
                        "write Active=1 | A ON  | Active=1 | 30",
                        "A OFF          |       | Active=1 |",
                        "A ON           |       | Active=1 |",
                        "A OFF          |       | Active=0",
                        "write Active=1 | A ON  | Active=1 | 30",
                        "write Active=0 | A OFF | Active=0 | 30",
                        "A ON           |       | Active=0 |");
    }

    @Test
    void whatNeverStartsIsOff() {
        television().check("A OFF | | Active=0", "write Active=1 | A ON | Active=1 | 30", "wait | | Active=0 |");
    }

    @Test
    void whatNoItemKeepsIsKept() {
        television()
                .check(
                        "write ActiveIdentifier=3                  |      | ActiveIdentifier=3 |",
                        "A ON                                      |      | ActiveIdentifier=3",
                        "write ConfiguredName=Kino                 |      | ActiveIdentifier=3 ConfiguredName=Kino",
                        "write ActiveIdentifier=2 Active=1         | A ON | ActiveIdentifier=2 ConfiguredName=Kino",
                        "A UNDEF                                   |      | ActiveIdentifier=2 ConfiguredName=Kino");
    }

    @Test
    void anInputThatIsntThereCantBeChosen() {
        television()
                .linked("Hdmi", new InputSource(), "Switch")
                .linked("Tuner", new InputSource(), "Switch")
                .linked("Speaker", new TelevisionSpeaker(), "Switch")
                .check(
                        "A OFF                             |                | Active=0",
                        "write ActiveIdentifier=7          |                | ActiveIdentifier=7",
                        "Hdmi Identifier=2                 |                | Active=0",
                        "write ActiveIdentifier=2          |                | ActiveIdentifier=2",
                        "write ActiveIdentifier=3          | !INVALID_VALUE | ActiveIdentifier=2",
                        "write ActiveIdentifier=3 Active=1 | !INVALID_VALUE | ActiveIdentifier=2 Active=0",
                        "Tuner Identifier=3                |                | ActiveIdentifier=2",
                        "write ActiveIdentifier=3 Active=1 | A ON           | ActiveIdentifier=3 Active=1",
                        "Hdmi CurrentVisibility=1          |                | ActiveIdentifier=3 Active=1");
    }

    @Test
    void whatAnItemKeepsIsItsAffair() {
        television()
                .with("I", "Number", "ActiveIdentifier", "")
                .with("N", "String", "ConfiguredName", "")
                .check(
                        "I 2                               |             | ActiveIdentifier=2 ConfiguredName=N",
                        "write ActiveIdentifier=3 Active=1 | A ON, I 3   | ActiveIdentifier=2 Active=1",
                        "I 3                               |             | ActiveIdentifier=3",
                        "write ConfiguredName=Kino         | N Kino      | ConfiguredName=N",
                        "N Kino                            |             | ConfiguredName=Kino");
    }

    @Test
    void keysAreToldAndNeverShown() {
        television()
                .with("K", "String", "RemoteKey", "")
                .with("P", "Switch", "PowerMode", "")
                .check(
                        "write RemoteKey=8 | K SELECT | RemoteKey=0",
                        "K SELECT          |          | RemoteKey=0",
                        "write RemoteKey=8 | K SELECT | RemoteKey=0",
                        "write PowerMode=0 | P ON     | PowerMode=0",
                        "P OFF             |          | PowerMode=0");
        television().check("write RemoteKey=8 | !READ_ONLY | RemoteKey=0");
    }

    @Test
    void whatPlaysByItselfTakesItsTargetAlong() {
        television()
                .with("C", "String", "CurrentMediaState", "")
                .with("T", "String", "TargetMediaState", "")
                .check(
                        "C STOP                   |         | CurrentMediaState=2 TargetMediaState=2",
                        "T STOP                   |         | TargetMediaState=2",
                        "write TargetMediaState=0 | T PLAY  | CurrentMediaState=2 TargetMediaState=0",
                        "C STOP                   |         | TargetMediaState=0",
                        "C LOADING                |         | CurrentMediaState=4 TargetMediaState=0",
                        "C PLAY                   |         | CurrentMediaState=0 TargetMediaState=0",
                        "C PAUSE                  |         | CurrentMediaState=1 TargetMediaState=1",
                        "T PLAY                   |         | TargetMediaState=0");
    }

    @Test
    void anInputIsShownAsLongAsItShallBe() {
        input().with("V", "Switch", "TargetVisibilityState", "")
                .check(
                        "V NULL                        |       | CurrentVisibility=0 TargetVisibilityState=0",
                        "V ON                          |       | CurrentVisibility=0 TargetVisibilityState=0",
                        "write TargetVisibilityState=1 | V OFF | CurrentVisibility=0",
                        "V OFF                         |       | CurrentVisibility=1 TargetVisibilityState=1");
    }

    @Test
    void anItemThatKnowsWhetherItIsShownIsBelieved() {
        input().with("C", "Contact", "CurrentVisibility", "")
                .with("V", "String", "TargetVisibilityState", "")
                .check(
                        "C OPEN   | | CurrentVisibility=0",
                        "V HIDDEN | | CurrentVisibility=0 TargetVisibilityState=1",
                        "C CLOSED | | CurrentVisibility=1 TargetVisibilityState=1");
    }

    @Test
    void anInputWithoutItemsKeepsTheNameThatItGot() {
        input().check(
                        "write ConfiguredName=Konsole | | ConfiguredName=Konsole CurrentVisibility=0 Configured=1 InputSourceType=0",
                        "write TargetVisibilityState=1 | | ConfiguredName=Konsole CurrentVisibility=1 TargetVisibilityState=1",
                        "write TargetVisibilityState=0 ConfiguredName=Box | | ConfiguredName=Box CurrentVisibility=0");
    }

    @Test
    void whatIsToldOfAnInputCantBeChosen() {
        input().with("C", "Contact", "CurrentVisibility", "")
                .check(
                        "C CLOSED                      |            | CurrentVisibility=1 TargetVisibilityState=1",
                        "write TargetVisibilityState=0 | !READ_ONLY | CurrentVisibility=1 TargetVisibilityState=1");
        input().fixed("CurrentVisibility", Value.of(1))
                .check("write TargetVisibilityState=0 | !READ_ONLY | CurrentVisibility=1 TargetVisibilityState=1");
    }
}
