// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.client;

import io.latchkey.api.transport.SessionKeys;
import io.latchkey.crypto.FrameCipher;
import io.latchkey.crypto.FrameException;
import io.latchkey.transport.internal.wire.FrameInbound;
import io.latchkey.transport.internal.wire.FrameOutbound;
import io.latchkey.transport.internal.wire.Outbound;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;

/**
 * What an accessory sends, from socket to messages: parsed as received until there are keys, opened as frames from then on.
 * Received bytes are looked at only when a message is wanted, so bytes behind the last plain answer are still there when
 * the keys come. Two small buffers for the life of the connection. Confined to one thread at a time.
 */
final class AccessoryStream {
    private static final int RECEIVE_BUFFER = 4 * FrameCipher.MAX_FRAME;
    private static final int OPENED_BUFFER = 4 * FrameCipher.MAX_PLAINTEXT;

    private final EndPoint raw;
    private final MessageReader reader;
    private final ByteBuffer received = BufferUtil.allocate(RECEIVE_BUFFER);
    private final ByteBuffer opened = BufferUtil.allocate(OPENED_BUFFER);
    private Optional<FrameInbound> frames = Optional.empty();
    private Outbound outbound = Outbound.PLAIN;

    AccessoryStream(EndPoint raw, int bodyLimit) {
        this.raw = raw;
        this.reader = new MessageReader(bodyLimit);
    }

    /** From the next byte on, both directions are frames. */
    void secure(SessionKeys keys) {
        frames = Optional.of(new FrameInbound(new FrameCipher(keys.accessoryToController())));
        outbound = new FrameOutbound(new FrameCipher(keys.controllerToAccessory()));
    }

    boolean isSecured() {
        return frames.isPresent();
    }

    Outbound outbound() {
        return outbound;
    }

    /**
     * The next message that is here as a whole.
     *
     * @param asked the method of the request that waits for its answer, if one does
     * @throws IOException when what is here is no frame, or no message that may come now
     */
    Optional<Incoming> next(Optional<String> asked) throws IOException {
        Optional<Incoming> message = reader.next(source(), asked);
        while (message.isEmpty() && open()) {
            message = reader.next(opened, asked);
        }
        return message;
    }

    /** The answer that ends with the connection, if that is how the one in work ends. */
    Optional<Incoming> end() throws IOException {
        return received.hasRemaining() ? Optional.empty() : reader.end();
    }

    /**
     * Takes bytes from the socket.
     *
     * @return how many, -1 when no more will come
     * @throws ProtocolException when there is no room, because the accessory sends what nobody wants
     */
    int receive() throws IOException {
        BufferUtil.compact(received);
        if (BufferUtil.space(received) == 0) {
            throw new ProtocolException("something that nobody has asked for");
        }
        return raw.fill(received);
    }

    private ByteBuffer source() {
        return isSecured() ? opened : received;
    }

    private boolean open() throws ProtocolException {
        if (frames.isEmpty()) {
            return false;
        }
        BufferUtil.compact(opened);
        int position = BufferUtil.flipToFill(opened);
        try {
            return frames.get().read(received, opened) > 0;
        } catch (FrameException forged) {
            throw new ProtocolException("a frame that cannot be believed");
        } finally {
            BufferUtil.flipToFlush(opened, position);
        }
    }
}
