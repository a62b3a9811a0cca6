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
import java.util.stream.Stream;
import org.eclipse.jetty.io.ByteBufferPool;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The wire on an embedded Jetty, both sides of it. Starts its threads with the first listener or connection, on the thread of
 * whoever opens that, so that activation costs nothing; ends all of them when the bundle goes.
 */
@Component(service = {Transport.class, JettyTransport.class})
public final class JettyTransport implements Transport {

    private final Workers workers;
    private final ByteBufferPool buffers;
    private Optional<IoServer> server = Optional.empty();
    private volatile boolean stopped;

    /** Takes the clock and the timer of the bridges; its own threads come with the first listener or connection. */
    @Activate
    public JettyTransport(@Reference Workers workers) {
        this(workers, ByteBufferPool.NON_POOLING); // no session ever gets bytes that another one has had
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

    @Override
    public CompletionStage<Connection> connect(ConnectRequest request, ConnectionListener listener) {
        try {
            return running().dialer().connect(request, listener);
        } catch (IOException | IllegalStateException none) {
            return CompletableFuture.failedFuture(
                    new ConnectionException(ConnectionException.Reason.CLOSED, none.getMessage()));
        }
    }

    /** The ports that are open now. */
    synchronized Stream<HapListener> listeners() {
        return server.stream().flatMap(IoServer::listeners);
    }

    /** Ends all listeners and connections, and the threads. */
    @Deactivate
    public void stop() {
        stopped = true;
        synchronized (this) {
            server.ifPresent(IoServer::stop);
            server = Optional.empty();
        }
    }

    private IoServer running() throws IOException {
        refuseIfStopped(); // without waiting for whoever stops it
        synchronized (this) {
            refuseIfStopped();
            if (server.isEmpty()) {
                IoServer fresh = new IoServer(workers, buffers);
                fresh.start();
                server = Optional.of(fresh);
            }
            return server.get();
        }
    }

    private void refuseIfStopped() {
        if (stopped) {
            throw new IllegalStateException("the transport has stopped");
        }
    }
}
