// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long what is missing stays, and who goes first. */
class GraceTest {
    private long now;
    private final Grace grace = new Grace(Duration.ofNanos(100), () -> now);

    @Test
    void whatIsMissingStaysForItsTime() {
        assertTrue(grace.holds("lamp"));
        assertTrue(grace.endRound());
        now = 99;
        assertTrue(grace.holds("lamp"));
        assertTrue(grace.endRound());
        now = 100;
        assertFalse(grace.holds("lamp"));
        assertFalse(grace.endRound());
    }

    @Test
    void whatCameBackHasItsWholeTimeAgain() {
        assertTrue(grace.holds("lamp"));
        grace.endRound();
        assertFalse(grace.endRound(), "it came back");
        now = 150;
        assertTrue(grace.holds("lamp"));
    }

    @Test
    void higherRankingsGoFirst() {
        Ranked<String> ranked = new Ranked<>();
        ranked.add("late", Map.of("service.id", 9L));
        ranked.add("early", Map.of("service.id", 3L));
        ranked.add("high", Map.of("service.id", 12L, "service.ranking", 5));
        ranked.add("low", Map.of("service.id", 1L, "service.ranking", -5));
        assertEquals(List.of("high", "early", "late", "low"), ranked.all());
        ranked.remove("high");
        assertEquals(List.of("early", "late", "low"), ranked.all());
    }
}
