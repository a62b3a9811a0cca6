// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before a handler hears of it. */
class HttpRefusalTest extends BridgeAndClient {
    @Test
    void longerBodyIsRefusedBeforeItIsRead() throws IOException {
        client.write(ascii(
                "PUT /later HTTP/1.1\r\nHost: h\r\nContent-Length: " + (TestHandler.BODY_LIMIT + 1) + "\r\n\r\n"));
        assertRefused("413 ");
    }

    @Test
    void chunkedRequestIsRefused() throws IOException {
        client.write(
                ascii("PUT /later HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"));
        assertRefused("400 ");
    }

    @Test
    void tunnelIsRefused() throws IOException {
        client.write(ascii("CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n"));
        assertRefused("405 ");
    }

    @Test
    void headOverItsLimitIsRefused() throws IOException {
        client.write(ascii("GET /later HTTP/1.1\r\nHost: h\r\nX: " + "x".repeat(33 * 1024) + "\r\n\r\n"));
        assertRefused("431 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NONSENSE\r\n\r\n",
                "GET /later HTTP/1.1\nHost: h\n\n",
                "GET /later HTTP/1.1\r\nHost: h\r\n folded: x\r\n\r\n",
                "GET /later HTTP/1.1\r\nHost: h\0i\r\n\r\n",
                "GET /later HTTP/1.1\r\nHost: h\ri\r\n\r\n",
                "GET /later HTTP/1.1\r\nHost: h\nX: i\r\n\r\n",
                "GET /later HTTP/1.1\r\nHost : h\r\n\r\n",
                "GET /later HTTP/1.1\r\nHost\r\n\r\n",
                "GET /later#part HTTP/1.1\r\nHost: h\r\n\r\n",
                "PUT /later HTTP/1.1\r\nHost: h\r\nContent-Length: x\r\n\r\n",
                "PUT /later HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n",
                "PUT /later HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "PUT /later HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            })
    void whatIsNoHttpIsRefusedAndClosed(String request) throws IOException {
        client.write(ascii(request));
        assertRefused("400 ");
    }

    @Test
    void unknownExpectationIsRefused() throws IOException {
        client.write(ascii("PUT /later HTTP/1.1\r\nHost: h\r\nExpect: wonders\r\nContent-Length: 1\r\n\r\n"));
        assertRefused("417 ");
    }

    private void assertRefused(String status) throws IOException {
        String answer = client.rest();
        assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
        assertTrue(answer.contains("Content-Length: 0\r\n"), answer);
        assertTrue(answer.endsWith("\r\n\r\n"), answer);
        assertTrue(bridge.waiting.isEmpty());
    }
}
