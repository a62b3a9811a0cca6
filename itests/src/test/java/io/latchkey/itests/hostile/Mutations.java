// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand damaged conversations, the same ones in each run: each ends in answers or a close, nobody else notices. A
 * failure names the number of the conversation, by which it can be run alone.
 */
abstract class Mutations {
    private static final int CONVERSATIONS = 10_000;
    private static final int THREADS = 8;
    private static final int MINUTES = 3;
    private static final Duration PROMPT = Duration.ofSeconds(5);

    private final Map<String, AtomicInteger> outcomes = new ConcurrentSkipListMap<>();
    private final AtomicInteger next = new AtomicInteger();

    @Test
    void tenThousandDamagedConversationsEndAndHarmNobody() throws Exception {
        try (Victim victim = new Victim("hostile-mutations", 8, Map.of())) {
            Conversations conversations = new Conversations(victim);
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            long begun = System.nanoTime();
            Duration slowest;
            try {
                List<Future<?>> peers = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    peers.add(threads.submit(() -> hold(conversations)));
                }
                slowest = askUntil(victim, peers);
                for (Future<?> peer : peers) {
                    peer.get(MINUTES, TimeUnit.MINUTES);
                }
            } finally {
                threads.shutdownNow();
            }
            assertEquals(
                    CONVERSATIONS,
                    outcomes.values().stream().mapToInt(AtomicInteger::get).sum());
            assertTrue(slowest.compareTo(PROMPT) < 0, "somebody else waited " + slowest);
            victim.assertUnharmed();
            conversations.assertNobodyWasPaired();
            victim.say(CONVERSATIONS + " damaged conversations in " + (System.nanoTime() - begun) / 1_000_000 + " ms: "
                    + outcomes + ", another session waited " + slowest.toMillis() + " ms at most");
        }
    }

    private Void hold(Conversations conversations) throws Exception {
        for (int number = next.getAndIncrement(); number < CONVERSATIONS; number = next.getAndIncrement()) {
            String outcome;
            try {
                outcome = conversations.hold(number);
            } catch (Exception | AssertionError wrong) {
                throw new AssertionError("conversation " + number + ": " + wrong, wrong);
            }
            outcomes.computeIfAbsent(outcome, unseen -> new AtomicInteger()).incrementAndGet();
        }
        return null;
    }

    private static Duration askUntil(Victim victim, List<Future<?>> peers) throws Exception {
        Duration slowest = Duration.ZERO;
        while (!peers.stream().allMatch(Future::isDone)) {
            Duration took = victim.ask();
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
        }
        return slowest;
    }
}
