// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.media.internal;

import static io.latchkey.accessories.media.internal.MediaTypes.type;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.model.Value;
import io.latchkey.api.testing.Conversion;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each item alone is shown as. */
class MediaStateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Television | Active | Switch | | ON | 1",
                "Television | ActiveStatus | Contact | | CLOSED | 0",
                "Television | Active | Dimmer | | 30 | 1",
                "Television | Active | Number | | 1 | 1",
                "Television | Active | String | | ACTIVE | 1",
                "Television | Active | String | | off | 0",
                "Television | Active | String | INACTIVE=standby | Standby | 0",
                "Television | Active | Switch | inverted=true | ON | 0",
                "Television | ActiveIdentifier | Number | | 3 | 3",
                "Television | ActiveIdentifier | Number | | -4 | 0",
                "Television | Brightness | Dimmer | | 40 | 40",
                "Television | ClosedCaptions | Contact | | OPEN | 1",
                "Television | ClosedCaptions | Dimmer | | 0 | 0",
                "Television | ClosedCaptions | Number | | 1 | 1",
                "Television | ClosedCaptions | String | | enabled | 1",
                "Television | ClosedCaptions | Switch | | OFF | 0",
                "Television | ConfiguredName | String | | Kino | Kino",
                "Television | ConfiguredName | String | | ' ' | It",
                "Television | CurrentMediaState | String | | pause | 1",
                "Television | CurrentMediaState | String | | UNKNOWN | 2",
                "Television | CurrentMediaState | String | UNKNOWN=-;STOP=aus | - | 2",
                "Television | CurrentMediaState | String | | LOADING | 4",
                "Television | CurrentMediaState | Number | | 3 | 2",
                "Television | CurrentMediaState | Number | | 5 | 5",
                "Television | CurrentMediaState | Player | | PAUSE | 1",
                "Television | CurrentMediaState | Player | | REWIND | 0",
                "Television | TargetMediaState | Number | | 2 | 2",
                "Television | TargetMediaState | String | PLAY=los | los | 0",
                "Television | TargetMediaState | Player | | FASTFORWARD | 0",
                "Television | TargetMediaState | String | | UNKNOWN | ''",
                "Television | PictureMode | Number | | 7 | 7",
                "Television | PictureMode | Number | | 8 | ''",
                "Television | PictureMode | String | | calibrated_dark | 3",
                "Television | PictureMode | String | VIVID=bunt | bunt | 4",
                "Television | SleepDiscoveryMode | Switch | | OFF | 0",
                "Television | SleepDiscoveryMode | Contact | | OPEN | 1",
                "Television | SleepDiscoveryMode | String | | ALWAYS_DISCOVERABLE | 1",
                "InputSource | ConfiguredName | String | | HDMI 1 | HDMI 1",
                "InputSource | Configured | Switch | | OFF | 0",
                "InputSource | IsConfigured | Contact | | OPEN | 1",
                "InputSource | Configured | Dimmer | inverted=true | 0 | 1",
                "InputSource | CurrentVisibility | Switch | | ON | 0",
                "InputSource | Visibility | Switch | | OFF | 1",
                "InputSource | CurrentVisibility | Switch | inverted=true | OFF | 0",
                "InputSource | CurrentVisibility | Contact | | OPEN | 0",
                "InputSource | CurrentVisibility | Dimmer | | 0 | 1",
                "InputSource | CurrentVisibility | Number | | 1 | 1",
                "InputSource | CurrentVisibility | String | | hidden | 1",
                "InputSource | TargetVisibilityState | Switch | | ON | 0",
                "InputSource | TargetVisibilityState | String | SHOWN=ja | ja | 0",
                "InputSource | TargetVisibility | Number | | 1 | 1",
                "InputSource | Identifier | Number | | 2 | 2",
                "InputSource | InputDeviceType | String | | audio_system | 5",
                "InputSource | InputSourceType | String | | HDMI | 3",
                "InputSource | InputSourceType | String | | APPLICATION | 10",
                "TelevisionSpeaker | Mute | Switch | | ON | true",
                "TelevisionSpeaker | Active | String | | ACTIVE | 1",
                "TelevisionSpeaker | Volume | Dimmer | | 35 | 35",
                "TelevisionSpeaker | Volume | Number | maxValue=80 | 90 | 80",
                "TelevisionSpeaker | VolumeControlType | String | | RELATIVE_WITH_CURRENT | 2",
                "TelevisionSpeaker | VolumeSelector | String | | INCREMENT | ''",
                "TelevisionSpeaker | VolumeSelector | Dimmer | | 30 | ''",
                "Speaker | Mute | Contact | | OPEN | true",
                "Speaker | Mute | Dimmer | inverted=true | 30 | false",
                "Speaker | Speaker/Active | Switch | | ON | 1",
                "Speaker | Active | Number | | 0 | 0",
                "Speaker | Volume | Number | | 55 | 55",
                "Speaker | Volume | Dimmer | | 55 | 55",
                "SmartSpeaker | CurrentMediaState | Number | | 0 | 0",
                "SmartSpeaker | CurrentMediaState | String | | STOP | 2",
                "SmartSpeaker | TargetMediaState | Player | | PLAY | 0",
                "SmartSpeaker | TargetMediaState | Number | | 1 | 1",
                "SmartSpeaker | ConfiguredName | String | | Bad | Bad",
                "SmartSpeaker | Mute | Contact | | CLOSED | false",
                "SmartSpeaker | Mute | Switch | | ON | true",
                "SmartSpeaker | Volume | Number | | 140 | 100",
                "Microphone | Mute | Switch | inverted=true | OFF | true",
                "Microphone | Mute | Contact | | OPEN | true",
                "Microphone | Mute | Dimmer | | 0 | false",
                "Microphone | Volume | Number | | 12.4 | 12",
            })
    void aStateIsShownAs(String type, String role, String item, String options, String state, String shown) {
        Optional<Value> value = Conversion.of(type(type), role, item, options).shown(state);
        assertEquals(shown, value.map(MediaStateTest::text).orElse(""));
    }

    private static String text(Value value) {
        return value.toString().replaceAll("^\\w+\\[\\w+=|]$", "");
    }
}
