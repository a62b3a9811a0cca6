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
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How sessions end, one or all, without a rest. */
class SessionEndTest extends BridgeAndClients {
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
        exchange.respond(TestHandler.text("removed"));
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
        exchange.respond(TestHandler.text("removed"));
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
        exchange.respond(TestHandler.text("done"));
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
            others.add(bridge.transport.listen(
                    TestBridge.wishes(LIMITS, Duration.ofSeconds(1), true), bridge.handler, bridge));
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
                bridge.handler,
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
        assertEquals(0, bridge.time.pending());
        assertTrue(
                bridge.buffers.getLeaks().isEmpty(),
                () -> bridge.buffers.getLeaks().toString());
        assertThrows(
                IllegalStateException.class,
                () -> bridge.transport.listen(TestBridge.wishes(LIMITS, Duration.ZERO, true), bridge.handler, bridge));
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
