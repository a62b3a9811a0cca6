// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.testing.QuickWorkers;
import io.latchkey.server.internal.fake.ServerWait;
import io.latchkey.server.internal.work.CallLanes;
import io.latchkey.server.internal.work.ContributorsComponent;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A type that hangs is named until it is back and has left. */
@Timeout(60)
class ContributorExaminationTest {
    private final QuickWorkers workers = new QuickWorkers();
    private final CallLanes lanes = new CallLanes();
    private final ContributorsComponent contributors = new ContributorsComponent(workers, lanes);

    @AfterEach
    void stop() {
        lanes.stop();
        workers.close();
    }

    private List<Diagnosis> seen() {
        return new ContributorExamination(contributors)
                .examine(List.of())
                .toCompletableFuture()
                .join();
    }

    @Test
    void typeThatHangsIsNamed() {
        assertEquals(List.of(), seen());
        CountDownLatch hang = new CountDownLatch(1);
        contributors.join("accessory type org.example.PoolCover").ask("toValue", () -> {
            try {
                return hang.getCount() > 0 && waited(hang);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        });
        ServerWait.until("the type to be noticed", () -> !seen().isEmpty());
        Diagnosis named = seen().get(0);
        assertEquals("contributor-fails", named.code());
        assertTrue(named.seen().contains("org.example.PoolCover in toValue"), named::seen);
        hang.countDown();
    }

    private static boolean waited(CountDownLatch hang) throws InterruptedException {
        hang.await();
        return true;
    }
}
