// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.testing.ManualWorkers;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SettleTimerTest {
    private static final Duration HALF = SettleTimer.SILENCE.dividedBy(2);

    private final ManualWorkers workers = new ManualWorkers();
    private final AtomicInteger works = new AtomicInteger();
    private final SettleTimer settling = new SettleTimer(workers, workers.home(), works::incrementAndGet);

    @Test
    void worksOnceWhenChangesHaveSettled() {
        settling.changed();
        workers.pass(HALF);
        settling.changed();
        workers.pass(HALF);
        assertEquals(0, works.get());
        workers.pass(HALF);
        assertEquals(1, works.get());
        workers.pass(SettleTimer.LIMIT);
        assertEquals(1, works.get());
    }

    @Test
    void manyChangesCostOneTask() {
        for (int i = 0; i < 1000; i++) {
            settling.changed();
        }
        assertEquals(1, workers.pending());
    }

    @Test
    void changesThatNeverSettleAreWorkedOnAllTheSame() {
        for (int i = 0; i < 2 * SettleTimer.LIMIT.dividedBy(HALF) + 10; i++) {
            settling.changed();
            workers.pass(HALF);
        }
        assertEquals(2, works.get());
    }

    @Test
    void nowIsAtOnce() {
        settling.now();
        assertEquals(1, works.get());
        assertEquals(0, workers.pending());
    }

    @Test
    void nothingComesAfterTheEnd() {
        settling.close();
        settling.changed();
        workers.pass(SettleTimer.LIMIT);
        assertEquals(0, works.get());
    }

    @Test
    void whenTheThreadsAreBusyItTriesAgain() {
        AtomicInteger refusals = new AtomicInteger(2);
        SettleTimer patient = new SettleTimer(workers, busy(refusals), works::incrementAndGet);
        patient.now();
        assertEquals(0, works.get());
        workers.pass(SettleTimer.SILENCE);
        assertEquals(0, works.get());
        workers.pass(SettleTimer.SILENCE);
        assertEquals(1, works.get());
    }

    /** Threads whose queue is full for a while. */
    private static Executor busy(AtomicInteger refusals) {
        return task -> {
            if (refusals.getAndDecrement() > 0) {
                throw new RejectedExecutionException();
            }
            task.run();
        };
    }
}
