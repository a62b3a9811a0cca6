// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.water.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Time that runs out. */
class CountdownTest {
    private static final Duration NOW = Duration.ofHours(7);

    @ParameterizedTest
    @CsvSource({"0, 60", "1, 60", "999, 60", "1000, 59", "1001, 59", "59000, 1", "59999, 1", "60000, 0", "90000, 0"})
    void whatIsLeftCountsBegunSeconds(long millis, long left) {
        assertEquals(left, Countdown.of(60, NOW).remaining(NOW.plusMillis(millis)));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "-3600"})
    void nothingIsLeftOfNothing(long seconds) {
        assertSame(Countdown.OVER, Countdown.of(seconds, NOW));
        assertFalse(Countdown.OVER.isRunning());
        assertEquals(0, Countdown.OVER.remaining(Duration.ZERO));
    }

    @Test
    void itRunsUntilSomebodyEndsIt() {
        Countdown countdown = Countdown.of(60, NOW);
        assertTrue(countdown.isRunning());
        assertEquals(60, countdown.announced());
        assertEquals(60, countdown.remaining(NOW.minusSeconds(10)), "never more than was told");
    }

    @ParameterizedTest
    @CsvSource({"45, true", "50, true", "55, true", "44, false", "56, false", "0, false", "60, false"})
    void whatIsAboutExpectedIsNoNews(long told, boolean isExpected) {
        Countdown before = Countdown.of(60, NOW);
        Countdown after = before.told(told, NOW.plusSeconds(10));
        if (isExpected) {
            assertSame(before, after);
        } else {
            assertNotSame(before, after);
            assertEquals(told, after.announced());
            assertEquals(told, after.remaining(NOW.plusSeconds(10)));
        }
    }

    @Test
    void theEndIsAlwaysNews() {
        Countdown before = Countdown.of(60, NOW);
        assertSame(Countdown.OVER, before.told(0, NOW.plusSeconds(58)));
        assertEquals(3, Countdown.OVER.told(3, NOW).announced());
    }

    @Property
    void itNeverRisesAndNeverFallsBelowNothing(
            @ForAll @IntRange(min = 1, max = 86_400) int seconds, @ForAll @IntRange(max = 90_000_000) int millis) {
        Countdown countdown = Countdown.of(seconds, NOW);
        long sooner = countdown.remaining(NOW.plusMillis(millis));
        long later = countdown.remaining(NOW.plusMillis(millis + 700));
        assertTrue(sooner <= seconds && later <= sooner && later >= 0 && sooner - later <= 1);
    }
}
