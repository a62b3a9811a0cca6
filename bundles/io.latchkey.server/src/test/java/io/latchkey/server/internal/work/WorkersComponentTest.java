// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.server.internal.fake.ServerWait;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
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
    void everyFamilyIsBoundedAndHoldsUpNoOther() {
        List<Executor> families = List.of(workers.home(), workers.disk(), workers.mdns(), workers.crypto());
        for (int index = 0; index < families.size(); index++) {
            families.subList(index, families.size()).forEach(WorkersComponentTest::awaitFree);
            Executor family = families.get(index);
            assertThrows(RejectedExecutionException.class, () -> fill(family));
        }
        CountDownLatch later = new CountDownLatch(1);
        workers.schedule(Duration.ZERO, later::countDown);
        ServerWait.until("the timer", () -> later.getCount() == 0);
    }

    private static void awaitFree(Executor family) {
        CountDownLatch ran = new CountDownLatch(1);
        family.execute(ran::countDown);
        ServerWait.until("a thread is free", () -> ran.getCount() == 0);
    }

    private void fill(Executor family) {
        for (int count = 0; count < 2000; count++) {
            family.execute(this::block);
        }
    }

    @Test
    void aTaskThatThrowsTakesNoThreadAway() {
        List<String> ran = new CopyOnWriteArrayList<>();
        workers.home().execute(() -> {
            throw new IllegalStateException("bug");
        });
        workers.schedule(Duration.ZERO, () -> {
            throw new IllegalStateException("bug");
        });
        workers.home().execute(() -> ran.add(Thread.currentThread().getName()));
        workers.schedule(
                Duration.ofMillis(-1), () -> ran.add(Thread.currentThread().getName()));
        ServerWait.until("both ran", () -> ran.size() == 2);
        assertTrue(ran.stream().anyMatch(name -> name.startsWith("latchkey-home-")));
        assertTrue(ran.contains("latchkey-timer-1"));
    }

    @Test
    void aCancelledTimerDoesNotRun() {
        List<String> ran = new CopyOnWriteArrayList<>();
        Future<?> cancelled = workers.schedule(Duration.ofMillis(20), () -> ran.add("cancelled"));
        cancelled.cancel(false);
        workers.schedule(Duration.ofMillis(40), () -> ran.add("later"));
        ServerWait.until("the later one ran", () -> ran.contains("later"));
        assertEquals(List.of("later"), ran);
    }

    @Test
    void nothingIsTakenAfterTheStop() {
        workers.stop();
        assertThrows(RejectedExecutionException.class, () -> workers.home().execute(() -> {}));
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
