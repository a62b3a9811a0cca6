// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.media.internal;

import static io.latchkey.accessories.media.internal.MediaTypes.TYPES;
import static io.latchkey.accessories.media.internal.MediaTypes.type;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.accessory.Setting;
import io.latchkey.api.model.Value;
import io.latchkey.api.testing.BehaviourTester;
import io.latchkey.api.testing.Conversion;
import io.latchkey.api.testing.TypeRules;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each item alone is told, and what holds for every type. */
class MediaTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Television | Active | Switch | | 1 | ON",
                "Television | Active | String | | 0 | INACTIVE",
                "Television | Active | String | ACTIVE=ON;INACTIVE=OFF | 1 | ON",
                "Television | Active | Number | | 1 | 1",
                "Television | Active | Contact | | 1 | ''",
                "Television | ActiveIdentifier | Number | | 4 | 4",
                "Television | Brightness | Dimmer | | 40 | 40",
                "Television | ClosedCaptions | Switch | | 1 | ON",
                "Television | ConfiguredName | String | | Kino | Kino",
                "Television | TargetMediaState | String | | 1 | PAUSE",
                "Television | TargetMediaState | Number | | 2 | 2",
                "Television | TargetMediaState | Player | | 0 | PLAY",
                "Television | TargetMediaState | Player | | 1 | PAUSE",
                "Television | TargetMediaState | Player | | 2 | PAUSE",
                "Television | PictureMode | String | | 5 | GAME",
                "Television | PictureMode | Number | GAME=9 | 5 | 9",
                "Television | PowerMode | Switch | | 0 | ON",
                "Television | PowerMode | Switch | inverted=true | 0 | OFF",
                "Television | PowerMode | String | | 1 | HIDE",
                "Television | PowerMode | Number | | 0 | 0",
                "Television | RemoteKey | String | | 0 | REWIND",
                "Television | RemoteKey | String | | 1 | FAST_FORWARD",
                "Television | RemoteKey | String | | 2 | NEXT_TRACK",
                "Television | RemoteKey | String | | 3 | PREV_TRACK",
                "Television | RemoteKey | String | | 4 | ARROW_UP",
                "Television | RemoteKey | String | | 5 | ARROW_DOWN",
                "Television | RemoteKey | String | | 6 | ARROW_LEFT",
                "Television | RemoteKey | String | | 7 | ARROW_RIGHT",
                "Television | RemoteKey | String | | 8 | SELECT",
                "Television | RemoteKey | String | BACK=zurück | 9 | zurück",
                "Television | RemoteKey | String | | 10 | EXIT",
                "Television | RemoteKey | String | | 11 | PLAY_PAUSE",
                "Television | RemoteKey | String | | 12 | ''",
                "Television | RemoteKey | String | | 15 | INFO",
                "InputSource | TargetVisibilityState | Switch | | 0 | ON",
                "InputSource | TargetVisibilityState | Switch | | 1 | OFF",
                "InputSource | TargetVisibilityState | String | | 1 | HIDDEN",
                "InputSource | TargetVisibilityState | Number | | 1 | 1",
                "InputSource | ConfiguredName | String | | HDMI | HDMI",
                "TelevisionSpeaker | Mute | Switch | | true | ON",
                "TelevisionSpeaker | Active | Dimmer | | 0 | OFF",
                "TelevisionSpeaker | Volume | Dimmer | | 30 | 30",
                "TelevisionSpeaker | VolumeSelector | Dimmer | | 0 | INCREASE",
                "TelevisionSpeaker | VolumeSelector | Dimmer | | 1 | DECREASE",
                "TelevisionSpeaker | VolumeSelector | String | | 0 | INCREMENT",
                "TelevisionSpeaker | VolumeSelector | String | DECREMENT=leiser | 1 | leiser",
                "Speaker | Mute | Dimmer | | true | ON",
                "Speaker | Mute | Contact | | true | ''",
                "Speaker | Volume | Number | | 20 | 20",
                "SmartSpeaker | TargetMediaState | String | STOP=aus | 2 | aus",
                "SmartSpeaker | Mute | Switch | inverted=true | true | OFF",
                "Microphone | Volume | Number | | 20 | 20",
            })
    void aWriteIsToldAs(String type, String role, String item, String options, String written, String told) {
        assertEquals(
                told,
                Conversion.of(type(type), role, item, options)
                        .told(value(written))
                        .orElse(""));
    }

    private static Value value(String text) {
        if (text.matches("true|false")) {
            return Value.of(Boolean.parseBoolean(text));
        }
        return text.matches("\\d+") ? Value.of(Long.parseLong(text)) : Value.of(text);
    }

    @Test
    void inputsAndSpeakersAreTheTelevisions() {
        assertEquals(Set.of("Television"), new InputSource().linkedUnder());
        assertEquals(Set.of("Television"), new TelevisionSpeaker().linkedUnder());
        assertEquals(Set.of(), new Speaker().linkedUnder());
    }

    @Test
    void onlyWhatIsReadIsOffered() {
        assertEquals(
                List.of("INCREMENT", "DECREMENT"),
                TelevisionSpeaker.STEPS.mapping().settings().stream()
                        .map(Setting::name)
                        .toList());
    }

    @Property(tries = 300)
    void noStateIsShownIllegally(@ForAll Random random) {
        TYPES.forEach(type -> TypeRules.staysLegal(type, random, null));
        TYPES.forEach(type -> TypeRules.staysLegal(type, random, "inverted=true;maxValue=60;ACTIVE=2;UNKNOWN=PLAY"));
    }

    @Property(tries = 200)
    void nothingThatHappensHarms(@ForAll Random random) {
        BehaviourTester.of(new Television())
                .with("A", "Switch", "Active", "")
                .with("I", "Number", "ActiveIdentifier", "")
                .with("P", random.nextBoolean() ? "Player" : "String", "CurrentMediaState TargetMediaState", "")
                .with("K", "String", "RemoteKey ConfiguredName", "")
                .runAtRandom(random, 60);
        BehaviourTester.of(new InputSource())
                .with("V", "Number", "TargetVisibilityState", "")
                .runAtRandom(random, 30);
        BehaviourTester.of(new TelevisionSpeaker())
                .with("M", "Switch", "Mute", "")
                .with("V", "Number", "Volume", random.nextBoolean() ? "minValue=10;maxValue=40" : "")
                .runAtRandom(random, 60);
        BehaviourTester.of(new SmartSpeaker())
                .with("C", "Number", "CurrentMediaState", "")
                .with("T", "String", "TargetMediaState", "")
                .runAtRandom(random, 60);
        BehaviourTester.of(new SmartSpeaker())
                .with("P", "Player", "TargetMediaState", "")
                .runAtRandom(random, 30);
    }

    @Test
    void everyTypeIsWhole() {
        TYPES.forEach(TypeRules::isWhole);
    }
}
