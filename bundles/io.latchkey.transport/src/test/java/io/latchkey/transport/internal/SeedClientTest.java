// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.Connection;
import io.latchkey.api.transport.ConnectionException.Reason;
import io.latchkey.api.transport.Request;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What Node's and IoT.js's http modules offer to clients, member by member, and what becomes of it for a controller: one
 * connection that is never replaced, because keys and subscriptions belong to it.
 */
class SeedClientTest extends ControllerAndAccessory {
    private final String host = TestController.BRIDGE.host();

    @Test
    @DisplayName("http.request, http.get, ClientRequest.end")
    void requestIsOneCallAndItsAnswerOneValue() throws Exception {
        Connection connection = controller.connect(accessory.address());
        TestAccessory.End end = accessory.accept();
        CompletionStage<Answer> got = connection.send(Request.of("GET", "/characteristics?id=1.9"));
        assertEquals("GET /characteristics?id=1.9 HTTP/1.1\r\nHost: " + host + "\r\n\r\n", end.request());
        end.send("HTTP/1.1 207 Multi-Status\r\ncontent-type: application/hap+json\r\ncontent-length: 2\r\n\r\n{}");
        Answer answer = TestController.soon(got);
        assertEquals(207, answer.status());
        assertEquals(Optional.of("application/hap+json"), answer.contentType());
        assertEquals("{}", TestController.text(answer.body()));
        CompletionStage<Answer> put =
                connection.send(Request.of("PUT", "/a", "application/hap+json", bytes("{\"b\":1}")));
        assertEquals(
                "PUT /a HTTP/1.1\r\nHost: " + host
                        + "\r\nContent-Length: 7\r\nContent-Type: application/hap+json\r\n\r\n{\"b\":1}",
                end.request());
        end.send("HTTP/1.1 204 No Content\r\n\r\n");
        assertEquals(204, TestController.soon(put).status());
    }

    @Test
    @DisplayName("Agent: keepAlive, maxSockets, sockets, requests, reuseSocket, createConnection, destroy")
    void oneConnectionServesAllRequestsOneAfterTheOther() throws Exception {
        Connection connection = controller.connect(accessory.address());
        TestAccessory.End end = accessory.accept();
        controller.ask(connection, "/1");
        controller.ask(connection, "/2");
        assertEquals("GET /1 HTTP/1.1", end.requestLine());
        assertFalse(end.hasMore(), "the second request leaves after the first answer");
        end.send(TestAccessory.answer("one"));
        assertEquals("GET /2 HTTP/1.1", end.requestLine());
        end.send(TestAccessory.answer("two"));
        controller.awaitHeard("answer one", "answer two");
        end.close();
        controller.awaitHeard("answer one", "answer two", "closed CLOSED_BY_PEER");
        assertEquals(Reason.CLOSED_BY_PEER, TestController.failure(connection.send(Request.of("GET", "/3"))));
        assertFalse(connection.isOpen(), "never replaced behind the caller's back");
    }

    @Test
    @DisplayName("agent: false, Agent.getName")
    void everyConnectIsASocketOfItsOwn() throws Exception {
        Connection first = controller.connect(accessory.address());
        TestAccessory.End end = accessory.accept();
        Connection second = controller.connect(accessory.address());
        TestAccessory.End other = accessory.accept();
        assertNotEquals(end.controllerPort(), other.controllerPort());
        first.close();
        end.awaitEnd();
        controller.awaitHeard("closed CLOSED");
        controller.ask(second, "/1");
        other.request();
        other.send(TestAccessory.answer("one"));
        controller.awaitHeard("closed CLOSED", "answer one");
    }

