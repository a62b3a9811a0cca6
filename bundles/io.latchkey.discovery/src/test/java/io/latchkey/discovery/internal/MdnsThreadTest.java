// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One thread, in order, never in the way of others, and gone after its last task. */
@Timeout(20)
class MdnsThreadTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final MdnsWorkers threads = new MdnsWorkers();
    private final MdnsThread thread = new MdnsThread(threads);

    @AfterEach
    void end() {
        thread.end();
        threads.close();
    }

    @Test
    void runsInOrderOnOneThreadAndGoesOnAfterAFault() {
        List<String> order = new CopyOnWriteArrayList<>();
        thread.run(() -> order.add("one on " + Thread.currentThread().getName()));
        thread.run(() -> {
            throw new IllegalStateException("a fault that the log of this test shows");
        });
        assertTrue(MdnsThread.await(thread.run(() -> order.add("two")), LIMIT));
        assertEquals(List.of("one on latchkey-mdns", "two"), order);
    }

    @Test
    void nobodyWaitsLongerThanTheLimit() {
        CountDownLatch held = new CountDownLatch(1);
        thread.run(() -> hold(held));
        assertFalse(MdnsThread.await(thread.run(() -> {}), Duration.ofMillis(50)));
        held.countDown();
        assertTrue(MdnsThread.await(thread.run(() -> {}), LIMIT));
    }

    @Test
    void repeatsUntilItEndsAndTakesNothingAfterwards() throws InterruptedException {
        CountDownLatch thrice = new CountDownLatch(3);
        thread.every(Duration.ofMillis(5), thrice::countDown);
        assertTrue(thrice.await(5, TimeUnit.SECONDS));
        List<String> late = new CopyOnWriteArrayList<>();
        thread.end();
        assertTrue(MdnsThread.await(thread.run(() -> late.add("late")), LIMIT));
        assertEquals(List.of(), late);
    }

    @Test
    void whatRepeatsGoesOnWhenTheThreadHadTooMuchToDo() throws InterruptedException {
        CountDownLatch twice = new CountDownLatch(2);
        threads.refuse(3);
        thread.every(Duration.ofMillis(5), twice::countDown);
        assertTrue(twice.await(5, TimeUnit.SECONDS));
        assertEquals(0, threads.refusals());
    }

    private static void hold(CountDownLatch latch) {
        try {
            assertTrue(latch.await(5, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
