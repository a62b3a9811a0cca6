// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.latchkey.crypto.FrameCipher;
import io.latchkey.crypto.FrameException;
import io.latchkey.transport.internal.Vectors;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Frames against the vectors, whole and in pieces. */
class FrameTest {
    private static final byte[] KEY = new byte[FrameCipher.KEY_LENGTH];

    static Stream<JsonObject> cases() {
        return Vectors.cases("framing.json", "cases").filter(vector -> firstCounter(vector, "first_counter") <= 255);
    }

    static Stream<JsonObject> invalid() {
        return Vectors.cases("framing.json", "invalid");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void messagesAreSealedAsTheVectorsSay(JsonObject vector) {
        FrameOutbound outbound = new FrameOutbound(cipher(vector, "first_counter"));
        byte[] plain = Vectors.bytes(vector, "plaintext");
        int cut = plain.length / 3;
        ByteBuffer[] gathered = {
            ByteBuffer.wrap(plain, 0, cut), ByteBuffer.allocate(0), ByteBuffer.wrap(plain, cut, plain.length - cut)
        };
        assertArrayEquals(Vectors.bytes(vector, "wire"), written(outbound, gathered));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void framesAreOpenedAsTheVectorsSay(JsonObject vector) throws FrameException {
        byte[] key = Vectors.bytes(vector, "key");
        FrameInbound inbound = new FrameInbound(new FrameCipher(key));
        FrameCipher peer = new FrameCipher(key);
        for (long i = 0; i < firstCounter(vector, "first_counter"); i++) {
            byte[] empty = new byte[FrameCipher.OVERHEAD];
            peer.seal(empty, 0, 0);
            assertEquals(0, inbound.read(ByteBuffer.wrap(empty), ByteBuffer.allocate(1)));
        }
        assertArrayEquals(Vectors.bytes(vector, "plaintext"), opened(inbound, Vectors.bytes(vector, "wire")));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void whatMustNotBeBelievedIsRefused(JsonObject vector) {
        FrameInbound inbound = new FrameInbound(cipher(vector, "counter"));
        ByteBuffer received = ByteBuffer.wrap(Vectors.bytes(vector, "wire"));
        ByteBuffer plain = ByteBuffer.allocate(2048);
        if (received.remaining() > 2 && vector.get("name").getAsString().startsWith("length (AAD)")) {
            assertShort(inbound, received, plain);
            return;
        }
        assertTrue(inbound.isReady(received));
        assertThrows(FrameException.class, () -> inbound.read(received, plain));
        assertEquals(0, plain.position());
    }

    @Test
    void lengthIsRefusedBeforeTheRestOfTheFrame() {
        FrameInbound inbound = new FrameInbound(new FrameCipher(KEY));
        assertFalse(inbound.isReady(ByteBuffer.wrap(new byte[] {1})));
        assertThrows(
                FrameException.class, () -> inbound.read(ByteBuffer.wrap(new byte[] {1, 4}), ByteBuffer.allocate(10)));
    }

    @Test
    void framesMayBeSplitAtEveryByte() throws FrameException {
        byte[] plain = random(2100);
        byte[] wire = written(new FrameOutbound(new FrameCipher(KEY)), ByteBuffer.wrap(plain));
        for (int cut = 0; cut <= wire.length; cut++) {
            assertArrayEquals(plain, openedInTwo(wire, cut));
        }
    }

    @Test
    void largeMessagesLeaveInSteps() {
        byte[] plain = random(40_000);
        FrameOutbound outbound = new FrameOutbound(new FrameCipher(KEY));
        ByteBuffer[] message = {ByteBuffer.wrap(plain)};
        assertEquals(16 * FrameCipher.MAX_FRAME, outbound.take(message)[0].remaining());
        assertEquals(40_000 - 16 * 1024, message[0].remaining());
    }

    private static byte[] openedInTwo(byte[] wire, int cut) throws FrameException {
        FrameInbound inbound = new FrameInbound(new FrameCipher(KEY));
        ByteBuffer received = ByteBuffer.allocate(wire.length);
        ByteBuffer plain = ByteBuffer.allocate(wire.length);
        received.put(wire, 0, cut).flip();
        inbound.read(received, plain);
        received.compact();
        received.put(wire, cut, wire.length - cut).flip();
        inbound.read(received, plain);
        return Arrays.copyOf(plain.array(), plain.position());
    }

    private static void assertShort(FrameInbound inbound, ByteBuffer received, ByteBuffer plain) {
        ByteBuffer longer = ByteBuffer.allocate(received.remaining() + 1);
        longer.put(received).put((byte) 0).flip();
        assertThrows(FrameException.class, () -> inbound.read(longer, plain));
    }

    private static byte[] opened(FrameInbound inbound, byte[] wire) throws FrameException {
        ByteBuffer plain = ByteBuffer.allocate(wire.length);
        ByteBuffer received = ByteBuffer.wrap(wire.clone());
        inbound.read(received, plain);
        assertFalse(received.hasRemaining());
        return Arrays.copyOf(plain.array(), plain.position());
    }

    static byte[] written(Outbound outbound, ByteBuffer... message) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (Arrays.stream(message).anyMatch(ByteBuffer::hasRemaining)) {
            for (ByteBuffer part : outbound.take(message)) {
                all.write(part.array(), part.position(), part.remaining());
                part.position(part.limit());
            }
        }
        return all.toByteArray();
    }

    private static FrameCipher cipher(JsonObject vector, String counter) {
        FrameCipher cipher = new FrameCipher(Vectors.bytes(vector, "key"));
        for (long i = 0; i < firstCounter(vector, counter); i++) {
            cipher.seal(new byte[FrameCipher.OVERHEAD], 0, 0);
        }
        return cipher;
    }

    private static long firstCounter(JsonObject vector, String field) {
        return vector.get(field).getAsLong();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
