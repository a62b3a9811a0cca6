// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.transport.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions that may be silent for longer than strangers, by a clock that the tests move. */
class AllowedSilenceTest {
    private static final int LIMIT = 8;
    private static final int SWEEPS_A_MINUTE = 12;
    private static final Optional<Duration> FIVE_MINUTES = Optional.of(Duration.ofMinutes(5));

    private final List<HapClient> clients = new ArrayList<>();
    private TestBridge bridge;

    @BeforeEach
    void start() throws IOException {
        bridge = new TestBridge(LIMIT);
    }

    @AfterEach
    void stop() throws IOException {
        for (HapClient client : clients) {
            client.close();
        }
        bridge.close();
    }

    @Test
    void closesAfterThatAndNotAfterAMinute() throws IOException {
        HapClient waiting = kept(bridge.plain());
        Session session = bridge.sessionOf(waiting);
        session.allowSilence(FIVE_MINUTES);
        bridge.sweep(5 * SWEEPS_A_MINUTE - 1);
        assertEquals("GET /a - ", waiting.ask("GET", "/a", "").text());
        bridge.settle(waiting);
        bridge.sweep(5 * SWEEPS_A_MINUTE - 1);
        assertTrue(session.isOpen(), "it counts from the last answer");
        bridge.sweep(1);
        assertFalse(session.isOpen());
    }

    @Test
    void permissionMayBeTakenBack() throws IOException {
        Session session = bridge.sessionOf(kept(bridge.plain()));
        session.allowSilence(FIVE_MINUTES);
        bridge.sweep(2 * SWEEPS_A_MINUTE);
        assertTrue(session.isOpen());
        session.allowSilence(Optional.empty());
        bridge.sweep(1);
        assertFalse(session.isOpen());
    }

    @Test
    void requestThatIsNotCompleteIsNoSuchSilence() throws IOException {
        HapClient client = kept(bridge.plain());
        Session session = bridge.sessionOf(client);
        session.allowSilence(FIVE_MINUTES);
        bridge.trickle(client, 'P');
        bridge.sweep(SWEEPS_A_MINUTE);
        assertFalse(session.isOpen());
    }

    @Test
    void othersAreTheFirstToMakeRoom() throws IOException {
        HapClient waiting = kept(bridge.plain());
        bridge.sessionOf(waiting).allowSilence(FIVE_MINUTES);
        HapClient stranger = kept(bridge.plain());
        for (int i = 2; i < LIMIT; i++) {
            kept(bridge.plain());
        }
        HapClient late = kept(bridge.plain());
        assertEquals("", stranger.rest());
        assertEquals("GET /a - ", late.ask("GET", "/a", "").text());
        assertEquals("GET /a - ", waiting.ask("GET", "/a", "").text());
    }

    private HapClient kept(HapClient client) {
        clients.add(client);
        return client;
    }
}
