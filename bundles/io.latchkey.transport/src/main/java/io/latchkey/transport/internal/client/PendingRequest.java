// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.client;

import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.Request;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

/** A request on its way, until it was written and answered. Touched by its connection only; it never shows its content. */
final class PendingRequest {
    private final String method;
    private final ByteBuffer[] bytes;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private Future<?> deadline = CompletableFuture.completedFuture(null);
    private boolean written;

    PendingRequest(Request request, ByteBuffer[] bytes) {
        this.method = request.method();
        this.bytes = bytes;
    }

    String method() {
        return method;
    }

    ByteBuffer[] bytes() {
        return bytes;
    }

    /** For the caller, who can neither complete nor cancel it. */
    CompletionStage<Answer> stage() {
        return answer.minimalCompletionStage();
    }

    /** Whether its last byte has been accepted by the network. */
    boolean hasLeft() {
        return Arrays.stream(bytes).noneMatch(ByteBuffer::hasRemaining);
    }

    boolean isWritten() {
        return written;
    }

    void written() {
        written = true;
    }

    boolean isAnswered() {
        return answer.isDone();
    }

    void endsBy(Future<?> timeout) {
        deadline = timeout;
    }

    void disarm() {
        deadline.cancel(false);
    }

    void succeed(Answer received) {
        answer.complete(received);
    }

    void fail(Throwable cause) {
        disarm();
        answer.completeExceptionally(cause);
    }
}
