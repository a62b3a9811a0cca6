// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.Severity;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** openHAB comes up, stays where it is, and is ready. */
class ReadinessExaminationTest {
    private final FakeOpenhab.Readiness openhab = new FakeOpenhab.Readiness();
    private final AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    private final ReadinessExamination examination = new ReadinessExamination(openhab, clock::get);

    private Diagnosis only() {
        List<Diagnosis> seen =
                examination.examine(List.of()).toCompletableFuture().join();
        assertEquals(1, seen.size());
        return seen.get(0);
    }

    @Test
    void startLevelIsToldWithSinceWhen() {
        openhab.reach(20);
        clock.set(Instant.parse("2026-03-04T12:00:00Z"));
        Diagnosis early = only();
        assertEquals("openhab-not-ready", early.code());
        assertTrue(early.seen().contains("start level 20 since 2026-03-01"), early::seen);
        assertTrue(early.why().contains("items aren't there"), early::why);
        openhab.reach(30, 70);
        assertTrue(only().seen().contains("start level 70 since 2026-03-04"), only()::seen);
        assertTrue(only().why().contains("Things and rules"), only()::why);
    }

    @Test
    void openhabThatIsUpIsRightUntilItLeaves() {
        openhab.reach(30, 80, 100);
        assertEquals("openhab-ready", only().code());
        assertEquals(Severity.RIGHT, only().severity());
        openhab.leave(100);
        assertEquals("openhab-not-ready", only().code());
        examination.close();
        assertEquals(0, openhab.trackers());
    }
}
