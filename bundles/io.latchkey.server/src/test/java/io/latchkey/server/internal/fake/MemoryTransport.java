// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.fake;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.ConnectRequest;
import io.latchkey.api.transport.Connection;
import io.latchkey.api.transport.ConnectionListener;
import io.latchkey.api.transport.ExchangeHandler;
import io.latchkey.api.transport.ListenRequest;
import io.latchkey.api.transport.Listener;
import io.latchkey.api.transport.Session;
import io.latchkey.api.transport.SessionListener;
import io.latchkey.api.transport.Transport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A wire in memory: requests go straight to the handler. */
public final class MemoryTransport implements Transport {
    private final Set<Integer> taken = new HashSet<>();
    private final List<FakeListener> all = new CopyOnWriteArrayList<>();
    private volatile Optional<FakeListener> listener = Optional.empty();
    private volatile int listened;
    private volatile int refused;

    /** Lets a port be in use by somebody else, or not. */
    public void taken(int port, boolean isTaken) {
        if (isTaken) {
            taken.add(port);
        } else {
            taken.remove(port);
        }
    }

    @Override
    public CompletionStage<Connection> connect(ConnectRequest request, ConnectionListener listener) {
        throw new UnsupportedOperationException("a bridge connects to nobody");
    }

    @Override
    public Listener listen(ListenRequest request, ExchangeHandler handler, SessionListener sessions)
            throws IOException {
        if (taken.contains(request.address().getPort())) {
            refused++;
            throw new IOException("port " + request.address().getPort() + " is in use");
        }
        listened++;
        FakeListener opened = new FakeListener(request, handler, sessions);
        all.add(opened);
        listener = Optional.of(opened);
        return opened;
    }

    /** How often somebody wanted a port in vain. */
    public int refused() {
        return refused;
    }

    /** How often somebody has listened. */
    public int listened() {
        return listened;
    }

    /** The open port of that bridge, if there is one. */
    public Optional<FakeListener> listener(String bridge) {
        return all.stream()
                .filter(each -> each.open && each.request.name().equals(bridge))
                .findFirst();
    }

    /** The port that was opened last, if it is open. */
    public Optional<FakeListener> listener() {
        return listener.filter(each -> each.open);
    }

    /** A port with sessions. */
    public static final class FakeListener implements Listener {
        private final ListenRequest request;
        private final ExchangeHandler handler;
        private final SessionListener listener;
        private final List<FakeSession> sessions = new CopyOnWriteArrayList<>();
        private volatile boolean open = true;

        FakeListener(ListenRequest request, ExchangeHandler handler, SessionListener listener) {
            this.request = request;
            this.handler = handler;
            this.listener = listener;
        }

        /** What was asked for. */
        public ListenRequest request() {
            return request;
        }

        /** Opens a connection. */
        public FakeSession connect() {
            FakeSession session = new FakeSession(closed -> {
                sessions.remove(closed);
                listener.closed(closed);
            });
            sessions.add(session);
            listener.opened(session);
            return session;
        }

        /** Makes a connection one of that controller, as pair-verify does with its last answer. */
        public void verify(FakeSession session, ControllerId controller) {
            session.secure(controller);
            listener.secured(session);
        }

        /** Sends a request; the answer may come later. */
        public CompletableFuture<Answer> send(FakeSession session, String method, String target, byte[] body) {
            return new FakeExchange(session, method, target, body, listener).handle(handler);
        }

        /** Sends a request and waits for its answer, five seconds at most. */
        public Answer ask(FakeSession session, String method, String target, String body) {
            return await(send(session, method, target, body.getBytes(StandardCharsets.UTF_8)));
        }

        /** The limit of a body. */
        public int bodyLimit(String method, String path) {
            return handler.bodyLimit(method, path);
        }

        @Override
        public InetSocketAddress address() {
            return request.address();
        }

        @Override
        public Collection<Session> sessions() {
            return List.copyOf(sessions);
        }

        @Override
        public void closeSessionsOf(ControllerId controller, Optional<Session> initiator) {
            sessions.stream()
                    .filter(session -> session.controller().equals(Optional.of(controller)))
                    .forEach(FakeSession::close);
        }

        @Override
        public CompletionStage<Void> closeGracefully() {
            close();
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {
            open = false;
            sessions.forEach(FakeSession::close);
        }
    }

    /** The answer, waited for five seconds at most. */
    public static Answer await(CompletableFuture<Answer> answer) {
        try {
            return answer.get(5, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("no answer", e);
        }
    }
}
