// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;

/**
 * What leaves without interruption: a part of an answer, an event message, or the end of the output. Its callback is
 * completed at most once, or taken away by whoever completes it himself.
 */
final class OutboundMessage {
    private final ByteBuffer[] buffers;
    private final boolean end;
    private final InvocationType invocationType;
    private final AtomicReference<Callback> callback;

    private OutboundMessage(boolean end, Callback callback, ByteBuffer... buffers) {
        this.end = end;
        this.buffers = buffers;
        this.invocationType = callback == null ? InvocationType.NON_BLOCKING : callback.getInvocationType();
        this.callback = new AtomicReference<>(callback);
    }

    static OutboundMessage answer(Callback callback, ByteBuffer... buffers) {
        return new OutboundMessage(false, callback, buffers);
    }

    static OutboundMessage event(byte[] body) {
        String head =
                "EVENT/1.0 200 OK\r\nContent-Type: application/hap+json\r\nContent-Length: " + body.length + "\r\n\r\n";
        return new OutboundMessage(
                false, null, ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)), ByteBuffer.wrap(body));
    }

    static OutboundMessage end() {
        return new OutboundMessage(true, null);
    }

    ByteBuffer[] buffers() {
        return buffers;
    }

    boolean isEnd() {
        return end;
    }

    boolean isEmpty() {
        for (ByteBuffer buffer : buffers) {
            if (buffer.hasRemaining()) {
                return false;
            }
        }
        return true;
    }

    InvocationType invocationType() {
        return invocationType;
    }

    void succeed() {
        takeCallback().ifPresent(Callback::succeeded);
    }

    void fail(Throwable cause) {
        takeCallback().ifPresent(taken -> taken.failed(cause));
    }

    Optional<Callback> takeCallback() {
        return Optional.ofNullable(callback.getAndSet(null));
    }
}
