// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.crypto.FrameCipher;
import io.latchkey.crypto.FrameException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

/** Any message, sealed and then received in any pieces with any room for it, comes out as it was. */
class FramePropertyTest {
    private static final byte[] KEY = new byte[FrameCipher.KEY_LENGTH];

    @Property(tries = 300)
    void messagesSurviveAnyPieces(
            @ForAll @Size(max = 4) List<@Size(max = 5000) byte[]> messages,
            @ForAll @NotEmpty @Size(max = 20) List<@IntRange(min = 1, max = 1500) Integer> pieces,
            @ForAll @IntRange(min = 1, max = 4096) int room)
            throws FrameException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        FrameOutbound outbound = new FrameOutbound(new FrameCipher(KEY));
        for (byte[] message : messages) {
            sent.writeBytes(message);
            wire.writeBytes(FrameTest.written(outbound, ByteBuffer.wrap(message)));
        }
        assertArrayEquals(sent.toByteArray(), received(wire.toByteArray(), pieces, room));
    }

    private static byte[] received(byte[] wire, List<Integer> pieces, int room) throws FrameException {
        FrameInbound inbound = new FrameInbound(new FrameCipher(KEY));
        ByteBuffer buffer = ByteBuffer.allocate(4 * FrameCipher.MAX_FRAME).limit(0);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int offset = 0;
        for (int next = 0; offset < wire.length; next++) {
            buffer.compact();
            int length = Math.min(pieces.get(next % pieces.size()), Math.min(buffer.remaining(), wire.length - offset));
            assertTrue(length > 0, "no room is left although whole frames were read");
            buffer.put(wire, offset, length).flip();
            offset += length;
            drain(inbound, buffer, room, all);
        }
        return all.toByteArray();
    }

    private static void drain(FrameInbound inbound, ByteBuffer buffer, int room, ByteArrayOutputStream all)
            throws FrameException {
        while (inbound.isReady(buffer)) {
            ByteBuffer plain = ByteBuffer.allocate(room);
            inbound.read(buffer, plain);
            all.write(plain.array(), 0, plain.position());
        }
    }
}
