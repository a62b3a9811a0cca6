// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.media.internal;

import io.latchkey.api.model.Value;
import io.latchkey.api.testing.BehaviourTester;
import org.junit.jupiter.api.Test;

/** The speaker of a television, and one that plays by itself. */
class SpeakerTest {
    private static BehaviourTester<?> speaker() {
        return BehaviourTester.of(new TelevisionSpeaker()).with("M", "Switch", "Mute", "");
    }

    private static BehaviourTester<?> player() {
        return BehaviourTester.of(new SmartSpeaker());
    }

    @Test
    void howTheVolumeIsControlledFollowsFromItsItems() {
        speaker()
                .check(
                        "M ON                   |            | Mute=true VolumeControlType=0 VolumeSelector=0",
                        "write VolumeSelector=0 | !READ_ONLY | VolumeControlType=0");
        speaker()
                .with("S", "String", "VolumeSelector", "")
                .check(
                        "M OFF                  |             | VolumeControlType=1",
                        "write VolumeSelector=0 | S INCREMENT | VolumeSelector=0",
                        "S INCREMENT            |             | VolumeSelector=0",
                        "write VolumeSelector=1 | S DECREMENT | VolumeSelector=0");
        speaker()
                .with("V", "Dimmer", "Volume VolumeSelector", "")
                .check(
                        "V 30                   |            | VolumeControlType=3 Volume=30 VolumeSelector=0",
                        "write VolumeSelector=0 | V INCREASE | VolumeSelector=0",
                        "write Volume=50        | V 50       | Volume=30");
    }

    @Test
    void peopleKnowBetterHowTheVolumeIsControlled() {
        speaker()
                .with("V", "Number", "Volume", "")
                .fixed("VolumeControlType", Value.of(2))
                .check("V 10 | | VolumeControlType=2");
        speaker()
                .with("V", "Number", "Volume", "")
                .with("T", "String", "VolumeControlType", "")
                .check("T RELATIVE | | VolumeControlType=1");
    }

    @Test
    void withoutAnItemForThemStepsChangeTheVolume() {
        speaker()
                .with("V", "Number", "Volume", "maxValue=40")
                .check(
                        "write VolumeSelector=0        | !READ_ONLY |",
                        "V 30                          |            | Volume=30",
                        "write VolumeSelector=0        | V 35       |",
                        "write VolumeSelector=0        | V 40       |",
                        "write VolumeSelector=0        | V 40       |",
                        "V 40                          |            | Volume=40",
                        "write VolumeSelector=1 Mute=1 | M ON, V 35 |",
                        "V 2                           |            | Volume=2",
                        "write VolumeSelector=1        | V 0        |");
    }

    @Test
    void aPlayerIsASpeaker() {
        player().with("P", "Player", "CurrentMediaState TargetMediaState", "")
                .check(
                        "P NULL                   |         | CurrentMediaState=2 TargetMediaState=2",
                        "P PAUSE                  |         | CurrentMediaState=1 TargetMediaState=1",
                        "write TargetMediaState=0 | P PLAY  | CurrentMediaState=1 TargetMediaState=0",
                        "P PLAY                   |         | CurrentMediaState=0 TargetMediaState=0",
                        "P FASTFORWARD            |         | CurrentMediaState=0 TargetMediaState=0",
                        "write TargetMediaState=2 | P PAUSE | CurrentMediaState=0 TargetMediaState=2",
                        "P PAUSE                  |         | CurrentMediaState=1 TargetMediaState=1");
    }

    @Test
    void withoutAnItemThatTellsItDoesWhatItShall() {
        player().with("T", "Number", "TargetMediaState", "")
                .check(
                        "T 0                      |     | CurrentMediaState=0 TargetMediaState=0",
                        "write TargetMediaState=1 | T 1 | CurrentMediaState=0 TargetMediaState=1",
                        "T 1                      |     | CurrentMediaState=1 TargetMediaState=1",
                        "T UNDEF                  |     | CurrentMediaState=2 TargetMediaState=2");
    }

    @Test
    void twoItemsMeetInTheEnd() {
        player().with("C", "String", "CurrentMediaState", "")
                .with("T", "String", "TargetMediaState", "")
                .check(
                        "C PLAY                   |       | CurrentMediaState=0 TargetMediaState=0",
                        "T NULL                   |       | TargetMediaState=0",
                        "write TargetMediaState=2 | T STOP | CurrentMediaState=0 TargetMediaState=2",
                        "C UNKNOWN                |       | CurrentMediaState=2 TargetMediaState=2");
    }
}
