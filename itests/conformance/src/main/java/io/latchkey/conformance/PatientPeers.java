// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import io.latchkey.itests.wire.HapWire;
import io.latchkey.itests.wire.WireClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Connections that tell something only after a minute: one that never comes to the end of its first request, and a
 * verified one that says nothing. A test that asks for them early starts them; they are looked at much later, so that
 * the other tests pass the time. Until then no test may remove the administrator's pairing.
 */
final class PatientPeers implements AutoCloseable {
    /** How long the idle one is left alone. */
    static final Duration LONG = Duration.ofSeconds(70);

    private static final Duration LOOK = Duration.ofMillis(1);
    private static final long DRIP_SECONDS = 2;
    private static final String HEAD = HapWire.begin("GET", "/accessories") + "X-Slow: ";

    private final long begun = System.nanoTime();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "conformance-slow-peer");
        thread.setDaemon(true);
        return thread;
    });
    private final CompletableFuture<Duration> slowEnd = new CompletableFuture<>();
    private final HapWire slow;
    private final WireClient idle;

    private PatientPeers(Server server) throws IOException {
        slow = HapWire.connect(server.address());
        slow.sendRaw(Requests.bytes(HEAD));
        idle = server.admin();
        clock.scheduleWithFixedDelay(this::drip, DRIP_SECONDS, DRIP_SECONDS, TimeUnit.SECONDS);
    }

    static PatientPeers of(Server server) {
        try {
            return new PatientPeers(server);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Completes when the slow one is closed, with the time that it took. */
    CompletableFuture<Duration> slowEnd() {
        return slowEnd;
    }

    /** The session that has said nothing since it was verified. */
    WireClient idle() {
        return idle;
    }

    /** How much is left of that time since both began; at least a moment. */
    Duration restOf(Duration time) {
        Duration rest = time.minus(age());
        return rest.compareTo(LOOK) > 0 ? rest : LOOK;
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        slow.close();
        idle.close();
    }

    private void drip() {
        try {
            slow.sendRaw(new byte[] {'x'});
            if (slow.isSilentFor(LOOK) || !OddOutcome.of(slow).closed()) {
                return;
            }
        } catch (IOException closed) {
            // it is over, which is what is waited for
        }
        slowEnd.complete(age());
        clock.shutdown();
    }

    private Duration age() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
