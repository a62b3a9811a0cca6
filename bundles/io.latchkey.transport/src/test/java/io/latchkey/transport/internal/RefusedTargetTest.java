// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Value;
import io.latchkey.api.transport.Session;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Targets that are no paths, while events leave on other threads: each is refused, and nothing is logged that strangers
 * could repeat at will.
 */
class RefusedTargetTest {
    private static final int ROUNDS = 300;

    private final PrintStream console = System.err;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final AtomicBoolean isOver = new AtomicBoolean();

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setErr(console);
        console.print(log.toString(StandardCharsets.UTF_8));
    }

    @Test
    void areRefusedOnceWhileEventsLeave() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (RealWorkers workers = new RealWorkers();
                TestBridge bridge = new TestBridge(64, workers)) {
            Future<?> changes = threads.submit(() -> change(bridge));
            for (int i = 0; i < ROUNDS; i++) {
                refuse(bridge, i % 2 == 0 ? "nowhere" : "/later#part");
            }
            isOver.set(true);
            changes.get(10, TimeUnit.SECONDS);
            TestBridge.await("the end of the sessions", () -> bridge.closed.size() == ROUNDS);
        } finally {
            threads.shutdownNow();
        }
        String logged = log.toString(StandardCharsets.UTF_8);
        assertFalse(logged.contains("WARN"), logged);
    }

    private void change(TestBridge bridge) {
        for (int value = 0; !isOver.get(); value++) {
            for (Session session : bridge.listener.sessions()) {
                session.event(CharacteristicId.of(1, 2), Value.of(value), EventUrgency.PROMPT);
            }
        }
    }

    private static void refuse(TestBridge bridge, String target) throws Exception {
        try (HapClient client = bridge.secured()) {
            client.send("GET", target, "");
            Message answer = client.read();
            while (answer.isEvent()) {
                answer = client.read();
            }
            assertTrue(answer.startLine().startsWith("HTTP/1.1 400 "), answer.startLine());
        }
    }
}
