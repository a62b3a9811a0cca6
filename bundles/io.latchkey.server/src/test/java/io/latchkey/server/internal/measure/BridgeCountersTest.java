// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.bridge.RequestKind;
import io.latchkey.api.bridge.RequestMeasures;
import io.latchkey.api.bridge.RequestOutcome;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Whether nothing is lost between an answer and a look at the numbers. */
class BridgeCountersTest {
    private final BridgeCounters counters = new BridgeCounters();

    @Test
    void aMessageIsLateFromASecondOn() {
        counters.told(3, Duration.ofMillis(999).toNanos());
        counters.told(1, Duration.ofSeconds(1).toNanos());
        assertEquals(2, counters.eventMessages());
        assertEquals(4, counters.events());
        assertEquals(1, counters.lateEventMessages());
    }

    @Test
    void aBoundBelongsToItsOwnTime() {
        counters.answered(RequestKind.READ, 200, Duration.ofMillis(10).toNanos());
        counters.answered(RequestKind.READ, 200, Duration.ofMillis(10).toNanos() + 1);
        counters.answered(RequestKind.READ, 500, Duration.ofMinutes(1).toNanos());
        RequestMeasures seen = counters.requests().get(RequestKind.READ.ordinal());
        assertEquals(2, seen.slowerThan(Duration.ofMillis(10)));
        assertEquals(1, seen.slowerThan(Duration.ofSeconds(10)));
        assertEquals(Duration.ofMillis(10), seen.quantile(0.33));
        assertEquals(Duration.ofMillis(20), seen.quantile(0.5));
        assertEquals(Duration.ofSeconds(10), seen.quantile(1));
        assertEquals(1, seen.count(RequestOutcome.FAILED));
    }

    @Property(tries = 200)
    void everyAnswerIsCountedOnce(
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 20_000) Integer> millis,
            @ForAll @IntRange(min = 200, max = 599) int status) {
        BridgeCounters some = new BridgeCounters();
        millis.forEach(each ->
                some.answered(RequestKind.WRITE, status, Duration.ofMillis(each).toNanos()));
        RequestMeasures seen = some.requests().get(RequestKind.WRITE.ordinal());
        assertEquals(millis.size(), seen.count());
        assertEquals(millis.size(), seen.count(RequestOutcome.of(status)));
        assertEquals(
                millis.stream().mapToLong(Integer::longValue).sum(), seen.time().toMillis());
        for (Duration bound : RequestMeasures.BOUNDS) {
            assertEquals(millis.stream().filter(each -> each > bound.toMillis()).count(), seen.slowerThan(bound));
        }
    }
}
