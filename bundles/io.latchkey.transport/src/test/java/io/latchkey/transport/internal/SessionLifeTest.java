// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.transport.Exchange;
import io.latchkey.api.transport.ListenRequest;
import io.latchkey.api.transport.Session;
import io.latchkey.api.transport.SessionListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How sessions begin, and who must go. */
class SessionLifeTest extends BridgeAndClients {
    @Test
    void freePortIsPickedAndAnotherListenerCannotHaveIt() {
        InetSocketAddress address = bridge.listener.address();
        assertTrue(address.getPort() > 0);
        ListenRequest same = new ListenRequest("b", address, LIMITS, Duration.ZERO, true, TestBridge::encode);
        IOException taken = assertThrows(
                IOException.class, () -> bridge.transport.listen(same, bridge.handler, new SessionListener() {}));
        assertTrue(taken.getMessage().contains(Integer.toString(address.getPort())), taken.getMessage());
    }

    @Test
    void sessionTellsItsEndsAndIsHeardOfOnce() throws IOException {
        HapClient client = kept(bridge.plain());
        Session session = bridge.sessionOf(client);
        assertEquals(client.address(), session.remote());
        assertEquals(bridge.listener.address(), session.local());
        assertEquals(Optional.empty(), session.controller());
        assertEquals(List.of(session), List.copyOf(bridge.listener.sessions()));
        client.close();
        TestBridge.await("the end of the session", () -> bridge.closed.equals(List.of(session)));
        assertEquals(List.of(session), bridge.opened);
        assertEquals(List.of(), List.copyOf(bridge.listener.sessions()));
        session.close();
        assertFalse(session.isOpen());
    }

    @Test
    void sessionWhoseRequestTricklesForAMinuteIsClosed() throws Exception {
        HapClient slow = kept(bridge.secured());
        Session gone = bridge.sessionOf(slow);
        HapClient other = kept(bridge.secured());
        for (int i = 0; i < 12; i++) {
            assertTrue(gone.isOpen(), "closed after " + i * 5 + " s");
            bridge.trickle(slow, i == 0 ? 16 : 0); // a frame of 16 bytes begins, and goes on
            bridge.sweep(1);
        }
        assertFalse(gone.isOpen());
        assertEquals("GET /a - ", other.ask("GET", "/a", "").text());
    }

    @Test
    void silentUnverifiedSessionIsClosedAndVerifiedOnesStay() throws Exception {
        HapClient silent = kept(bridge.plain());
        HapClient verified = kept(bridge.secured());
        HapClient served = kept(bridge.plain());
        Session gone = bridge.sessionOf(silent);
        bridge.sweep(1);
        served.send("GET", "/later", "");
        Exchange slow = bridge.next();
        bridge.sweep(10);
        assertTrue(gone.isOpen());
        bridge.sweep(1);
        assertFalse(gone.isOpen());
        TestBridge.await("the end of the session", () -> bridge.closed.equals(List.of(gone)));
        slow.respond(TestHandler.text("slow"));
        assertEquals("slow", served.read().text());
        bridge.sweep(1000);
        assertEquals("GET /a - ", verified.ask("GET", "/a", "").text());
    }

    @Test
    void requestWhoseBodyNeverComesIsSilence() throws IOException {
        HapClient client = kept(bridge.connect());
        byte[] request = HapClient.request("PUT", "/a", "body");
        client.write(Arrays.copyOf(request, request.length - 1));
        Session session = bridge.sessionOf(client);
        TestBridge.await("the head", () -> bridge.heads.contains("/a"));
        bridge.sweep(12);
        TestBridge.await("the end of the session", () -> bridge.closed.contains(session));
    }
}
