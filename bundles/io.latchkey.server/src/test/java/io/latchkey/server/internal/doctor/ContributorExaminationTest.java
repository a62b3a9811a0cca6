// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.testing.QuickWorkers;
import io.latchkey.server.internal.bridge.BridgeRig;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.ServerWait;
import io.latchkey.server.internal.work.CallLanes;
import io.latchkey.server.internal.work.ContributorsComponent;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A provider that hangs is named with what it contributes, until it is back and has left. */
@Timeout(60)
class ContributorExaminationTest {
    private final QuickWorkers workers = new QuickWorkers();
    private final CallLanes lanes = new CallLanes();
    private final ContributorsComponent contributors = new ContributorsComponent(workers, lanes);

    private final BridgeRig rig = BridgeRig.paired(
            new FakeProvider("pool", new LampAccessory("Pool Lamp").accessory()),
            new FakeProvider("sound", new LampAccessory("Hall Lamp").accessory()));

    @AfterEach
    void stop() {
        rig.close();
        lanes.stop();
        workers.close();
    }

    private List<Diagnosis> seen() {
        return new ContributorExamination(contributors, rig.examined())
                .examine(rig.examined().examined())
                .toCompletableFuture()
                .join();
    }

    @Test
    void providerThatHangsIsNamedWithItsAccessories() {
        assertEquals(List.of(), seen());
        CountDownLatch hang = new CountDownLatch(1);
        contributors.join("accessory provider pool").ask("read", () -> {
            try {
                return hang.getCount() > 0 && waited(hang);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        });
        ServerWait.until("the provider to be noticed", () -> !seen().isEmpty());
        Diagnosis named = seen().get(0);
        assertEquals("contributor-fails", named.code());
        assertTrue(named.seen().contains("accessory provider pool in read"), named::seen);
        assertTrue(named.seen().endsWith("from which suffer: Pool Lamp."), named::seen);
        hang.countDown();
    }

    private static boolean waited(CountDownLatch hang) throws InterruptedException {
        hang.await();
        return true;
    }
}
