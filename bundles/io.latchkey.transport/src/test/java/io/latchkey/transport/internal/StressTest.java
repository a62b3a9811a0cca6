// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Value;
import io.latchkey.api.transport.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * Eight controllers that ask in bursts while the host changes things as fast as it can: each frame opens, each answer is
 * the one to its request, no value goes back in time, and the last one arrives.
 */
class StressTest {
    private static final int CLIENTS = 8;
    private static final int CHARACTERISTICS = 20;
    private static final long SECONDS = 3;
    private static final int LAST = Integer.MAX_VALUE;

    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void everythingArrivesWholeAndInOrder() throws Exception {
        try (RealWorkers workers = new RealWorkers();
                TestBridge bridge = new TestBridge(64, workers)) {
            ExecutorService threads = Executors.newFixedThreadPool(CLIENTS + 1);
            List<Future<Integer>> clients = new ArrayList<>();
            try {
                for (int i = 0; i < CLIENTS; i++) {
                    HapClient client = bridge.secured();
                    clients.add(threads.submit(asking(client, bridge.sessionOf(client), i)));
                }
                threads.submit(() -> changing(bridge)).get(30, TimeUnit.SECONDS);
                for (Future<Integer> client : clients) {
                    assertTrue(client.get(30, TimeUnit.SECONDS) > 0, "a client heard no events");
                }
            } finally {
                threads.shutdownNow();
            }
            TestBridge.await("the end of the sessions", () -> bridge.closed.size() == CLIENTS);
            assertEquals(0, bridge.listener.sessions().size());
            assertTrue(bridge.buffers.getLeaks().isEmpty());
        }
    }

    private Void changing(TestBridge bridge) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        for (int value = 1; System.nanoTime() - end < 0; value++) {
            tell(bridge, value, value % 3 == 0 ? EventUrgency.PROMPT : EventUrgency.COALESCED);
        }
        tell(bridge, LAST, EventUrgency.PROMPT);
        over.set(true);
        return null;
    }

    private static void tell(TestBridge bridge, int value, EventUrgency urgency) {
        for (Session session : bridge.listener.sessions()) {
            for (int iid = 1; iid <= CHARACTERISTICS; iid++) {
                session.event(CharacteristicId.of(1, iid), Value.of(value), urgency);
            }
        }
    }

    private Callable<Integer> asking(HapClient client, Session session, int seed) {
        return () -> {
            Random random = new Random(seed);
            Map<String, Long> values = new HashMap<>();
            int events = 0;
            int request = 0;
            while (!over.get()) {
                int burst = 1 + random.nextInt(8);
                for (int i = 0; i < burst; i++) {
                    client.send("PUT", "/" + (request + i), "b".repeat(random.nextInt(3000)));
                }
                for (int answers = 0; answers < burst; ) {
                    Message message = client.read();
                    if (message.isEvent()) {
                        events += note(message, values);
                    } else {
                        assertTrue(
                                message.text().startsWith("PUT /" + (request + answers) + " - "), message::startLine);
                        answers++;
                    }
                }
                request += burst;
            }
            while (values.size() < CHARACTERISTICS || values.values().stream().anyMatch(value -> value != LAST)) {
                events += note(client.read(), values);
            }
            assertTrue(session.isOpen());
            client.close();
            return events;
        };
    }

    private static int note(Message event, Map<String, Long> values) throws IOException {
        assertTrue(event.isEvent(), event::startLine);
        for (String entry : event.text().split(",")) {
            String[] parts = entry.split("=Whole\\[number=|\\]");
            long value = Long.parseLong(parts[1]);
            Long before = values.put(parts[0], value);
            assertTrue(before == null || before < value, () -> parts[0] + " went back from " + before + " to " + value);
        }
        return 1;
    }
}
