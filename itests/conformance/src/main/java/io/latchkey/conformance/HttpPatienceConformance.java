// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import io.latchkey.itests.wire.Message;
import java.io.IOException;
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

    @Test
    @DisplayName("B56 A connection whose first request trickles in without end is closed")
    void slowHeadIsClosed(PatientPeers peers) throws Exception {
        try {
            peers.slowEnd().get(peers.rest().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException open) {
            Expect.that(
                    false,
                    "One byte of a header every 2 seconds",
                    "the connection closed within 65 seconds",
                    "nothing: it is open after " + PatientPeers.LONG.toSeconds() + " seconds");
        }
    }

    @Test
    @DisplayName("B57 A verified session that is idle for longer than a minute stays open")
    void idleSessionStaysOpen(PatientPeers peers) throws IOException {
        String done = "A verified session left alone for " + PatientPeers.LONG.toSeconds() + " seconds";
        try {
            Expect.that(peers.idle().wire().isSilentFor(peers.rest()), done, "silence", "a message nobody asked for");
            Message answer = peers.idle().get("/accessories");
            Expect.status(answer, done + ", then GET /accessories", 200);
        } catch (IOException ended) {
            Expect.that(false, done, "the session still open", "its end: " + ended.getMessage());
        }
    }
}
