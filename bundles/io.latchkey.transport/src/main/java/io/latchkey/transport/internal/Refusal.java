// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * A connection for which there is no room: answers 503 unasked, and reads on for a moment, because closing with unread
 * bytes would take the answer back.
 */
final class Refusal extends AbstractConnection {
    private static final String ANSWER =
            "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_BYTES = 64 * 1024;

    private final EndPoint raw;
    private final HapListener listener;
    private final ByteBuffer ignored = BufferUtil.allocate(1024);
    private int read;

    Refusal(EndPoint raw, HapListener listener) {
        super(raw, listener.io());
        this.raw = raw;
        this.listener = listener;
    }

    @Override
    public void onOpen() {
        super.onOpen();
        listener.later(PATIENCE, raw::close);
        ByteBuffer answer = ByteBuffer.wrap(ANSWER.getBytes(StandardCharsets.US_ASCII));
        raw.write(Callback.from(this::answered, raw::close), answer);
    }

    @Override
    public void onFillable() {
        try {
            int filled = raw.fill(ignored);
            while (filled > 0 && read < MOST_BYTES) {
                read += filled;
                BufferUtil.clear(ignored);
                filled = raw.fill(ignored);
            }
            if (filled == 0) {
                fillInterested();
            } else {
                raw.close();
            }
        } catch (IOException gone) {
            raw.close(gone);
        }
    }

    private void answered() {
        raw.shutdownOutput();
        fillInterested();
    }
}
