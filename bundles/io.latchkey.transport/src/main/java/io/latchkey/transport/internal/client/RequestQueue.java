// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.client;

import io.latchkey.api.transport.Answer;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The requests of one connection: one on its way, a bounded number behind it. Only {@link #admit} and {@link #isIdle} may be
 * called by any thread; everything else belongs to the connection's own sequence.
 */
final class RequestQueue {
    /** How many requests may wait behind the one that is on its way. */
    static final int MOST_WAITING = 64;

    private final AtomicInteger admitted = new AtomicInteger();
    private final Queue<PendingRequest> waiting = new ArrayDeque<>();
    private Optional<PendingRequest> current = Optional.empty();

    /** Takes a place, which the answer or the end gives back; false when there is none. */
    boolean admit() {
        if (admitted.incrementAndGet() > MOST_WAITING + 1) {
            admitted.decrementAndGet();
            return false;
        }
        return true;
    }

    /** Whether no request waits for its answer. */
    boolean isIdle() {
        return admitted.get() == 0;
    }

    void add(PendingRequest request) {
        waiting.add(request);
    }

    boolean canStart() {
        return current.isEmpty() && !waiting.isEmpty();
    }

    PendingRequest start() {
        PendingRequest next = waiting.remove();
        current = Optional.of(next);
        return next;
    }

    boolean isCurrent(PendingRequest request) {
        return current.equals(Optional.of(request));
    }

    /** The method of the request whose answer is to come, if there is one. */
    Optional<String> asked() {
        return current.filter(request -> !request.isAnswered()).map(PendingRequest::method);
    }

    /** The answer to the current request has come, perhaps before its last byte has left. */
    void answered(Answer answer) {
        PendingRequest request = current.orElseThrow();
        admitted.decrementAndGet();
        free(request, request.isWritten());
        request.succeed(answer);
    }

    /** The last byte of the current request has left. */
    void written(PendingRequest request) {
        request.written();
        free(request, request.isAnswered());
    }

    /** Fails a request that was admitted but will not be sent. */
    void refuse(PendingRequest request, Throwable cause) {
        admitted.decrementAndGet();
        request.fail(cause);
    }

    /** Fails all that wait for an answer, in their order. */
    void fail(Throwable cause) {
        current.ifPresent(PendingRequest::disarm);
        current.filter(request -> !request.isAnswered()).ifPresent(request -> refuse(request, cause));
        current = Optional.empty();
        while (!waiting.isEmpty()) {
            refuse(waiting.remove(), cause);
        }
    }

    private void free(PendingRequest request, boolean done) {
        if (done) {
            request.disarm();
            current = Optional.empty();
        }
    }
}
