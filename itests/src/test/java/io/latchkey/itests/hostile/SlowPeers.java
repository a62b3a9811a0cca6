// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.hostile;

import io.latchkey.itests.Eventually;
import io.latchkey.itests.wire.HapWire;
import io.latchkey.itests.wire.WireClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Peers that send a byte and then wait, each in another part of a request, from their start until they are closed. */
final class SlowPeers implements AutoCloseable {
    private static final int INTERVAL_MILLIS = 500;
    private static final Duration GLANCE = Duration.ofMillis(1);
    private static final byte[] NOTHING = {};
    private static final byte[] HEAD = ascii(HapWire.begin("GET", "/accessories") + "X: " + "x".repeat(900));
    private static final byte[] BODY = ascii("x".repeat(999));
    private static final String LENGTH = "Content-Length: 1000\r\n\r\n";

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final List<WireClient> sessions = new ArrayList<>();
    private final Map<String, Long> closed = new ConcurrentSkipListMap<>();
    private final long begun = System.nanoTime();

    @FunctionalInterface
    private interface Drip {
        void send(HapWire wire, byte[] next) throws IOException;
    }

    /** Begins. */
    SlowPeers(RemoteVictim bridge) throws IOException {
        begin("silence", WireClient.open(bridge.address()), NOTHING, NOTHING, HapWire::send);
        begin("a head", WireClient.open(bridge.address()), NOTHING, HEAD, HapWire::send);
        begin(
                "a body",
                WireClient.open(bridge.address()),
                ascii(HapWire.begin("POST", "/pair-verify") + LENGTH),
                BODY,
                HapWire::send);
        begin("a secured head", bridge.session(), NOTHING, HEAD, HapWire::send);
        begin(
                "a secured body",
                bridge.session(),
                ascii(HapWire.begin("PUT", "/characteristics") + LENGTH),
                BODY,
                HapWire::send);
        WireClient session = bridge.session();
        begin("a frame", session, NOTHING, session.wire().seal(HEAD), HapWire::sendRaw);
    }

    /** Waits until all are closed and says after how many milliseconds each was. */
    Map<String, Long> awaitClosed(Duration bound) {
        Duration left = bound.minusNanos(elapsed());
        Eventually.until(left, "the slow peers to be closed but for " + closed, () -> closed.size() == sessions.size());
        return closed;
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        for (WireClient session : sessions) {
            session.close();
        }
    }

    private void begin(String where, WireClient session, byte[] first, byte[] slowly, Drip drip) throws IOException {
        sessions.add(session);
        session.wire().send(first);
        Peer peer = new Peer(where, session.wire(), slowly, drip);
        clock.scheduleAtFixedRate(peer, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    private long elapsed() {
        return System.nanoTime() - begun;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private final class Peer implements Runnable {
        private final String where;
        private final HapWire wire;
        private final byte[] slowly;
        private final Drip drip;
        private int sent;

        Peer(String where, HapWire wire, byte[] slowly, Drip drip) {
            this.where = where;
            this.wire = wire;
            this.slowly = slowly;
            this.drip = drip;
        }

        @Override
        public void run() {
            if (closed.containsKey(where)) {
                return;
            }
            try {
                if (wire.isClosedWithin(GLANCE)) {
                    closed.put(where, TimeUnit.NANOSECONDS.toMillis(elapsed()));
                } else if (sent < slowly.length) {
                    drip.send(wire, new byte[] {slowly[sent++]});
                }
            } catch (IOException broken) {
                closed.put(where, TimeUnit.NANOSECONDS.toMillis(elapsed()));
            }
        }
    }
}
