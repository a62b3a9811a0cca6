// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.stranger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.Eventually;
import io.latchkey.itests.FrameworkBridge;
import io.latchkey.itests.home.Probe;
import io.latchkey.itests.soak.Latencies;
import io.latchkey.itests.wire.RefusedException;
import io.latchkey.itests.wire.WireClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Strangers at the real distribution ({@code design.md} 8b): while they do their worst, eight verified sessions hear all
 * presses of a button, somebody verifies each second, and somebody with the code pairs with a bridge that is new. What
 * everything took is printed. To measure it, give each conduct longer ({@code -Dlatchkey.strangers.seconds=30}) on a
 * computer that does nothing else; the strangers run on it, too.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StrangersIT {
    private static final int SECONDS = Integer.getInteger("latchkey.strangers.seconds", 5);
    private static final int MAXIMUM_SESSIONS = 64;
    private static final int LISTENING = 8;
    private static final int PRESSES_A_SECOND = 10;
    private static final Duration PAIRED_WITHIN = Duration.ofSeconds(60);
    private static final Duration REST = Duration.ofSeconds(20);
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double PROMPT_MILLIS = 5000;
    private static final long HEAP_MARGIN_KIB = 12 << 10;
    private static final int THREADS_MARGIN = 8;

    private static final Latencies latencies = new Latencies();
    private static AttackedDistribution distribution;
    private static ControllerKeys keys;
    private static ControllerKeys.Peer bridge;
    private static HeardPresses presses;
    private static AttackedDistribution.Footprint before;

    @BeforeAll
    static void begin() throws Exception {
        distribution = new AttackedDistribution(MAXIMUM_SESSIONS);
        keys = WireClient.newKeys("owner");
        bridge = WireClient.pair(distribution.paired(), keys, FrameworkBridge.CODE);
        presses = new HeardPresses(LISTENING, distribution.paired(), keys, bridge, Probe.ORDER.uuid());
        pairAndUnpair("nobody");
        for (int i = 0; i < SECONDS * PRESSES_A_SECOND; i++) {
            presses.press("event, nobody", latencies);
        }
        before = distribution.footprint();
    }

    @AfterAll
    static void end() throws Exception {
        try {
            latencies.lines().forEach(line -> System.out.println("strangers: " + line));
            presses.close();
            assertEquals(List.of(), distribution.errors());
            assertEquals(0, distribution.stop());
        } finally {
            distribution.close();
        }
    }

    @ParameterizedTest
    @Order(1)
    @EnumSource
    void controllersGoOn(StrangerConduct conduct) throws Exception {
        var attacked = conduct.wantToPair() ? distribution.unpaired() : distribution.paired();
        try (Strangers strangers = new Strangers(conduct, attacked)) {
            long begun = System.nanoTime();
            for (int i = 0; i < SECONDS * PRESSES_A_SECOND; i++) {
                awaitTime(begun + i * TimeUnit.SECONDS.toNanos(1) / PRESSES_A_SECOND);
                presses.press("event, " + conduct, latencies);
                if (i % PRESSES_A_SECOND == 0) {
                    verify("verify, " + conduct);
                }
            }
            pairAndUnpair(conduct.name());
            System.out.println("strangers: " + conduct + " opened " + strangers.connections() + " connections in "
                    + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun) + " s; " + distribution.footprint());
        }
        assertTrue(latencies.longest("event, " + conduct) < PROMPT_MILLIS, "events are prompt");
        assertTrue(latencies.longest("verify, " + conduct) < PROMPT_MILLIS, "who verifies is let in");
    }

    @Test
    @Order(2)
    void nothingIsLeftOfThem() {
        Eventually.until(REST, "heap and threads of before, " + before, () -> {
            AttackedDistribution.Footprint now = distribution.footprint();
            return now.heap() - before.heap() < HEAP_MARGIN_KIB && now.threads() - before.threads() < THREADS_MARGIN;
        });
    }

    private static void verify(String operation) throws IOException {
        long begun = System.nanoTime();
        try (WireClient session = HeardPresses.verified(distribution.paired(), keys, bridge)) {
            assertEquals(200, session.get("/accessories").status());
            latencies.add(operation, System.nanoTime() - begun);
        }
    }

    /** As a person does, who tries again when the phone says that it didn't work. */
    private static void pairAndUnpair(String beside) throws IOException {
        ControllerKeys own = WireClient.newKeys("newcomer");
        long begun = System.nanoTime();
        ControllerKeys.Peer added = Eventually.present(PAIRED_WITHIN, "somebody with the code to pair", () -> {
            try {
                return Optional.of(WireClient.pair(distribution.unpaired(), own, FrameworkBridge.CODE));
            } catch (RefusedException busy) {
                LockSupport.parkNanos(AGAIN_NANOS);
                return Optional.empty();
            }
        });
        latencies.add("pairing, " + beside, System.nanoTime() - begun);
        try (WireClient session = WireClient.verified(distribution.unpaired(), own, added)) {
            session.remove(own.id());
        }
    }

    private static void awaitTime(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
