// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.Examination;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.bridge.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Looks whether the clock that people read has gone on as steadily as the one that only counts. It can't tell a clock that
 * was set from a machine that slept, and says so. Waits for nothing.
 */
@Component(service = Examination.class, immediate = true)
public final class ClockExamination implements Examination {
    /** What corrections of a clock that is kept right add up to stays far below. */
    private static final Duration JUMP = Duration.ofMinutes(2);
    /** Nobody has run this program before. */
    private static final Instant EARLIEST = Instant.parse("2024-01-01T00:00:00Z");

    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Instant begunAt;
    private final long begunNanos;

    /** Begins to compare. */
    @Activate
    public ClockExamination() {
        this(InstantSource.system(), System::nanoTime);
    }

    ClockExamination(InstantSource clock, LongSupplier nanoTime) {
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.begunAt = clock.instant();
        this.begunNanos = nanoTime.getAsLong();
    }

    @Override
    public String subject() {
        return "the clock";
    }

    @Override
    public CompletionStage<List<Diagnosis>> examine(List<ExaminedBridge> bridges) {
        Instant now = clock.instant();
        Duration jump = Duration.between(begunAt, now).minusNanos(nanoTime.getAsLong() - begunNanos);
        if (now.isBefore(EARLIEST)) {
            return told("clock-wrong", "The clock of this machine says " + now + ".");
        }
        if (jump.abs().compareTo(JUMP) >= 0) {
            return told(
                    "clock-jumped",
                    "The clock of this machine has jumped by " + jump.toSeconds()
                            + " seconds since Latchkey started at " + begunAt + ", or the machine has slept so long.");
        }
        return CompletableFuture.completedFuture(List.of());
    }

    private static CompletionStage<List<Diagnosis>> told(String code, String seen) {
        return CompletableFuture.completedFuture(List.of(new Diagnosis(
                code,
                Severity.MEND,
                Optional.empty(),
                seen,
                "Rules of openHAB and times in logs and histories are wrong by as much; a machine that sleeps answers"
                        + " nobody meanwhile, so that Home shows \"No Response\".",
                "See that the machine gets its time from the network (for systemd: timedatectl) and, if it has slept,"
                        + " that it doesn't. Then restart Latchkey, so that it counts anew.")));
    }
}
