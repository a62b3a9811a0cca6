// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.media.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.model.Value;
import io.latchkey.api.testing.BehaviourTester;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a player shall do follows what it does, once. */
class PlaybackTest {
    private static BehaviourTester<?> scene() {
        return BehaviourTester.of(new SmartSpeaker())
                .with("C", "String", "CurrentMediaState", "")
                .with("T", "String", "TargetMediaState", "");
    }

    private static Playback heard(Playback before, String event) {
        boolean isCurrent = event.startsWith("C");
        return before.updated(
                List.of(isCurrent ? SmartSpeaker.CURRENT : SmartSpeaker.TARGET),
                SmartSpeaker.CURRENT,
                SmartSpeaker.TARGET,
                scene().check(event));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C PLAY             | 0 0",
                "C UNKNOWN          | 2 2",
                "C LOADING          | 4 -",
                "C NULL             | - -",
                "C nonsense         | - -",
                "T PLAY             | - 0",
                "T nonsense         | - -",
                "C PLAY, T STOP     | 0 2",
                "T STOP, C PLAY     | 0 0",
                "C PLAY, T STOP, C PLAY   | 0 2",
                "C PLAY, T STOP, C PAUSE  | 1 1",
                "C PLAY, C INTERRUPTED    | 5 0",
                "C PLAY, C UNDEF    | 0 0",
                "C PLAY, T NULL     | 0 0",
                "C PLAY, T UNDEF    | 0 -",
            })
    void theNewerOfBothCounts(String events, String known) {
        Playback playback = Playback.UNKNOWN;
        for (String event : events.split(",")) {
            playback = heard(playback, event.trim());
        }
        assertEquals(known, text(playback.current()) + " " + text(playback.target()));
    }

    @Test
    void aWishWaitsForWhatComesOfIt() {
        Playback playing = heard(Playback.UNKNOWN, "C PLAY");
        Playback wished = playing.wished(Value.of(1));
        assertEquals("0 1", text(wished.current()) + " " + text(wished.target()));
        assertEquals(wished, heard(wished, "C PLAY"));
        assertEquals("2 2", known(heard(wished, "C STOP")));
    }

    private static String known(Playback playback) {
        return List.of(playback.current(), playback.target()).stream()
                .map(PlaybackTest::text)
                .collect(Collectors.joining(" "));
    }

    private static String text(Optional<Value> value) {
        return value.map(known -> String.valueOf(((Value.Whole) known).number()))
                .orElse("-");
    }
}
