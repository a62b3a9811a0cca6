// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.crypto.FrameCipher;
import io.latchkey.crypto.FrameException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** One request passes, what follows it stays. */
class RequestGateTest {
    private static final String HOST = "Host: latchkey\r\n";

    private final RequestGate gate = new RequestGate();

    @Test
    void nothingPassesBetweenARequestAndItsAnswer() throws FrameException {
        ByteBuffer received = bytes("POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\nbodyGET / HTTP/1.1\r\n\r\n");
        assertEquals("POST / HTTP/1.1\r\n" + HOST + "Content-Length: 4\r\n\r\n", read(Inbound.PLAIN, received, 1000));
        assertFalse(gate.isOpen());
        gate.headComplete(4);
        assertEquals("bo", read(Inbound.PLAIN, received, 2));
        assertEquals("dy", read(Inbound.PLAIN, received, 1000));
        assertFalse(gate.isOpen());
        assertFalse(gate.isReady(Inbound.PLAIN, received));
        assertEquals("", read(Inbound.PLAIN, received, 1000));
        gate.answered();
        assertTrue(gate.isReady(Inbound.PLAIN, received));
        assertEquals("GET / HTTP/1.1\r\n" + HOST + "\r\n", read(Inbound.PLAIN, received, 1000));
        assertFalse(gate.isReady(Inbound.PLAIN, received));
    }

    @Test
    void framesAreHeldBackAlike() throws FrameException {
        FrameInbound frames = new FrameInbound(new FrameCipher(new byte[FrameCipher.KEY_LENGTH]));
        ByteBuffer received = frame("PUT / HTTP/1.1\r\n\r\nabGET / HTTP/1.1\r\n\r\n");
        assertEquals("PUT / HTTP/1.1\r\n" + HOST + "\r\n", read(frames, received, 1000));
        gate.headComplete(2);
        assertEquals("ab", read(frames, received, 1000));
        assertFalse(gate.isReady(frames, received));
        assertTrue(frames.isWithinFrame());
        gate.answered();
        assertTrue(gate.isReady(frames, received));
        assertEquals("GET / HTTP/1.1\r\n" + HOST + "\r\n", read(frames, received, 1000));
        assertFalse(frames.isWithinFrame());
        assertFalse(received.hasRemaining());
    }

    @Test
    void whatThereWasNoRoomForIsReadyWithoutFurtherBytes() throws FrameException {
        FrameInbound frames = new FrameInbound(new FrameCipher(new byte[FrameCipher.KEY_LENGTH]));
        String line = "GET / HTTP/1.1\r\n";
        ByteBuffer received = frame(line);
        assertEquals(line + "Host", read(frames, received, line.length() + 4));
        assertFalse(received.hasRemaining());
        assertTrue(gate.isReady(frames, received));
        assertEquals(": latchkey\r\n", read(frames, received, 1000));
        assertFalse(gate.isReady(frames, received));
    }

    @Test
    void emptyLinesBeforeARequestDoNotStopIt() throws FrameException {
        ByteBuffer received = bytes("\r\n\r\nGET / HTTP/1.1\r\n\r\n");
        assertEquals("\r\n\r\nGET / HTTP/1.1\r\n" + HOST + "\r\n", read(Inbound.PLAIN, received, 1000));
    }

    private String read(Inbound source, ByteBuffer received, int room) throws FrameException {
        ByteBuffer plain = ByteBuffer.allocate(room);
        int length = gate.read(source, received, plain);
        return new String(plain.array(), 0, length, StandardCharsets.US_ASCII);
    }

    private static ByteBuffer frame(String text) {
        byte[] frame = new byte[text.length() + FrameCipher.OVERHEAD];
        System.arraycopy(bytes(text).array(), 0, frame, FrameCipher.HEADER_LENGTH, text.length());
        new FrameCipher(new byte[FrameCipher.KEY_LENGTH]).seal(frame, 0, text.length());
        return ByteBuffer.wrap(frame);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
