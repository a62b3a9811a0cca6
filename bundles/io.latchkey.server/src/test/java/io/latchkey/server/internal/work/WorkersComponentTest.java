// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.server.internal.fake.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The shared threads. */
class WorkersComponentTest {
    private final WorkersComponent workers = new WorkersComponent();
    private final CountDownLatch hang = new CountDownLatch(1);

    @AfterEach
    void stop() {
        hang.countDown();
        workers.stop();
    }

    @Test
    void workIsBounded() {
        assertThrows(RejectedExecutionException.class, () -> {
            for (int i = 0; i < 1000; i++) {
                workers.work().execute(this::block);
            }
        });
    }

    @Test
    void aTaskThatThrowsTakesNoThreadAway() {
        List<String> ran = new CopyOnWriteArrayList<>();
        workers.work().execute(() -> {
            throw new IllegalStateException("bug");
        });
        workers.schedule(Duration.ZERO, () -> {
            throw new IllegalStateException("bug");
        });
        workers.work().execute(() -> ran.add(Thread.currentThread().getName()));
        workers.schedule(
                Duration.ofMillis(-1), () -> ran.add(Thread.currentThread().getName()));
        Await.until("both ran", () -> ran.size() == 2);
        assertTrue(ran.stream().anyMatch(name -> name.startsWith("latchkey-work-")));
        assertTrue(ran.contains("latchkey-timer-1"));
    }

    @Test
    void aCancelledTimerDoesNotRun() {
        List<String> ran = new CopyOnWriteArrayList<>();
        Future<?> cancelled = workers.schedule(Duration.ofMillis(20), () -> ran.add("cancelled"));
        cancelled.cancel(false);
        workers.schedule(Duration.ofMillis(40), () -> ran.add("later"));
        Await.until("the later one ran", () -> ran.contains("later"));
        assertEquals(List.of("later"), ran);
    }

    @Test
    void nothingIsTakenAfterTheStop() {
        workers.stop();
        assertThrows(RejectedExecutionException.class, () -> workers.work().execute(() -> {}));
        assertThrows(RejectedExecutionException.class, () -> workers.schedule(Duration.ZERO, () -> {}));
    }

    private void block() {
        try {
            hang.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
