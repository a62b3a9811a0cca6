// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A clock that is quick where the machine is. */
class QuickWorkersTest {
    private final QuickWorkers workers = new QuickWorkers();

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void tasksRunWhenTheyAreDueByItsOwnClock() throws Exception {
        List<Long> ran = new CopyOnWriteArrayList<>();
        CountDownLatch all = new CountDownLatch(2);
        long begun = workers.nanoTime();
        for (int seconds : List.of(4, 2)) {
            workers.schedule(Duration.ofSeconds(seconds), () -> {
                ran.add(workers.nanoTime() - begun);
                all.countDown();
            });
        }
        assertTrue(all.await(20, TimeUnit.SECONDS));
        assertTrue(ran.get(0) >= Duration.ofSeconds(2).toNanos(), ran::toString);
        assertTrue(ran.get(1) >= Duration.ofSeconds(4).toNanos(), ran::toString);
    }

    @Test
    void whatIsCancelledDoesNotRun() throws Exception {
        List<String> ran = new CopyOnWriteArrayList<>();
        Future<?> cancelled = workers.schedule(Duration.ofSeconds(1), () -> ran.add("cancelled"));
        cancelled.cancel(false);
        workers.schedule(Duration.ofSeconds(2), () -> ran.add("kept")).get(20, TimeUnit.SECONDS);
        assertEquals(List.of("kept"), ran);
    }

    @Test
    void whatComesAfterTheEndIsRefused() {
        workers.close();
        assertThrows(RejectedExecutionException.class, () -> workers.schedule(Duration.ZERO, () -> {}));
    }
}
