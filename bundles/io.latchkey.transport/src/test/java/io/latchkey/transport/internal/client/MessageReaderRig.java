// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.client;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A reader, and what it leaves of each piece for the next one. */
final class MessageReaderRig {
    static final Optional<String> GET = Optional.of("GET");
    static final int LIMIT = 20;

    final MessageReader reader = new MessageReader(LIMIT);
    String left = "";

    /** Reads a piece; what the reader leaves stands before the next piece, as in a receive buffer. */
    List<String> read(String text) throws ProtocolException {
        ByteBuffer bytes = bytes(left + text);
        List<String> found = new ArrayList<>();
        for (Optional<Incoming> next = reader.next(bytes, GET); next.isPresent(); next = reader.next(bytes, GET)) {
            found.add(text(next));
        }
        left = StandardCharsets.US_ASCII.decode(bytes).toString();
        return found;
    }

    static String text(Optional<Incoming> message) {
        Incoming incoming = message.orElseThrow();
        return (incoming.event() ? "event " : "answer ") + incoming.answer().status() + " "
                + new String(incoming.answer().body(), StandardCharsets.UTF_8);
    }

    static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
