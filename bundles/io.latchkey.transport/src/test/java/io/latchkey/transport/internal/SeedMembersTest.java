// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Value;
import io.latchkey.api.transport.Exchange;
import io.latchkey.api.transport.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What HAP-NodeJS's EventedHTTPServer and HAPConnection offer to their users, member by member, and where it is found here.
 * Subscriptions, pairing state and timed writes of a connection belong to bundle {@code server}.
 */
class SeedMembersTest {
    private static final CharacteristicId ON = CharacteristicId.of(1, 9);

    private TestBridge bridge;
    private HapClient client;

    @BeforeEach
    void start() throws IOException {
        bridge = new TestBridge();
        client = bridge.secured();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        bridge.close();
    }

    @Test
    void listenAndItsEventListeningAndAddress() {
        assertTrue(bridge.listener.address().getPort() > 0);
        assertTrue(bridge.listener.address().getAddress().isLoopbackAddress());
    }

    @Test
    void eventsConnectionOpenedRequestConnectionClosed() throws Exception {
        Session session = bridge.sessionOf(client);
        assertEquals(List.of(session), bridge.opened);
        client.send("GET", "/later", "");
        Exchange request = bridge.next();
        assertEquals(session, request.session());
        request.respond(TestHandler.text("answer"));
        assertEquals("answer", client.read().text());
        client.close();
        TestBridge.await("connection-closed", () -> bridge.closed.equals(List.of(session)));
    }

    @Test
    void connectionsAndConnectionsByUsername() throws IOException {
        try (HapClient second = bridge.secured();
                HapClient stranger = bridge.plain()) {
            assertEquals(3, bridge.listener.sessions().size());
            assertEquals(
                    List.of(bridge.sessionOf(client), bridge.sessionOf(second)),
                    bridge.listener.sessions().stream()
                            .filter(session -> session.controller().equals(Optional.of(TestBridge.CONTROLLER)))
                            .toList());
            assertFalse(bridge.sessionOf(stranger).isSecured());
        }
    }

    @Test
    void broadcastEventToAllButTheOriginatorAndImmediateDelivery() throws IOException {
        try (HapClient second = bridge.secured()) {
            Session originator = bridge.sessionOf(client);
            bridge.listener.sessions().stream()
                    .filter(session -> session != originator)
                    .forEach(session -> session.event(ON, Value.TRUE, EventUrgency.EACH));
            assertTrue(second.read().isEvent());
            assertTrue(client.isSilent(Duration.ofMillis(50)));
        }
    }

    @Test
    void destroyExistingConnectionsAfterUnpair() throws Exception {
        try (HapClient second = bridge.secured()) {
            client.send("POST", "/later", "");
            Exchange unpair = bridge.next();
            bridge.listener.closeSessionsOf(TestBridge.CONTROLLER, Optional.of(unpair.session()));
            assertEquals("", second.rest());
            unpair.respond(TestHandler.text("M2"));
            assertEquals("M2", client.read().text());
            assertEquals("", client.rest());
        }
    }

    @Test
    void stopAndDestroy() throws IOException {
        bridge.listener.close();
        assertEquals("", client.rest());
        assertTrue(bridge.listener.sessions().isEmpty());
    }

    @Test
    void sessionIdAddressesAndTimesOfAConnection() throws IOException {
        Session session = bridge.sessionOf(client);
        try (HapClient second = bridge.secured()) {
            assertNotEquals(session.id(), bridge.sessionOf(second).id());
        }
        assertEquals(client.address(), session.remote());
        assertEquals(bridge.listener.address(), session.local());
        assertFalse(session.openedAt().isAfter(Instant.now()));
        session.close();
        assertEquals(client.address(), session.remote());
    }

    @Test
    void connectionAuthenticatedAndIsAuthenticatedAndUsername() throws IOException {
        try (HapClient stranger = bridge.plain()) {
            assertFalse(bridge.sessionOf(stranger).isSecured());
        }
        assertTrue(bridge.sessionOf(client).isSecured());
        assertEquals(
                Optional.of(TestBridge.CONTROLLER), bridge.sessionOf(client).controller());
    }

    @Test
    void sendEventAndClearRegisteredEvents() throws IOException {
        Session session = bridge.sessionOf(client);
        session.event(ON, Value.TRUE, EventUrgency.COALESCED);
        assertTrue(client.read().isEvent());
        session.event(ON, Value.FALSE, EventUrgency.COALESCED);
        session.withdraw(ON);
        bridge.time.pass(Duration.ofSeconds(1));
        assertTrue(client.isSilent(Duration.ofMillis(50)));
    }

    @Test
    void closeAndCloseConnectionAsOfUnpair() throws IOException {
        Session session = bridge.sessionOf(client);
        session.close();
        assertFalse(session.isOpen());
        assertEquals("", client.rest());
    }

    @Test
    void noDelayAndNoKeepAliveOfASocket() throws Exception {
        NetworkChannel socket = Sockets.of(bridge.sessionOf(client));
        assertTrue(socket.getOption(StandardSocketOptions.TCP_NODELAY));
        assertFalse(socket.getOption(StandardSocketOptions.SO_KEEPALIVE));
    }

    @Test
    void oneFileDescriptorPerConnectionInsteadOfALoopbackProxy() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        Assumptions.assumeTrue(Files.isDirectory(descriptors));
        long before = sockets(descriptors);
        try (HapClient second = bridge.secured()) {
            assertTrue(bridge.sessionOf(second).isOpen());
            TestBridge.await(
                    "one for the session and one for the client of this test",
                    () -> sockets(descriptors) - before == 2);
        }
    }

    private static long sockets(Path descriptors) {
        try (Stream<Path> all = Files.list(descriptors)) {
            return all.filter(SeedMembersTest::isSocket).count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
