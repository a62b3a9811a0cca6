// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.client;

import static io.latchkey.transport.internal.client.MessageReaderRig.GET;
import static io.latchkey.transport.internal.client.MessageReaderRig.LIMIT;
import static io.latchkey.transport.internal.client.MessageReaderRig.bytes;
import static io.latchkey.transport.internal.client.MessageReaderRig.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an accessory may not send. */
class BrokenMessageTest {
    private final MessageReaderRig rig = new MessageReaderRig();
    private static final Optional<String> NOTHING = Optional.empty();

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
        assertThrows(ProtocolException.class, () -> rig.read(wrong));
    }

    @Test
    void headIsBounded() {
        String line = "X: " + "x".repeat(95) + "\r\n";
        assertThrows(ProtocolException.class, () -> rig.read("HTTP/1.1 200 OK\r\n" + line.repeat(200) + "\r\n"));
    }

    @Test
    void answerThatNobodyAskedForIsRefused() throws ProtocolException {
        ByteBuffer bytes = bytes("EVENT/1.0 200 OK\r\n\r\nHTTP/1.1 200 OK\r\n\r\n");
        assertEquals("event 200 ", text(rig.reader.next(bytes, NOTHING)));
        assertThrows(ProtocolException.class, () -> rig.reader.next(bytes, NOTHING));
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
}
