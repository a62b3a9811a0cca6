// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.Exchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exact bytes of answers, and what a handler hears of requests. */
class HttpTest extends BridgeAndClient {
    @Test
    void answerHasTypeAndLengthAndNothingElse() throws IOException {
        Message answer = client.ask("GET", "/hello", "");
        assertEquals("HTTP/1.1 200 OK", answer.startLine());
        assertEquals(List.of("Content-Type: application/hap+json", "Content-Length: 13"), answer.headers());
        assertEquals("GET /hello - ", answer.text());
    }

    @Test
    void noContentHasNeitherBodyNorLength() throws IOException {
        assertEquals("HTTP/1.1 204 No Content\r\n\r\n", onlyAnswer("/status?204"));
    }

    @Test
    void missingAuthorizationHasItsReason() throws IOException {
        assertEquals(
                "HTTP/1.1 470 Connection Authorization Required\r\nContent-Length: 0\r\n\r\n",
                onlyAnswer("/status?470"));
    }

    @Test
    void emptyAnswerHasLengthZero() throws IOException {
        assertEquals("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", onlyAnswer("/status?404"));
    }

    @Test
    void severalStatusIsNamed() throws IOException {
        assertEquals(
                "HTTP/1.1 207 Multi-Status",
                client.ask("GET", "/status?207", "").startLine());
    }

    @Test
    void pathAndQueryArriveUndecoded() throws IOException {
        assertEquals(
                "GET /a%20B id=1.9%2C2.10&meta=1 ",
                client.ask("GET", "/a%20B?id=1.9%2C2.10&meta=1", "").text());
        assertEquals("GET /a  ", client.ask("GET", "/a?", "").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a%2Fb", "//a", "/a/../b", "/a\\b|c", "/%u1234", "/%ff", "/a;b=c", "http://other/a"})
    void targetIsNotJudged(String target) throws IOException {
        String path = target.substring(target.indexOf("/", target.startsWith("http") ? 7 : 0));
        assertEquals("GET " + path + " - ", client.ask("GET", target, "").text());
    }

    @Test
    void methodArrivesAsWritten() throws IOException {
        assertEquals("get /a - ", client.ask("get", "/a", "").text());
    }

    @Test
    void bodyMayArriveByteByByte() throws IOException {
        for (byte next : HapClient.request("PUT", "/a", "{\"value\":1}")) {
            client.write(new byte[] {next});
        }
        assertEquals("PUT /a - {\"value\":1}", client.read().text());
    }

    @Test
    void bodyMayBeAsLongAsTheHandlerAllows() throws IOException {
        String body = "b".repeat(TestHandler.BODY_LIMIT);
        assertEquals("PUT /a - " + body, client.ask("PUT", "/a", body).text());
    }

    @Test
    void headWithManyIdsIsUnderstood() throws IOException {
        String ids = "id=" + "1234567890.1234,".repeat(600);
        assertEquals("GET /a " + ids + " ", client.ask("GET", "/a?" + ids, "").text());
    }

    @Test
    void wishToUpgradeIsIgnored() throws IOException {
        client.write("GET /a HTTP/1.1\r\nHost: b\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        assertEquals("GET /a - ", client.read().text());
        assertEquals("GET /b - ", client.ask("GET", "/b", "").text());
    }

    @Test
    void expectedContinueIsGiven() throws IOException {
        client.write(ascii("PUT /a HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n"));
        assertEquals("HTTP/1.1 100 Continue", client.read().startLine());
        client.write(ascii("ok"));
        assertEquals("PUT /a - ok", client.read().text());
    }

    @Test
    void oldHttpIsAnsweredAndClosed() throws IOException {
        client.write(ascii("GET /hello HTTP/1.0\r\n\r\n"));
        String all = client.rest();
        assertTrue(all.startsWith("HTTP/1.1 200 OK\r\n"), all);
        assertTrue(all.endsWith("\r\n\r\nGET /hello - "), all);
    }

    @Test
    void requestsBehindEachOtherAreAnsweredInOrderAndOneAtATime() throws Exception {
        client.write(SecuredSessionTest.joined(
                HapClient.request("PUT", "/later?1", "a"), HapClient.request("PUT", "/later?2", "b")));
        Exchange first = bridge.next();
        assertTrue(bridge.waiting.isEmpty());
        first.respond(TestHandler.text("first"));
        Exchange second = bridge.next();
        second.respond(TestHandler.text("second"));
        assertEquals("first", client.read().text());
        assertEquals("second", client.read().text());
    }

    @Test
    void requestsWithoutBodiesMayShareASegment() throws IOException {
        client.write(SecuredSessionTest.joined(HapClient.request("GET", "/a", ""), HapClient.request("GET", "/b", "")));
        assertEquals("GET /a - ", client.read().text());
        assertEquals("GET /b - ", client.read().text());
    }

    @Test
    void exchangeTellsTheWholeRequest() throws Exception {
        client.send("PUT", "/later?x=1", "body");
        Exchange exchange = bridge.next();
        exchange.body()[0] = 0;
        assertArrayEquals(ascii("body"), exchange.body());
        assertEquals(bridge.sessionOf(client), exchange.session());
        exchange.respond(Answer.empty(204));
        assertThrows(IllegalStateException.class, () -> exchange.respond(Answer.empty(204)));
        assertEquals("HTTP/1.1 204 No Content", client.read().startLine());
    }

    @Test
    void handlerThatThrowsBecomesAnAnswer() throws IOException {
        assertEquals(500, client.ask("GET", "/fail", "").status());
        assertEquals("GET /a - ", client.ask("GET", "/a", "").text());
    }

    @Test
    void answerToAClosedSessionIsDropped() throws Exception {
        client.send("GET", "/later", "");
        Exchange exchange = bridge.next();
        client.close();
        exchange.session().close();
        exchange.respond(TestHandler.text("late"));
        TestBridge.await("the end of the session", () -> bridge.closed.size() == 1);
    }

    @Test
    void sessionClosesAfterTheAnswerThatSaysSo() throws IOException {
        client.send("GET", "/close", "");
        assertTrue(client.rest().endsWith("\r\n\r\nbye"));
    }

    private String onlyAnswer(String target) throws IOException {
        client.send("GET", target, "");
        client.finishOutput();
        return client.rest();
    }
}
