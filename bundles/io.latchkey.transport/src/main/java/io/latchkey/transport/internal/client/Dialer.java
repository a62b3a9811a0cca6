// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.client;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.transport.ConnectRequest;
import io.latchkey.api.transport.Connection;
import io.latchkey.api.transport.ConnectionException.Reason;
import io.latchkey.api.transport.ConnectionListener;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.IO;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Makes connections to accessories, all on one selector. It is Jetty's connector for clients without what that has for TLS,
 * and with a time for each connection instead of one for all. Threads and timer are those of its owner; when it stops,
 * attempts fail and connections close.
 */
public final class Dialer extends SelectorManager {
    private static final int ONE_SELECTOR = 1;
    private static final String STOPPED = "the transport has stopped";

    private final Executor io;
    private final Workers workers;
    private final Set<Attempt> attempts = ConcurrentHashMap.newKeySet();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private boolean stopped;

    /**
     * Prepares; threads are used from its start on.
     *
     * @param io runs everything, and has a thread for the selector
     * @param timer for Jetty
     * @param workers for the times of the connections
     */
    public Dialer(Executor io, Scheduler timer, Workers workers) {
        super(io, timer, ONE_SELECTOR);
        this.io = io;
        this.workers = workers;
    }

    /** As {@link io.latchkey.api.transport.Transport#connect}. */
    public CompletionStage<Connection> connect(ConnectRequest wishes, ConnectionListener listener) {
        Attempt attempt = new Attempt(wishes, listener);
        attempts.add(attempt);
        attempt.stage().whenComplete((connection, failure) -> attempts.remove(attempt));
        attempt.stage().thenAccept(this::keep);
        try {
            dial(attempt, SocketChannel.open());
        } catch (IOException | RuntimeException impossible) {
            attempt.fail(Reason.UNREACHABLE, impossible.getMessage());
        }
        return attempt.stage().thenApply(Connection.class::cast);
    }

    @Override
    public org.eclipse.jetty.io.Connection newConnection(SelectableChannel channel, EndPoint raw, Object attempt) {
        return new AccessorySocket(raw, io, workers, (Attempt) attempt);
    }

    @Override
    protected EndPoint newEndPoint(SelectableChannel channel, ManagedSelector selector, SelectionKey key) {
        return new SocketChannelEndPoint((SocketChannel) channel, selector, key, getScheduler());
    }

    @Override
    protected void connectionFailed(SelectableChannel channel, Throwable failure, Object attempt) {
        if (failure instanceof SocketTimeoutException) {
            ((Attempt) attempt).fail(Reason.TIMED_OUT, "not connected in time");
            release();
        } else {
            ((Attempt) attempt).fail(Reason.UNREACHABLE, failure.getMessage());
        }
    }

    @Override
    protected void onAcceptFailed(SelectableChannel channel, Throwable failure, Object attempt) {
        connectionFailed(channel, failure, attempt);
    }

    @Override
    protected void doStop() throws Exception {
        synchronized (this) {
            stopped = true;
        }
        attempts.forEach(attempt -> attempt.fail(Reason.CLOSED, STOPPED));
        connections.forEach(Connection::close);
        super.doStop();
    }

    private void dial(Attempt attempt, SocketChannel channel) throws IOException {
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            boolean connected = channel.connect(attempt.wishes().address());
            if (!hand(channel, connected, attempt)) {
                IO.close(channel);
                attempt.fail(Reason.CLOSED, STOPPED);
            }
        } catch (IOException | RuntimeException impossible) {
            IO.close(channel);
            throw impossible;
        }
    }

    /** To the selector, with the time of this attempt, which it reads here and now. */
    private synchronized boolean hand(SocketChannel channel, boolean connected, Attempt attempt) {
        if (stopped) {
            return false;
        }
        if (connected) {
            accept(channel, attempt);
        } else {
            setConnectTimeout(Math.max(1, attempt.wishes().connectTime().toMillis()));
            connect(channel, attempt);
        }
        return true;
    }

    /** Lets the selector look at its channels: one that was closed while it waited is not gone before. */
    private synchronized void release() {
        if (!stopped) {
            chooseSelector().submit(selector -> {});
        }
    }

    private void keep(AccessoryConnection connection) {
        connections.add(connection);
        connection.ended().thenRun(() -> connections.remove(connection));
    }
}
