// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.bridge.Diagnosis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A clock that jumps in either direction, one that was never set, and one that goes on as it should. */
class ClockExaminationTest {
    private final AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    private final AtomicLong nanos = new AtomicLong();
    private final ClockExamination examination = new ClockExamination(clock::get, nanos::get);

    private List<String> codes() {
        return examination.examine(List.of()).toCompletableFuture().join().stream()
                .map(Diagnosis::code)
                .toList();
    }

    private void pass(Duration steady, Duration shown) {
        nanos.addAndGet(steady.toNanos());
        clock.updateAndGet(now -> now.plus(shown));
    }

    @Test
    void clockThatIsCorrectedABitIsRight() {
        pass(Duration.ofDays(30), Duration.ofDays(30).plusSeconds(60));
        assertEquals(List.of(), codes());
    }

    @Test
    void clockThatJumpsIsNamed() {
        pass(Duration.ofMinutes(1), Duration.ofHours(1));
        assertEquals(List.of("clock-jumped"), codes());
    }

    @Test
    void clockThatGoesBackIsNamed() {
        pass(Duration.ofMinutes(1), Duration.ofHours(-1));
        assertEquals(List.of("clock-jumped"), codes());
    }

    @Test
    void clockThatWasNeverSetIsNamed() {
        clock.set(Instant.EPOCH);
        assertEquals(List.of("clock-wrong"), codes());
    }
}