    @Test
    @DisplayName("setHeader, getHeader, removeHeader, flushHeaders, maxHeadersCount, write, drain")
    void headIsMinimalAndBodiesOfAnySizeLeaveAsTheNetworkTakesThem() throws Exception {
        Connection connection = controller.secured(accessory);
        TestAccessory.End end = accessory.accept();
        end.secure(TestBridge.KEYS);
        byte[] large = "0123456789".repeat(200_000).getBytes(StandardCharsets.US_ASCII);
        controller.ask(connection, Request.of("POST", "/large", "a/b", large));
        String request = end.request();
        assertEquals(
                "POST /large HTTP/1.1\r\nHost: " + host + "\r\nContent-Length: 2000000\r\nContent-Type: a/b\r\n\r\n",
                request.substring(0, request.length() - large.length));
        assertTrue(request.endsWith(TestController.text(large)));
        controller.ask(connection, Request.of("POST", "/identify"));
        end.send(TestAccessory.answer("one"));
        assertTrue(end.request().endsWith("\r\nContent-Length: 0\r\n\r\n"));
        end.send("HTTP/1.1 200 OK\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");
        controller.awaitHeard("answer one", "failed PROTOCOL", "closed PROTOCOL");
    }

    @Test
    @DisplayName("response, information, continue")
    void interimAnswersAreSkipped() throws Exception {
        Connection connection = controller.connect(accessory.address());
        TestAccessory.End end = accessory.accept();
        controller.ask(connection, "/1");
        end.request();
        end.send("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\nX: y\r\n\r\n");
        end.send("HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n" + TestAccessory.answer("one"));
        controller.awaitHeard("answer one");
    }

    @Test
    @DisplayName("connect, upgrade")
    void neitherTunnelsNorOtherProtocols() throws Exception {
        assertThrows(IllegalArgumentException.class, () -> Request.of("CONNECT", "host:80"));
        Connection connection = controller.connect(accessory.address());
        TestAccessory.End end = accessory.accept();
        controller.ask(connection, "/1");
        assertFalse(end.request().contains("Upgrade"));
        end.send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n");
        controller.awaitHeard("failed PROTOCOL", "closed PROTOCOL");
        end.awaitEnd();
    }

    @Test
    @DisplayName("socket, connection, localAddress, family")
    void addressesOfBothEnds() throws Exception {
        Connection connection = controller.connect(accessory.address());
        TestAccessory.End end = accessory.accept();
        assertEquals(accessory.address(), connection.remote());
        assertEquals(end.controllerPort(), connection.local().getPort());
        assertTrue(connection.local().getAddress().isLoopbackAddress());
        connection.close();
        assertEquals(end.controllerPort(), connection.local().getPort());
    }

    @Test
    @DisplayName("setNoDelay, setSocketKeepAlive, keepAliveMsecs")
    void smallMessagesLeaveAtOnceAndAnIdleSocketIsNotProbed() throws Exception {
        NetworkChannel socket = Sockets.of(controller.connect(accessory.address()));
        assertTrue(socket.getOption(StandardSocketOptions.TCP_NODELAY));
        assertFalse(socket.getOption(StandardSocketOptions.SO_KEEPALIVE));
    }

    @Test
    @DisplayName("response must be consumed, readableEnded, complete")
    void answersAreReadToTheirEndWhoeverLooksAtThem() throws Exception {
        Connection connection = controller.connect(accessory.address());
        TestAccessory.End end = accessory.accept();
        connection.send(Request.of("GET", "/ignored"));
        controller.ask(connection, "/2");
        end.request();
        end.send(TestAccessory.answer("ignored").substring(0, 80));
        assertFalse(end.hasMore(), "the second request waits for the whole first answer");
        end.send(TestAccessory.answer("ignored").substring(80));
        assertEquals("GET /2 HTTP/1.1", end.requestLine());
        end.send(TestAccessory.answer("two"));
        controller.awaitHeard("answer two");
    }

    @Test
    @DisplayName("EVENT/1.0 messages")
    void eventsAreHeardWhereverTheyStandBetweenAnswers() throws Exception {
        Connection connection = controller.secured(accessory);
        TestAccessory.End end = accessory.accept();
        end.secure(TestBridge.KEYS);
        end.send(TestAccessory.event("idle") + TestAccessory.event("again"));
        controller.awaitHeard("event idle", "event again");
        controller.ask(connection, "/1");
        end.request();
        end.send(TestAccessory.event("before") + TestAccessory.answer("one") + TestAccessory.event("behind"));
        controller.awaitHeard("event idle", "event again", "event before", "answer one", "event behind");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
