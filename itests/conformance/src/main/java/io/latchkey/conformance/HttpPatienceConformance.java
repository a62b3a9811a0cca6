// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import io.latchkey.itests.wire.WireMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Who takes forever is closed, and who merely has nothing to say is not. Whether a session survives hours or days of
 * silence isn't tested: it is left alone for {@link PatientPeers#LONG}, which is more than any server grants to a
 * connection that doesn't verify.
 */
@OverTheWire
@Order(ConformanceOrder.PATIENCE)
class HttpPatienceConformance {
    /** A minute, five seconds until it is noticed, and some for a busy computer. */
    private static final Duration OUR_LIMIT = Duration.ofSeconds(70);
    /** The protocol gives no figure; this one leaves room for a minute that is looked at each half minute. */
    private static final Duration ANY_LIMIT = Duration.ofSeconds(100);

    @Test
    @DisplayName("B56 A connection whose first request trickles in without end is closed")
    void slowHeadIsClosed(Server server, PatientPeers peers) throws Exception {
        Duration limit = server.isLatchkey() ? OUR_LIMIT : ANY_LIMIT;
        try {
            peers.slowEnd().get(peers.restOf(limit).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException open) {
            Expect.that(
                    false,
                    "One byte of a header every 2 seconds",
                    "the connection closed within " + limit.toSeconds() + " seconds",
                    "nothing: it is still open");
        }
    }

    @Test
    @DisplayName("B57 A verified session that is idle for longer than a minute stays open")
    void idleSessionStaysOpen(PatientPeers peers) throws IOException {
        String done = "A verified session left alone for " + PatientPeers.LONG.toSeconds() + " seconds";
        try {
            Expect.that(
                    peers.idle().wire().isSilentFor(peers.restOf(PatientPeers.LONG)),
                    done,
                    "silence",
                    "a message nobody asked for");
            WireMessage answer = peers.idle().get("/accessories");
            Expect.status(answer, done + ", then GET /accessories", 200);
        } catch (IOException ended) {
            Expect.that(false, done, "the session still open", "its end: " + ended.getMessage());
        }
    }
}
