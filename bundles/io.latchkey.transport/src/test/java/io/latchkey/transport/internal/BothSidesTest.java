// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Value;
import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.Connection;
import io.latchkey.api.transport.ConnectionException.Reason;
import io.latchkey.api.transport.Exchange;
import io.latchkey.api.transport.Request;
import io.latchkey.api.transport.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both sides of the wire against each other: a listener and connections of two transports. */
class BothSidesTest {
    private static final CharacteristicId BUTTON = CharacteristicId.of(1, 9);

    private final TestController controller = new TestController();
    private TestBridge bridge;

    @BeforeEach
    void start() throws IOException {
        bridge = new TestBridge();
    }

    @AfterEach
    void stop() {
        controller.close();
        bridge.close();
    }

    @Test
    void verifyThenEverythingEncrypted() throws Exception {
        Connection connection = verified();
        TestBridge.await("the keys", sessionOf(connection)::isSecured);
        Answer echo = TestController.soon(
                connection.send(Request.of("PUT", "/echo?a=b", "a/b", "body".getBytes(StandardCharsets.UTF_8))));
        assertEquals("PUT /echo a=b body", TestController.text(echo.body()));
        Answer large = TestController.soon(connection.send(Request.of("GET", "/large")));
        assertArrayEquals(TestHandler.LARGE, large.body());
        for (int status : new int[] {204, 207, 400, 404, 422, 470, 500, 503}) {
            assertEquals(
                    status,
                    TestController.soon(connection.send(Request.of("GET", "/status?" + status)))
                            .status());
        }
    }

    @Test
    void answersAndPressesArriveInTheOrderOfTheWire() throws Exception {
        Connection connection = verified();
        Session session = sessionOf(connection);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            CompletionStage<Answer> answer = controller.ask(connection, "/later");
            Exchange exchange = bridge.next();
            session.event(BUTTON, Value.of(i), EventUrgency.EACH);
            exchange.respond(TestHandler.text("to " + i));
            TestController.soon(answer);
            expected.add("answer to " + i);
            expected.add("event 1.9=Whole[number=" + i + "]");
            TestBridge.await("the event", () -> controller.heard.size() == expected.size());
        }
        assertEquals(expected, controller.heard);
    }

    @Test
    void connectionThatBreaksHttpIsRefusedAndClosed() throws Exception {
        Connection connection = verified();
        assertEquals(
                413,
                TestController.soon(
                                connection.send(Request.of("PUT", "/a", "a/b", new byte[TestHandler.BODY_LIMIT + 1])))
                        .status());
        controller.awaitHeard("closed CLOSED_BY_PEER");
    }

    @Test
    void removedPairingEndsAConnection() throws Exception {
        Connection connection = verified();
        controller.ask(connection, "/later");
        bridge.next();
        bridge.listener.closeSessionsOf(TestBridge.CONTROLLER, Optional.empty());
        controller.awaitHeard("failed CLOSED_BY_PEER", "closed CLOSED_BY_PEER");
    }

    @Test
    void sixtyFourConnectionsShareTheThreads() throws Exception {
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            connections.add(verified());
        }
        List<CompletionStage<Answer>> answers = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            for (Connection connection : connections) {
                answers.add(connection.send(Request.of("GET", "/" + answers.size())));
            }
        }
        for (int i = 0; i < answers.size(); i++) {
            assertEquals(
                    "GET /" + i + " - ",
                    TestController.text(TestController.soon(answers.get(i)).body()));
        }
        connections.forEach(Connection::close);
        TestBridge.await("the end of all sessions", () -> bridge.closed.size() == connections.size());
        TestBridge.await("all ends heard", () -> controller.heard.size() == connections.size());
        assertTrue(controller.heard.stream().allMatch(end -> end.equals("closed " + Reason.CLOSED)));
    }

    @Test
    void requestsOfManyThreadsAreAnsweredEachByItsOwn() throws Exception {
        Connection connection = verified();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> askers = IntStream.range(0, 8)
                    .mapToObj(asker -> threads.submit(() -> ask(connection, asker)))
                    .toList();
            for (Future<Integer> asker : askers) {
                assertEquals(100, asker.get(20, TimeUnit.SECONDS));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static int ask(Connection connection, int asker) throws Exception {
        int answered = 0;
        while (answered < 100) {
            String path = "/" + asker + "." + answered;
            Answer answer = TestController.soon(connection.send(Request.of("GET", path)));
            assertEquals("GET " + path + " - ", TestController.text(answer.body()));
            answered++;
        }
        return answered;
    }

    private Connection verified() throws Exception {
        Connection connection = controller.connect(bridge.listener.address());
        assertEquals(
                "M4",
                TestController.text(TestController.soon(connection.send(Request.of("POST", "/verify")))
                        .body()));
        connection.secure(TestBridge.KEYS);
        return connection;
    }

    private Session sessionOf(Connection connection) {
        return bridge.opened.stream()
                .filter(session -> session.remote().equals(connection.local()))
                .findFirst()
                .orElseThrow();
    }
}
