// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.stranger;

import io.latchkey.itests.Eventually;
import io.latchkey.itests.wire.HapWire;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Strangers of one conduct, each on a thread of its own, from their start until they are closed. */
final class Strangers implements AutoCloseable {
    private static final Duration END = Duration.ofSeconds(20);

    private final StrangerConduct conduct;
    private final InetSocketAddress bridge;
    private final List<Thread> threads = new ArrayList<>();
    private final Set<HapWire> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong connections = new AtomicLong();
    private volatile boolean ended;

    /** Begins. */
    Strangers(StrangerConduct conduct, InetSocketAddress bridge) {
        this.conduct = conduct;
        this.bridge = bridge;
        for (int i = 0; i < conduct.strangers(); i++) {
            int stranger = i;
            Thread thread = new Thread(() -> live(stranger), "stranger-" + stranger);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /** How many connections they have opened. */
    long connections() {
        return connections.get();
    }

    /** Ends them and waits until all have gone. */
    @Override
    public void close() throws IOException {
        ended = true;
        for (HapWire wire : open) {
            wire.close();
        }
        Eventually.until(END, "all strangers to go", () -> threads.stream().noneMatch(Thread::isAlive));
    }

    private void live(int stranger) {
        Turns turns = new Turns();
        while (turns.pause()) {
            try (HapWire wire = conduct.connect(stranger, bridge)) {
                open.add(wire);
                connections.incrementAndGet();
                try {
                    conduct.live(wire, turns::pause);
                } finally {
                    open.remove(wire);
                }
            } catch (IOException closed) {
                continue;
            }
        }
    }

    /** The turns of one stranger; what comes late is not made up for. */
    private final class Turns {
        private final long step = TimeUnit.SECONDS.toNanos(1) / conduct.perSecond();
        private long next = System.nanoTime();

        /** Waits for the next turn; false when it is to end. */
        boolean pause() {
            for (long left = next - System.nanoTime(); left > 0 && !ended; left = next - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            next = Math.max(next, System.nanoTime() - step) + step;
            return !ended;
        }
    }
}
