// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.transport.ConnectRequest;
import io.latchkey.api.transport.Connection;
import io.latchkey.api.transport.ConnectionException;
import io.latchkey.api.transport.ConnectionListener;
import io.latchkey.api.transport.ExchangeHandler;
import io.latchkey.api.transport.ListenRequest;
import io.latchkey.api.transport.Listener;
import io.latchkey.api.transport.SessionListener;
import io.latchkey.api.transport.Transport;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.io.ByteBufferPool;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The wire on an embedded Jetty. Starts its server with the first listener, on the thread of whoever opens that, so that
 * activation costs nothing; ends all listeners when the bundle goes.
 */
@Component(service = Transport.class)
public final class JettyTransport implements Transport {
    private static final int LARGEST_BUFFER = 64 * 1024;
    private static final int BUFFER_STEP = 4096;
    private static final int BUFFERS_PER_SIZE = 64;
    private static final long POOLED_BYTES = 1024 * 1024;

    private final Workers workers;
    private final ByteBufferPool buffers;
    private Optional<IoServer> server = Optional.empty();
    private boolean stopped;

    /** Takes the clock and the timer of the bridges; its own threads come with the first listener. */
    @Activate
    public JettyTransport(@Reference Workers workers) {
        this(
                workers,
                new ArrayByteBufferPool(0, BUFFER_STEP, LARGEST_BUFFER, BUFFERS_PER_SIZE, POOLED_BYTES, POOLED_BYTES));
    }

    JettyTransport(Workers workers, ByteBufferPool buffers) {
        this.workers = workers;
        this.buffers = buffers;
    }

    @Override
    public Listener listen(ListenRequest request, ExchangeHandler handler, SessionListener sessions)
            throws IOException {
        IoServer io = running();
        HapListener listener = new HapListener(io, request, handler, sessions);
        io.add(listener, request);
        return listener;
    }

    /** Ends all listeners, their sessions and the threads. */
    @Deactivate
    public synchronized void stop() {
        stopped = true;
        server.ifPresent(IoServer::stop);
        server = Optional.empty();
    }

    private synchronized IoServer running() throws IOException {
        if (stopped) {
            throw new IllegalStateException("the transport has stopped");
        }
        if (server.isEmpty()) {
            IoServer fresh = new IoServer(workers, buffers);
            fresh.start();
            server = Optional.of(fresh);
        }
        return server.get();
    }

    @Override
    public CompletionStage<Connection> connect(ConnectRequest request, ConnectionListener listener) {
        return CompletableFuture.failedFuture(
                new ConnectionException(ConnectionException.Reason.UNREACHABLE, "not connected: " + request.address()));
    }
}
