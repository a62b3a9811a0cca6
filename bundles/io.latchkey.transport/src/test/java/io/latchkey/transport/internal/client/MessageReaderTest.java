// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an accessory may send, in any pieces, and what it may not. */
class MessageReaderTest {
    private static final Optional<String> GET = Optional.of("GET");
    private static final Optional<String> NOTHING = Optional.empty();
    private static final int LIMIT = 20;
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

    private final MessageReader reader = new MessageReader(LIMIT);
    private String left = "";

    @Test
    void messagesAreFoundInOnePiece() throws ProtocolException {
        assertEquals(MESSAGES, read(EVERYTHING));
    }

    @Test
    void messagesAreFoundWhereverTheyAreSplit() throws ProtocolException {
        for (int split = 1; split < EVERYTHING.length(); split++) {
            List<String> found = new ArrayList<>(read(EVERYTHING.substring(0, split)));
            found.addAll(read(EVERYTHING.substring(split)));
            assertEquals(MESSAGES, found, "split at " + split);
        }
    }

    @Test
    void messagesAreFoundByteByByte() throws ProtocolException {
        List<String> found = new ArrayList<>();
        for (char next : EVERYTHING.toCharArray()) {
            found.addAll(read(String.valueOf(next)));
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
            assertTrue(reader.next(bytes, GET).isPresent());
            assertEquals(2, bytes.remaining(), "a frame of 0x0a0d bytes may begin here");
        }
    }

    @Test
    void headAnswersHaveNoBodyEventsBeforeThemDo() throws ProtocolException {
        ByteBuffer bytes =
                bytes("EVENT/1.0 200 OK\r\nContent-Length: 1\r\n\r\nxHTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n");
        assertEquals("event 200 x", text(reader.next(bytes, Optional.of("HEAD"))));
        assertEquals("answer 200 ", text(reader.next(bytes, Optional.of("HEAD"))));
    }

    @Test
    void bodyWithoutALengthEndsWithTheConnection() throws ProtocolException {
        assertEquals(List.of(), read("HTTP/1.1 200 OK\r\n\r\nsome"));
        assertEquals(List.of(), read("thing"));
        assertEquals("answer 200 something", text(reader.end()));
    }

    @Test
    void endWithinAMessageIsNoMessage() throws ProtocolException {
        assertEquals(Optional.empty(), reader.end());
        assertEquals(List.of(), read("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfour"));
        assertEquals(Optional.empty(), reader.end());
    }

    @Test
    void bodyMayBeAsLongAsTheLimit() throws ProtocolException {
        String body = "x".repeat(LIMIT);
        assertEquals(List.of("answer 200 " + body), read("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n" + body));
    }

    @Test
    void typeIsToldOrAssumed() throws ProtocolException {
        ByteBuffer typed = bytes("HTTP/1.1 200 OK\r\ncontent-TYPE: a/b\r\nContent-Length: 1\r\n\r\nx");
        assertEquals(
                Optional.of("a/b"),
                reader.next(typed, GET).orElseThrow().answer().contentType());
        ByteBuffer untyped = bytes("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx");
        assertEquals(
                Optional.of("application/octet-stream"),
                reader.next(untyped, GET).orElseThrow().answer().contentType());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "EVERYTHING",
                "EVENT/1.1 200 OK\r\n\r\n",
                "EVENT/1.0 204 No Content\r\n\r\n",
                "EVENT/1.0 OK\r\n\r\n",
                "HTTP/1.1\r\n\r\n",
                "HTTP/2.0 200 OK\r\n\r\n",
                "HTTP/1.1 20 OK\r\n\r\n",
                "HTTP/1.1 600 OK\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent Length: 1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 21\r\n\r\nxxxxxxxxxxxxxxxxxxxxx",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n15\r\nxxxxxxxxxxxxxxxxxxxxx\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\nxxxxxxxxxxxxxxxxxxxxx"
            })
    void whatIsNoMessageIsRefused(String wrong) {
        assertThrows(ProtocolException.class, () -> read(wrong));
    }

    @Test
    void headIsBounded() {
        String line = "X: " + "x".repeat(95) + "\r\n";
        assertThrows(ProtocolException.class, () -> read("HTTP/1.1 200 OK\r\n" + line.repeat(200) + "\r\n"));
    }

    @Test
    void answerThatNobodyAskedForIsRefused() throws ProtocolException {
        ByteBuffer bytes = bytes("EVENT/1.0 200 OK\r\n\r\nHTTP/1.1 200 OK\r\n\r\n");
        assertEquals("event 200 ", text(reader.next(bytes, NOTHING)));
        assertThrows(ProtocolException.class, () -> reader.next(bytes, NOTHING));
    }

    @Property(tries = 2000)
    void bytesOfAnyKindAreMessagesOrRefused(@ForAll @Size(max = 200) byte[] tail, @ForAll boolean event) {
        MessageReader fresh = new MessageReader(LIMIT);
        byte[] start = (event ? "EVENT/1.0 200 OK\r\n" : "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(start, start.length + tail.length);
        System.arraycopy(tail, 0, all, start.length, tail.length);
        ByteBuffer bytes = ByteBuffer.wrap(all);
        try {
            for (Optional<Incoming> next = fresh.next(bytes, GET); next.isPresent(); next = fresh.next(bytes, GET)) {
                assertTrue(next.get().answer().body().length <= LIMIT);
            }
            assertFalse(bytes.remaining() >= 9, "all is read but what may be the start of an event");
        } catch (ProtocolException refused) {
            assertFalse(refused.getMessage().isEmpty());
        }
    }

    /** Reads a piece; what the reader leaves stands before the next piece, as in a receive buffer. */
    private List<String> read(String text) throws ProtocolException {
        ByteBuffer bytes = bytes(left + text);
        List<String> found = new ArrayList<>();
        for (Optional<Incoming> next = reader.next(bytes, GET); next.isPresent(); next = reader.next(bytes, GET)) {
            found.add(text(next));
        }
        left = StandardCharsets.US_ASCII.decode(bytes).toString();
        return found;
    }

    private static String text(Optional<Incoming> message) {
        Incoming incoming = message.orElseThrow();
        return (incoming.event() ? "event " : "answer ") + incoming.answer().status() + " "
                + new String(incoming.answer().body(), StandardCharsets.UTF_8);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
