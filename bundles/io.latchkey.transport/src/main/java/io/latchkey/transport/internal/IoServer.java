// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.transport.ListenRequest;
import io.latchkey.transport.internal.client.Dialer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jetty's server with the threads {@code latchkey-io}: one for all listeners and for the controller's side, so that a bridge
 * that comes or goes leaves the sessions of the others alone. What waits for a thread is bounded by the sessions: each has a
 * few tasks at most. Opening and stopping a port takes some milliseconds on the thread of the caller.
 */
final class IoServer {
    private static final Logger LOG = LoggerFactory.getLogger(IoServer.class);
    private static final Duration SWEEP = Duration.ofSeconds(5);

    private final Workers workers;
    private final IoThreads threads = new IoThreads();
    private final Server server;
    private final Set<HapListener> listeners = ConcurrentHashMap.newKeySet();
    private Optional<Dialer> dialer = Optional.empty();
    private Future<?> sweep;
    private boolean stopped;

    IoServer(Workers workers, ByteBufferPool buffers) {
        this.workers = workers;
        this.server = new Server(threads, new IoScheduler(workers, threads), buffers);
        server.setHandler(new HapHandler());
        server.setErrorHandler(new ErrorAnswer());
    }

    Executor io() {
        return threads;
    }

    Workers workers() {
        return workers;
    }

    synchronized void start() throws IOException {
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        current.setContextClassLoader(IoServer.class.getClassLoader());
        try {
            server.start();
        } catch (Exception broken) {
            throw new IOException("the HTTP server does not start", broken);
        } finally {
            current.setContextClassLoader(before);
        }
        sweepLater();
    }

    synchronized void add(HapListener listener, ListenRequest wishes) throws IOException {
        refuseIfStopped();
        Port port = new Port(server, wishes, new HapConnectionFactory(listener));
        threads.setMaxThreads(threads.getMaxThreads() + 1);
        server.addConnector(port.connector());
        try {
            listener.bound(port);
            port.connector().start();
        } catch (Exception broken) {
            discard(port);
            throw new IOException("no connections are possible on " + port.address(), broken);
        }
        listeners.add(listener);
    }

    synchronized void remove(HapListener listener, Port port) {
        if (listeners.remove(listener)) {
            discard(port);
        }
    }

    /** What connects to accessories; its selector comes with the first who needs it. */
    synchronized Dialer dialer() throws IOException {
        refuseIfStopped();
        if (dialer.isEmpty()) {
            dialer = Optional.of(startedDialer());
        }
        return dialer.get();
    }

    /** Ends everything. Waits without the lock, which the threads that end may want. */
    void stop() {
        Optional<Dialer> calling;
        synchronized (this) {
            stopped = true;
            sweep.cancel(false);
            calling = dialer;
        }
        List.copyOf(listeners).forEach(HapListener::close);
        calling.ifPresent(IoServer::end);
        end(server);
    }

    private void refuseIfStopped() {
        if (stopped) {
            throw new IllegalStateException("the transport has stopped");
        }
    }

    private Dialer startedDialer() throws IOException {
        Dialer fresh = new Dialer(threads, server.getScheduler(), workers);
        threads.setMaxThreads(threads.getMaxThreads() + 1);
        try {
            fresh.start();
            return fresh;
        } catch (Exception broken) {
            threads.setMaxThreads(threads.getMaxThreads() - 1);
            throw new IOException("no connections to accessories are possible", broken);
        }
    }

    private void discard(Port port) {
        port.stopAccepting();
        end(port.connector());
        server.removeConnector(port.connector());
        threads.setMaxThreads(threads.getMaxThreads() - 1);
    }

    private static void end(LifeCycle part) {
        try {
            part.stop();
        } catch (Exception stuck) {
            LOG.error("{} has not stopped cleanly", part, stuck);
        }
    }

    private synchronized void sweepLater() {
        if (!stopped) {
            sweep = workers.schedule(SWEEP, () -> threads.execute(this::sweep));
        }
    }

    private void sweep() {
        long now = workers.nanoTime();
        try {
            listeners.forEach(listener -> listener.sweep(now));
        } catch (RuntimeException bug) {
            LOG.error("The search for sessions to close has failed; it is tried again later", bug);
        }
        try {
            sweepLater();
        } catch (RejectedExecutionException stopping) {
            LOG.debug("No more sweeps, the timer has stopped");
        }
    }
}
