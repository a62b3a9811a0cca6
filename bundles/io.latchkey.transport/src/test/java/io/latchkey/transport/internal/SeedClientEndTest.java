// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.transport.Connection;
import io.latchkey.api.transport.ConnectionException.Reason;
import io.latchkey.api.transport.Request;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How requests and connections of Node's and IoT.js's http modules end before their time, and how a controller's do. */
class SeedClientEndTest extends ControllerAndAccessory {
    @Test
    @DisplayName("timeout, setTimeout of a request")
    void lateAnswerClosesTheConnectionBecauseTheOrderIsLost() throws Exception {
        Connection connection = controller.connect(accessory.address());
        TestAccessory.End end = accessory.accept();
        controller.ask(connection, "/1");
        end.request();
        end.send(TestAccessory.answer("one"));
        controller.awaitHeard("answer one");
        TestBridge.await("no deadline is left", () -> controller.time.pending() == 1); // the sweep's
        controller.ask(connection, "/2");
        controller.ask(connection, "/3");
        end.request();
        controller.time.pass(TestController.REQUEST_TIME.minusMillis(100));
        assertTrue(connection.isOpen());
        controller.time.pass(TestController.REQUEST_TIME);
        controller.awaitHeard("answer one", "failed TIMED_OUT", "failed TIMED_OUT", "closed TIMED_OUT");
        end.awaitEnd();
    }

    @Test
    @DisplayName("timeout of a connect")
    void connectionThatIsNotMadeInItsTimeIsGivenUp() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Socket first = new Socket(full.getInetAddress(), full.getLocalPort());
                Socket second = new Socket(full.getInetAddress(), full.getLocalPort())) {
            CompletionStage<Connection> made = controller.transport.connect(
                    TestController.wishes((InetSocketAddress) full.getLocalSocketAddress()), controller);
            controller.time.pass(TestController.CONNECT_TIME.minusMillis(100));
            assertFalse(made.toCompletableFuture().isDone());
            controller.time.pass(TestController.CONNECT_TIME);
            assertEquals(Reason.TIMED_OUT, TestController.failure(made));
            assertTrue(first.isConnected() && second.isConnected());
        }
        controller.awaitHeard();
    }

    @Test
    @DisplayName("abort, aborted, destroy")
    void closeEndsARequestInWorkAtOnce() throws Exception {
        Connection connection = controller.connect(accessory.address());
        TestAccessory.End end = accessory.accept();
        controller.ask(connection, "/1");
        controller.ask(connection, "/2");
        end.request();
        connection.close();
        assertFalse(connection.isOpen());
        connection.close();
        end.awaitEnd();
        controller.awaitHeard("failed CLOSED", "failed CLOSED", "closed CLOSED");
        assertEquals(Reason.CLOSED, TestController.failure(connection.send(Request.of("GET", "/3"))));
    }
}
