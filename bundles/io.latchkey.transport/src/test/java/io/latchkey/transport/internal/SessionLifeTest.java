// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Value;
import io.latchkey.api.transport.Exchange;
import io.latchkey.api.transport.ListenRequest;
import io.latchkey.api.transport.Listener;
import io.latchkey.api.transport.Session;
import io.latchkey.api.transport.SessionLimits;
import io.latchkey.api.transport.SessionListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How sessions begin, who must go, and how everything ends without a rest. */
class SessionLifeTest {
    private static final int LIMIT = 8;
    private static final SessionLimits LIMITS = SessionLimits.of(LIMIT);

    private TestBridge bridge;
    private final List<HapClient> clients = new ArrayList<>();

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
    void freePortIsPickedAndAnotherListenerCannotHaveIt() {
        InetSocketAddress address = bridge.listener.address();
        assertTrue(address.getPort() > 0);
        ListenRequest same = new ListenRequest("b", address, LIMITS, Duration.ZERO, true, TestBridge::encode);
        IOException taken =
                assertThrows(IOException.class, () -> bridge.transport.listen(same, bridge, new SessionListener() {}));
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
        slow.respond(TestBridge.text("slow"));
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

    @Test
    void removedPairingEndsItsSessionsTheInitiatorAfterItsAnswer() throws Exception {
        HapClient initiator = kept(bridge.secured());
        HapClient other = kept(bridge.secured());
        HapClient stranger = kept(bridge.plain());
        initiator.send("POST", "/later", "");
        Exchange exchange = bridge.next();
        bridge.listener.closeSessionsOf(new ControllerId("somebody else"), Optional.empty());
        assertEquals(3, bridge.listener.sessions().size());
        exchange.session().event(CharacteristicId.of(1, 9), Value.TRUE, EventUrgency.EACH);
        bridge.listener.closeSessionsOf(TestBridge.CONTROLLER, Optional.of(exchange.session()));
        assertEquals("", other.rest());
        exchange.respond(TestBridge.text("removed"));
        assertEquals("removed", initiator.read().text());
        assertEquals("", initiator.rest());
        assertEquals("GET /a - ", stranger.ask("GET", "/a", "").text());
    }

    @Test
    void initiatorWithoutARequestIsClosedAtOnce() throws IOException {
        HapClient client = kept(bridge.secured());
        TestBridge.await("the end of the answer", () -> {
            bridge.listener.closeSessionsOf(TestBridge.CONTROLLER, Optional.of(bridge.sessionOf(client)));
            return !bridge.sessionOf(client).isOpen();
        });
        assertEquals("", client.rest());
    }

    @Test
    void requestsBehindTheLastAnswerAreNotServed() throws Exception {
        HapClient client = kept(bridge.secured());
        client.send(SecuredSessionTest.joined(
                HapClient.request("POST", "/later", ""), HapClient.request("PUT", "/later", "{}")));
        Exchange exchange = bridge.next();
        bridge.listener.closeSessionsOf(TestBridge.CONTROLLER, Optional.of(exchange.session()));
        exchange.respond(TestBridge.text("removed"));
        assertEquals("removed", client.read().text());
        assertEquals("", client.rest());
        bridge.close();
        assertTrue(bridge.waiting.isEmpty());
    }

    @Test
    void gracefulEndLetsAnswersLeave() throws Exception {
        HapClient idle = kept(bridge.secured());
        HapClient served = kept(bridge.secured());
        served.send("GET", "/later", "");
        Exchange exchange = bridge.next();
        CompletionStage<Void> done = bridge.listener.closeGracefully();
        assertEquals("", idle.rest());
        TestBridge.await("the end of the port", this::isRefused);
        assertFalse(done.toCompletableFuture().isDone());
        exchange.respond(TestBridge.text("done"));
        assertEquals("done", served.read().text());
        assertEquals("", served.rest());
        done.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void gracefulEndWaitsTwoSecondsAtMost() throws Exception {
        HapClient served = kept(bridge.secured());
        served.send("GET", "/later", "");
        bridge.next();
        CompletionStage<Void> done = bridge.listener.closeGracefully();
        bridge.time.pass(Duration.ofMillis(1900));
        assertFalse(done.toCompletableFuture().isDone());
        bridge.time.pass(Duration.ofMillis(100));
        done.toCompletableFuture().get(10, TimeUnit.SECONDS);
        assertEquals("", served.rest());
        TestBridge.await("the end of the session", () -> bridge.closed.size() == 1);
    }

    @Test
    void otherListenersGoOnWhenOneEnds() throws Exception {
        List<Listener> others = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            others.add(bridge.transport.listen(TestBridge.wishes(LIMITS, Duration.ofSeconds(1), true), bridge, bridge));
        }
        HapClient client = kept(bridge.secured());
        HapClient other = kept(new HapClient(others.get(11).address()));
        assertEquals("GET /a - ", other.ask("GET", "/a", "").text());
        others.forEach(Listener::close);
        others.forEach(Listener::close);
        assertEquals("", other.rest());
        assertEquals("GET /a - ", client.ask("GET", "/a", "").text());
        Listener again = bridge.transport.listen(
                new ListenRequest("b", others.get(0).address(), LIMITS, Duration.ZERO, true, TestBridge::encode),
                bridge,
                bridge);
        assertEquals(others.get(0).address(), again.address());
    }

    @Test
    void nothingIsLeftWhenTheTransportHasStopped() throws Exception {
        HapClient client = kept(bridge.secured());
        client.ask("PUT", "/a", "body");
        client.ask("GET", "/large", "");
        client.send("GET", "/later", "");
        bridge.next();
        kept(bridge.plain());
        assertTrue(ioThreads() > 0);
        bridge.close();
        assertEquals("", client.rest());
        TestBridge.await("the end of the threads", () -> ioThreads() == 0);
        TestBridge.await("the end of the sessions", () -> bridge.closed.size() == 2);
        assertEquals(0, bridge.listener.sessions().size());
        assertEquals(0, bridge.time.waiting());
        assertTrue(
                bridge.buffers.getLeaks().isEmpty(),
                () -> bridge.buffers.getLeaks().toString());
        assertThrows(
                IllegalStateException.class,
                () -> bridge.transport.listen(TestBridge.wishes(LIMITS, Duration.ZERO, true), bridge, bridge));
    }

    private HapClient kept(HapClient client) {
        clients.add(client);
        return client;
    }

    private boolean isRefused() {
        try (HapClient client = bridge.connect()) {
            return client.rest().isEmpty();
        } catch (IOException refused) {
            return true;
        }
    }

    private static long ioThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("latchkey-io"))
                .count();
    }
}
