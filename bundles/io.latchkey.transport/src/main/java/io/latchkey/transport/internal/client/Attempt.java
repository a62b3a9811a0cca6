// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.client;

import io.latchkey.api.transport.ConnectRequest;
import io.latchkey.api.transport.ConnectionException;
import io.latchkey.api.transport.ConnectionException.Reason;
import io.latchkey.api.transport.ConnectionListener;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/** A connection that is being made: it succeeds or fails, whichever comes first, on any thread. */
final class Attempt {
    private final ConnectRequest wishes;
    private final ConnectionListener listener;
    private final CompletableFuture<AccessoryConnection> result = new CompletableFuture<>();
    private final AtomicBoolean decided = new AtomicBoolean();

    Attempt(ConnectRequest wishes, ConnectionListener listener) {
        this.wishes = wishes;
        this.listener = listener;
    }

    ConnectRequest wishes() {
        return wishes;
    }

    ConnectionListener listener() {
        return listener;
    }

    CompletionStage<AccessoryConnection> stage() {
        return result;
    }

    /** The socket is connected; false when nobody waits for that any more. */
    boolean succeed(AccessoryConnection connection) {
        boolean first = decided.compareAndSet(false, true);
        if (first) {
            connection.begin(() -> result.complete(connection));
        }
        return first;
    }

    /** No connection will come of this, unless it is made already. */
    void fail(Reason reason, String why) {
        if (decided.compareAndSet(false, true)) {
            result.completeExceptionally(new ConnectionException(reason, wishes.address() + ": " + why));
        }
    }
}
