// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.client;

import static io.latchkey.transport.internal.client.MessageReaderRig.GET;
import static io.latchkey.transport.internal.client.MessageReaderRig.LIMIT;
import static io.latchkey.transport.internal.client.MessageReaderRig.bytes;
import static io.latchkey.transport.internal.client.MessageReaderRig.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an accessory may send, in any pieces, and what it may not. */
class MessageReaderTest {
    private final MessageReaderRig rig = new MessageReaderRig();
    private static final String EVERYTHING = """
            HTTP/1.1 100 Continue

            EVENT/1.0 200 OK
            Content-Type: application/hap+json
            Content-Length: 5

            firstHTTP/1.1 207 Multi-Status
            content-length: 6
            X: y

            secondHTTP/1.1 204 No Content

            EVENT/1.0 200 OK
            Transfer-Encoding: chunked

            3
            thi
            2;x=y
            rd
            0

            HTTP/1.1 470 Connection Authorization Required
            Content-Length: 0

            EVENT/1.0 200 OK

            HTTP/1.1 200 OK
            Transfer-Encoding: chunked

            006
            fourth
            0
            Trailer: x

            HTTP/1.0 304 Not Modified
            Content-Length: 7

            """.replace("\n", "\r\n");
    private static final List<String> MESSAGES = List.of(
            "event 200 first",
            "answer 207 second",
            "answer 204 ",
            "event 200 third",
            "answer 470 ",
            "event 200 ",
            "answer 200 fourth",
            "answer 304 ");

    @Test
    void messagesAreFoundInOnePiece() throws ProtocolException {
        assertEquals(MESSAGES, rig.read(EVERYTHING));
    }

    @Test
    void messagesAreFoundWhereverTheyAreSplit() throws ProtocolException {
        for (int split = 1; split < EVERYTHING.length(); split++) {
            List<String> found = new ArrayList<>(rig.read(EVERYTHING.substring(0, split)));
            found.addAll(rig.read(EVERYTHING.substring(split)));
            assertEquals(MESSAGES, found, "split at " + split);
        }
    }

    @Test
    void messagesAreFoundByteByByte() throws ProtocolException {
        List<String> found = new ArrayList<>();
        for (char next : EVERYTHING.toCharArray()) {
            found.addAll(rig.read(String.valueOf(next)));
        }
        assertEquals(MESSAGES, found);
    }

    @Test
    void nothingBehindAMessageIsTouched() throws ProtocolException {
        for (String message : List.of(
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nM4",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nM4\r\n0\r\n\r\n",
                "HTTP/1.1 204 No Content\r\n\r\n")) {
            ByteBuffer bytes = bytes(message + "\r\n");
            assertTrue(rig.reader.next(bytes, GET).isPresent());
            assertEquals(2, bytes.remaining(), "a frame of 0x0a0d bytes may begin here");
        }
    }

    @Test
    void headAnswersHaveNoBodyEventsBeforeThemDo() throws ProtocolException {
        ByteBuffer bytes =
                bytes("EVENT/1.0 200 OK\r\nContent-Length: 1\r\n\r\nxHTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n");
        assertEquals("event 200 x", text(rig.reader.next(bytes, Optional.of("HEAD"))));
        assertEquals("answer 200 ", text(rig.reader.next(bytes, Optional.of("HEAD"))));
    }

    @Test
    void bodyWithoutALengthEndsWithTheConnection() throws ProtocolException {
        assertEquals(List.of(), rig.read("HTTP/1.1 200 OK\r\n\r\nsome"));
        assertEquals(List.of(), rig.read("thing"));
        assertEquals("answer 200 something", text(rig.reader.end()));
    }

    @Test
    void endWithinAMessageIsNoMessage() throws ProtocolException {
        assertEquals(Optional.empty(), rig.reader.end());
        assertEquals(List.of(), rig.read("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfour"));
        assertEquals(Optional.empty(), rig.reader.end());
    }

    @Test
    void bodyMayBeAsLongAsTheLimit() throws ProtocolException {
        String body = "x".repeat(LIMIT);
        assertEquals(List.of("answer 200 " + body), rig.read("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n" + body));
    }

    @Test
    void typeIsToldOrAssumed() throws ProtocolException {
        ByteBuffer typed = bytes("HTTP/1.1 200 OK\r\ncontent-TYPE: a/b\r\nContent-Length: 1\r\n\r\nx");
        assertEquals(
                Optional.of("a/b"),
                rig.reader.next(typed, GET).orElseThrow().answer().contentType());
        ByteBuffer untyped = bytes("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx");
        assertEquals(
                Optional.of("application/octet-stream"),
                rig.reader.next(untyped, GET).orElseThrow().answer().contentType());
    }
}
