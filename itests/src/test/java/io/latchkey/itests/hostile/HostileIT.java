// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.itests.Eventually;
import io.latchkey.itests.wire.WireClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;

/**
 * Everything that a peer may do to a bridge, over real sockets. What takes a minute begins first and ends last: slow and
 * stalled peers wait on a bridge in a process of its own, while other bridges in this one are attacked.
 */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class HostileIT {
    private static final int METERS = 100;
    private static final int STALLED = 200;
    private static final int RATE = 10_000;
    private static final int CHANGES = 120_000;
    private static final long MOST_GROWTH_KIB = 48 << 10;
    private static final long MARGIN_KIB = 8 << 10;
    private static final int PROMPT_MILLIS = 3000;
    private static final int SLOW_PEERS = 6;
    private static final Duration SWEEP = Duration.ofSeconds(5 + 5);
    private static final Duration SLOW = Duration.ofSeconds(60).plus(SWEEP);
    private static final Duration STALL = Duration.ofSeconds(30).plus(SWEEP);

    private static final List<AutoCloseable> peers = new ArrayList<>();
    private static RemoteVictim bridge;
    private static WireClient control;
    private static SlowPeers slow;
    private static RemoteVictim.Memory before;
    private static long stormEnded;

    @BeforeAll
    static void begin() throws Exception {
        bridge = new RemoteVictim(METERS);
        control = bridge.session();
        control.get("/accessories");
        before = bridge.memory();
        slow = new SlowPeers(bridge);
        peers.add(slow);
    }

    @AfterAll
    static void end() throws Exception {
        for (AutoCloseable each : peers) {
            each.close();
        }
        bridge.close();
    }

    @Nested
    @Order(1)
    class AStorm {
        @Test
        void leavesMemoryFlatWhileTwoHundredSessionsDontRead() throws Exception {
            peers.add(new StalledPeers(bridge, STALLED));
            CompletableFuture<Listening> listening = CompletableFuture.supplyAsync(this::listen);
            RemoteVictim.Memory connected = bridge.memory();
            bridge.storm(RATE, CHANGES);
            long millis = bridge.stormEnded();
            stormEnded = System.nanoTime();
            RemoteVictim.Memory during = bridge.memory();
            Listening heard = listening.get(60, TimeUnit.SECONDS);
            System.out.println("hostile: " + CHANGES + " changes in " + millis + " ms before " + STALLED
                    + " sessions that don't read; before: " + before + "; connected: " + connected + "; at the end: "
                    + during + "; another heard " + heard);
            assertTrue(heard.oldest() < PROMPT_MILLIS && heard.longestPause() < PROMPT_MILLIS, heard.toString());
            assertTrue(during.heap() - before.heap() < MOST_GROWTH_KIB, "memory is flat");
        }

        private Listening listen() {
            try {
                return new Listening(bridge).call();
            } catch (IOException broken) {
                throw new AssertionError(broken);
            }
        }
    }

    @Nested
    @Order(2)
    class Cuts extends Segments {}

    @Nested
    @Order(3)
    class Ends extends HalfEnds {}

    @Nested
    @Order(4)
    class Sizes extends Oversize {}

    @Nested
    @Order(5)
    class Numbers extends Crowds {}

    @Nested
    @Order(6)
    class ThoseWhoDontRead {
        @Test
        void areClosed() {
            Duration left = STALL.minusNanos(System.nanoTime() - stormEnded);
            Eventually.until(left, "the stalled sessions to be closed", () -> bridge.sessions() <= 1 + SLOW_PEERS);
        }
    }

    @Nested
    @Order(7)
    class Damage extends Mutations {}

    @Nested
    @Order(8)
    class InTheEnd {
        @Test
        void slowPeersAreClosedAndNothingIsLeft() throws Exception {
            Map<String, Long> closed = slow.awaitClosed(SLOW);
            assertEquals(200, control.get("/accessories").status(), "who says nothing for a minute is kept");
            control.close();
            Eventually.until(SWEEP, "the last session to end", () -> bridge.sessions() == 0);
            RemoteVictim.Memory after = bridge.memory();
            System.out.println("hostile: slow peers were closed after (ms) " + closed + "; after: " + after);
            assertTrue(after.heap() - before.heap() < MARGIN_KIB, "the memory is back");
            assertEquals(List.of(), bridge.logged("ERROR"));
            assertEquals(0, bridge.stop());
        }
    }
}
