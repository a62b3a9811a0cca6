// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.server.internal.fake.ServerWait;
import io.latchkey.server.internal.work.CallLanes.Lane;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Foreign code that hangs, and what it may not do to others. */
class CallLanesTest {
    private final CallLanes lanes = new CallLanes();
    private final CountDownLatch hang = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();

    @AfterEach
    void stop() {
        hang.countDown();
        lanes.stop();
    }

    private void block() {
        running.incrementAndGet();
        try {
            hang.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        done.incrementAndGet();
    }

    @Test
    void anAccessoryThatHangsHoldsTwoThreads() {
        Lane lane = new Lane("provider", "accessory");
        for (int i = 0; i < 10; i++) {
            assertTrue(lanes.offer(lane, this::block));
        }
        CountDownLatch other = new CountDownLatch(1);
        lanes.offer(new Lane("provider", "other"), other::countDown);
        ServerWait.until("the other accessory is served", () -> other.getCount() == 0);
        ServerWait.until("two of the first run", () -> running.get() == 2);
        hang.countDown();
        ServerWait.until("the rest follows", () -> done.get() == 10);
    }

    @Test
    void aContributorThatHangsHoldsFourThreads() {
        for (int i = 0; i < 10; i++) {
            lanes.offer(new Lane("hanging", i), this::block);
        }
        CountDownLatch other = new CountDownLatch(1);
        lanes.offer(new Lane("healthy", 0), other::countDown);
        ServerWait.until("the other contributor is served", () -> other.getCount() == 0);
        ServerWait.until("four of the first run", () -> running.get() == 4);
        CountDownLatch later = new CountDownLatch(1);
        lanes.offer(new Lane("healthy", 0), later::countDown);
        ServerWait.until("the other is served again", () -> later.getCount() == 0);
        assertEquals(4, running.get());
    }

    @Test
    void aLaneIsFullAtSomePoint() {
        Lane lane = new Lane("provider", "accessory");
        int taken = 0;
        while (taken < 1000 && lanes.offer(lane, this::block)) {
            taken++;
        }
        assertTrue(taken >= 128 && taken <= 130, "taken " + taken);
        assertTrue(lanes.offer(new Lane("provider", "other"), () -> {}));
    }

    @Test
    void whatNobodyWaitsForDoesNotBegin() {
        Lane lane = new Lane("provider", "accessory");
        lanes.offer(lane, this::block);
        lanes.offer(lane, this::block);
        AtomicInteger begun = new AtomicInteger();
        lanes.offer(call(lane, () -> false, begun::incrementAndGet));
        CountDownLatch after = new CountDownLatch(1);
        lanes.offer(lane, after::countDown);
        hang.countDown();
        ServerWait.until("the lane is empty", () -> after.getCount() == 0);
        assertEquals(0, begun.get());
    }

    @Test
    void whatNobodyWaitsForGivesUpItsPlace() {
        Lane lane = new Lane("provider", "accessory");
        AtomicBoolean wanted = new AtomicBoolean(true);
        AtomicInteger begun = new AtomicInteger();
        lanes.offer(lane, this::block);
        lanes.offer(lane, this::block);
        ServerWait.until("the lane is busy", () -> running.get() == 2);
        while (lanes.offer(call(lane, wanted::get, begun::incrementAndGet))) {
            assertEquals(0, begun.get());
        }
        wanted.set(false);
        CountDownLatch later = new CountDownLatch(1);
        assertTrue(lanes.offer(lane, later::countDown), "those before have given up");
        hang.countDown();
        ServerWait.until("what is wanted is served", () -> later.getCount() == 0);
        assertEquals(0, begun.get());
    }

    @Test
    void aContributorThatHangsLeavesPlacesToOthers() {
        int taken = 0;
        for (int accessory = 0; accessory < 100; accessory++) {
            Lane lane = new Lane("hanging", accessory);
            for (int i = 0; i < 100 && lanes.offer(lane, this::block); i++) {
                taken++;
            }
        }
        assertTrue(taken >= 1024 && taken <= 1028, "taken " + taken);
        CountDownLatch other = new CountDownLatch(1);
        assertTrue(lanes.offer(new Lane("healthy", 0), other::countDown));
        ServerWait.until("the other contributor is served", () -> other.getCount() == 0);
    }

    @Test
    void allIsFullAtSomePointAndEmptyAgainAfterwards() {
        int taken = 0;
        for (int accessory = 0; accessory < 100; accessory++) {
            for (int contributor = 0; contributor < 40; contributor++) {
                taken += lanes.offer(new Lane(contributor, accessory), this::block) ? 1 : 0;
            }
        }
        assertTrue(taken >= 2048 && taken <= 2048 + 40 * 4, "taken " + taken);
        hang.countDown();
        int all = taken;
        ServerWait.until("all are served", () -> done.get() == all);
        assertTrue(lanes.offer(new Lane(0, 0), () -> {}));
    }

    private static CallLanes.Call call(Lane lane, BooleanSupplier wanted, Runnable action) {
        return new CallLanes.Call() {
            @Override
            public Lane lane() {
                return lane;
            }

            @Override
            public boolean isWanted() {
                return wanted.getAsBoolean();
            }

            @Override
            public void run() {
                action.run();
            }
        };
    }

    @Test
    void whatThrowsFreesItsPlace() {
        Lane lane = new Lane("provider", "accessory");
        for (int i = 0; i < 5; i++) {
            lanes.offer(lane, () -> {
                throw new IllegalStateException("bug of a contributor");
            });
        }
        Set<String> threads = ConcurrentHashMap.newKeySet();
        lanes.offer(lane, () -> threads.add(Thread.currentThread().getName()));
        ServerWait.until("served after the faults", () -> !threads.isEmpty());
        assertTrue(threads.iterator().next().startsWith("latchkey-call-"));
    }

    @Test
    void nothingIsTakenAfterTheStop() {
        lanes.stop();
        assertFalse(lanes.offer(new Lane("provider", "accessory"), () -> {}));
    }
}
