// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.store.Happening;
import io.latchkey.api.store.Happening.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What repeats itself is counted, and the oldest makes room. */
class RecentHappeningsTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private final RecentHappenings recent = new RecentHappenings(100);

    private static Happening failure(Instant at, String text) {
        return new Happening(at, at, 1, Kind.FAILED, Optional.empty(), Optional.empty(), text);
    }

    private List<String> shown() {
        return recent.all().stream()
                .map(each -> each.times() + " " + each.text())
                .toList();
    }

    @Test
    void whatRepeatsItselfIsOneHappeningThatMovesToTheEnd() {
        recent.add(failure(NOON, "full"));
        recent.add(failure(NOON.plusSeconds(1), "taken"));
        recent.add(failure(NOON.plusSeconds(2), "full"));
        assertEquals(List.of("1 taken", "2 full"), shown());
        Happening twice = List.copyOf(recent.all()).get(1);
        assertEquals(NOON, twice.first());
        assertEquals(NOON.plusSeconds(2), twice.last());
    }

    @Test
    void theSameAfterAWhileIsNews() {
        recent.add(failure(NOON, "full"));
        recent.add(failure(NOON.plus(RecentHappenings.SAME), "full"));
        recent.add(failure(NOON.plus(RecentHappenings.SAME).plus(Duration.ofMinutes(11)), "full"));
        assertEquals(List.of("2 full", "1 full"), shown());
    }

    @Test
    void whatIsFarBackIsNotLookedFor() {
        recent.add(failure(NOON, "full"));
        IntStream.range(0, RecentHappenings.LOOKED_AT).forEach(each -> recent.add(failure(NOON, "other " + each)));
        recent.add(failure(NOON, "full"));
        assertEquals("1 full", shown().get(0));
        assertEquals("1 full", shown().get(RecentHappenings.LOOKED_AT + 1));
    }

    @Test
    void theOldestMakesRoom() {
        IntStream.range(0, 130).forEach(each -> recent.add(failure(NOON, "no. " + each)));
        assertEquals(100, shown().size());
        assertEquals("1 no. 30", shown().get(0));
        recent.recall(List.of(failure(NOON, "older")));
        assertEquals("1 no. 30", shown().get(0));
    }
}
