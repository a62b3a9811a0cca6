// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** One plain request passes, what follows it stays. */
class PlainInboundTest {
    private final PlainInbound inbound = new PlainInbound();

    @Test
    void nothingPassesBetweenARequestAndItsAnswer() {
        ByteBuffer received = bytes("POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\nbodyGET / HTTP/1.1\r\n\r\n");
        assertEquals("POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\n", read(received, 1000));
        inbound.headComplete(4);
        assertEquals("bo", read(received, 2));
        assertEquals("dy", read(received, 1000));
        assertFalse(inbound.isOpen());
        assertFalse(inbound.isReady(received));
        assertEquals("", read(received, 1000));
        inbound.answered();
        assertTrue(inbound.isReady(received));
        assertEquals("GET / HTTP/1.1\r\n\r\n", read(received, 1000));
        assertFalse(inbound.isReady(received));
    }

    @Test
    void emptyLinesBeforeARequestDoNotStopIt() {
        ByteBuffer received = bytes("\r\n\r\nGET / HTTP/1.1\r\n\r\n");
        assertEquals("\r\n\r\n", read(received, 1000));
        assertEquals("GET / HTTP/1.1\r\n\r\n", read(received, 1000));
    }

    @Property(tries = 200)
    void endOfTheHeadIsFoundInAnyPieces(@ForAll @IntRange(min = 1, max = 7) int piece) {
        PlainInbound inPieces = new PlainInbound();
        String head = "GET / HTTP/1.1\r\nA: \r\r\n\r\r\n\n\r\n\r\n";
        byte[] all = (head + "rest").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer plain = ByteBuffer.allocate(all.length);
        ByteBuffer received = ByteBuffer.wrap(all);
        while (plain.position() < head.length()) {
            ByteBuffer part = ByteBuffer.allocate(piece);
            assertTrue(inPieces.read(received, part) > 0);
            plain.put(part.flip());
        }
        assertEquals(head, new String(plain.array(), 0, plain.position(), StandardCharsets.US_ASCII));
    }

    private String read(ByteBuffer received, int room) {
        ByteBuffer plain = ByteBuffer.allocate(room);
        int length = inbound.read(received, plain);
        return new String(plain.array(), 0, length, StandardCharsets.US_ASCII);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
