// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.transport.Connection;
import io.latchkey.api.transport.ConnectionException;
import io.latchkey.api.transport.ConnectionException.Reason;
import io.latchkey.api.transport.ConnectionListener;
import io.latchkey.api.transport.Request;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** How a controller's connections fail to begin, and how they end: once, for one reason, and with nothing left. */
class ConnectionEndTest extends ControllerAndAccessory {
    @Test
    void nobodyListens() throws Exception {
        InetSocketAddress gone = accessory.address();
        accessory.close();
        CompletionStage<Connection> made = controller.transport.connect(TestController.wishes(gone), controller);
        assertEquals(Reason.UNREACHABLE, TestController.failure(made));
        controller.awaitHeard();
    }

    @Test
    void accessoryThatClosesWithinABodyFailsWhatWaits() throws Exception {
        Connection connection = controller.connect(accessory.address());
        TestAccessory.End end = accessory.accept();
        controller.ask(connection, "/1");
        controller.ask(connection, "/2");
        end.request();
        end.send(TestAccessory.answer("answer").substring(0, 75));
        end.finishOutput();
        controller.awaitHeard("failed CLOSED_BY_PEER", "failed CLOSED_BY_PEER", "closed CLOSED_BY_PEER");
    }

    @Test
    void resetWithinAFrameFailsWhatWaits() throws Exception {
        Connection connection = controller.secured(accessory);
        TestAccessory.End end = accessory.accept();
        end.secure(TestBridge.KEYS);
        controller.ask(connection, "/1");
        end.request();
        end.write(new byte[] {1});
        end.reset();
        controller.awaitHeard("failed CLOSED_BY_PEER", "closed CLOSED_BY_PEER");
    }

    @Test
    void idleConnectionHearsThatItIsClosed() throws Exception {
        Connection connection = controller.connect(accessory.address());
        TestAccessory.End end = accessory.accept();
        controller.ask(connection, "/1");
        end.request();
        end.send(TestAccessory.answer("one"));
        controller.awaitHeard("answer one");
        end.close();
        controller.awaitHeard("answer one", "closed CLOSED_BY_PEER");
        assertFalse(connection.isOpen());
    }

    @Test
    void listenerThatThrowsIsLeftAlone() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        Connection connection = TestController.soon(
                controller.transport.connect(TestController.wishes(accessory.address()), new ConnectionListener() {
                    @Override
                    public void event(byte[] body) {
                        heard.add(TestController.text(body));
                        throw new IllegalStateException("on purpose");
                    }

                    @Override
                    public void closed(ConnectionException cause) {
                        heard.add(cause.reason().name());
                        throw new IllegalStateException("on purpose");
                    }
                }));
        connection.secure(TestBridge.KEYS);
        TestAccessory.End end = accessory.accept();
        end.secure(TestBridge.KEYS);
        end.send(TestAccessory.event("one") + TestAccessory.event("two"));
        TestBridge.await("both events", () -> heard.equals(List.of("one", "two")));
        controller.ask(connection, "/1");
        end.request();
        end.send(TestAccessory.answer("answer"));
        controller.awaitHeard("answer answer");
        connection.close();
        TestBridge.await("the end", () -> heard.equals(List.of("one", "two", "CLOSED")));
    }

    @Test
    void nothingFollowsACloseWithinAnEvent() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        Connection[] connection = new Connection[1];
        connection[0] = TestController.soon(
                controller.transport.connect(TestController.wishes(accessory.address()), new ConnectionListener() {
                    @Override
                    public void event(byte[] body) {
                        connection[0].close();
                        heard.add(TestController.text(body));
                    }

                    @Override
                    public void closed(ConnectionException cause) {
                        heard.add(cause.reason().name());
                    }
                }));
        connection[0].secure(TestBridge.KEYS);
        TestAccessory.End end = accessory.accept();
        end.secure(TestBridge.KEYS);
        end.send(TestAccessory.event("one") + TestAccessory.event("two"));
        end.awaitEnd();
        TestBridge.await("the end", () -> heard.contains("CLOSED"));
        assertEquals(List.of("one", "CLOSED"), heard);
    }

    @Test
    void nothingRunsBeforeTheFirstConnectionAndNothingIsLeftBehind() throws Exception {
        TestBridge.await("the end of other tests", () -> ioThreads() == 0);
        TestController idle = new TestController();
        assertEquals(0, ioThreads());
        Connection connection = idle.secured(accessory);
        TestAccessory.End end = accessory.accept();
        end.secure(TestBridge.KEYS);
        idle.ask(connection, "/1");
        end.request();
        end.send(TestAccessory.answer("one"));
        idle.awaitHeard("answer one");
        idle.ask(connection, "/2");
        end.request();
        end.write(new byte[] {7, 0, 1});
        assertTrue(ioThreads() > 0);
        idle.close();
        idle.awaitHeard("answer one", "failed CLOSED", "closed CLOSED");
        end.awaitEnd();
        TestBridge.await("the end of the threads", () -> ioThreads() == 0);
        assertEquals(0, idle.time.pending());
        assertTrue(
                idle.buffers.getLeaks().isEmpty(), () -> idle.buffers.getLeaks().toString());
        assertEquals(Reason.CLOSED, TestController.failure(connection.send(Request.of("GET", "/3"))));
        assertEquals(
                Reason.CLOSED,
                TestController.failure(idle.transport.connect(TestController.wishes(accessory.address()), idle)));
    }

    @Test
    void attemptsEndWithTheTransport() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Socket first = new Socket(full.getInetAddress(), full.getLocalPort());
                Socket second = new Socket(full.getInetAddress(), full.getLocalPort())) {
            assertTrue(first.isConnected() && second.isConnected());
            CompletionStage<Connection> made = controller.transport.connect(
                    TestController.wishes((InetSocketAddress) full.getLocalSocketAddress()), controller);
            controller.close();
            assertEquals(Reason.CLOSED, TestController.failure(made));
        }
        controller.awaitHeard();
    }

    private static long ioThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("latchkey-io"))
                .count();
    }
}
