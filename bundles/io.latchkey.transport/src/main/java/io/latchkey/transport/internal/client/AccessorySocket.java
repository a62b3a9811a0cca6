// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.client;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.transport.ConnectionException.Reason;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;

/**
 * What the selector knows of a connection to an accessory: it hands over what happens to the socket, and closes one that was
 * made after the controller has stopped waiting for it.
 */
final class AccessorySocket extends AbstractConnection {
    private final Attempt attempt;
    private final AccessoryConnection connection;
    private final Callback readable =
            Callback.from(InvocationType.NON_BLOCKING, this::onFillable, this::onFillInterestedFailed);

    AccessorySocket(EndPoint raw, Executor io, Workers workers, Attempt attempt) {
        super(raw, io);
        this.attempt = attempt;
        this.connection = new AccessoryConnection(raw, io, workers, attempt, () -> tryFillInterested(readable));
    }

    @Override
    public void onOpen() {
        super.onOpen();
        if (!attempt.succeed(connection)) {
            getEndPoint().close();
        }
    }

    @Override
    public void onFillable() {
        connection.readable();
    }

    @Override
    public void onFillInterestedFailed(Throwable cause) {
        connection.end(Reason.CLOSED_BY_PEER, "the connection is lost");
    }

    @Override
    public void onClose(Throwable cause) {
        super.onClose(cause);
        connection.end(Reason.CLOSED_BY_PEER, "the connection is lost");
    }
}
