// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.Severity;
import io.latchkey.api.testing.InlineContributors;
import io.latchkey.api.testing.QuickWorkers;
import io.latchkey.server.internal.bridge.BridgeRig;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.LampAccessory;
import io.latchkey.server.internal.fake.MemoryTransport;
import io.latchkey.server.internal.fake.ServerWait;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a controller can't do at the copy of a bridge is named with the step; neither copy nor controller stays. */
@Timeout(60)
class LoopbackExaminationTest {
    private final QuickWorkers workers = new QuickWorkers();
    private final MemoryTransport transport = new MemoryTransport();
    private final ScriptedController controller = new ScriptedController();

    @AfterEach
    void stop() {
        workers.close();
    }

    @Test
    void controllerThatHearsIsRight() throws Exception {
        assertEquals("loopback-answers", only().code());
        assertTrue(controller.asked.containsAll(List.of("unpair", "close")), controller.asked::toString);
    }

    @Test
    void stepThatFailsIsNamed() throws Exception {
        controller.refusal = Optional.of(new IllegalStateException("no answer\u001b[2J"));
        Diagnosis failed = only();
        assertEquals("loopback-failed", failed.code());
        assertEquals(Severity.UNREACHABLE, failed.severity());
        assertTrue(failed.seen().contains("pairing: no answer\\u001b[2J"), failed::seen);
    }

    @Test
    void eventThatDoesNotComeIsNamed() throws Exception {
        controller.isDeaf = true;
        assertEquals("event-unheard", only().code());
    }

    private Diagnosis only() throws Exception {
        try (BridgeRig rig = BridgeRig.paired(new FakeProvider("sound", new LampAccessory("Lamp").accessory()))) {
            List<Diagnosis> seen = new LoopbackExamination(
                            transport, workers, new InlineContributors(), controller.clients(), rig.examined())
                    .examine(rig.examined().examined())
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
            assertEquals(1, seen.size(), seen::toString);
            assertEquals("close", controller.asked.get(controller.asked.size() - 1));
            ServerWait.until("the copy to be gone", () -> transport.listener().isEmpty());
            return seen.get(0);
        }
    }
}
