// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.transport.ExchangeHandler;
import io.latchkey.api.transport.ListenRequest;
import io.latchkey.api.transport.Listener;
import io.latchkey.api.transport.Session;
import io.latchkey.api.transport.SessionListener;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One bound port: what its connections share, and the order in which it ends. Opening and stopping the port belongs to the
 * {@link IoServer}.
 */
final class HapListener implements Listener {
    private static final Logger LOG = LoggerFactory.getLogger(HapListener.class);
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final String OBSERVER = "who listens to sessions";

    private final IoServer server;
    private final ListenRequest wishes;
    private final ExchangeHandler handler;
    private final SessionListener observer;
    private final SessionRegistry registry;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private volatile boolean ending;
    private volatile Port port;
    private volatile InetSocketAddress address;

    HapListener(IoServer server, ListenRequest wishes, ExchangeHandler handler, SessionListener observer) {
        this.server = server;
        this.wishes = wishes;
        this.handler = handler;
        this.observer = observer;
        this.registry = new SessionRegistry(wishes.sessions());
    }

    void bound(Port bound) {
        port = bound;
        address = bound.address();
        tell("listening");
    }

    Executor io() {
        return server.io();
    }

    Workers workers() {
        return server.workers();
    }

    ListenRequest wishes() {
        return wishes;
    }

    ExchangeHandler handler() {
        return handler;
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public Collection<Session> sessions() {
        return List.copyOf(registry.all());
    }

    @Override
    public void closeSessionsOf(ControllerId controller, Optional<Session> initiator) {
        for (HapSession session : registry.all()) {
            if (session.controller().equals(Optional.of(controller))) {
                session.endsBecause("its pairing was removed");
                if (initiator.equals(Optional.of(session))) {
                    session.closeAfterAnswer();
                } else {
                    session.close();
                }
            }
        }
    }

    @Override
    public CompletionStage<Void> closeGracefully() {
        ending = true;
        port.stopAccepting();
        registry.all().forEach(session -> {
            session.endsBecause("the bridge stops");
            session.closeAfterAnswer();
        });
        later(GRACE, this::close);
        closeIfEmpty();
        return done.minimalCompletionStage();
    }

    @Override
    public void close() {
        ending = true;
        if (closed.compareAndSet(false, true)) {
            server.remove(this, port);
            registry.all().forEach(session -> {
                session.close("the bridge stops");
                session.end();
            });
            tell("no longer listening");
            done.complete(null);
        }
    }

    @Override
    public String toString() {
        return "listener of " + wishes.name();
    }

    /** Takes a session, at the cost of another if need be; while the listener ends it takes none. */
    boolean admit(HapSession session) {
        if (!ending) {
            registry.add(session, workers().nanoTime());
        }
        return !ending;
    }

    /** A session has verified: nobody pushes it out who hasn't. */
    void verified(HapSession session) {
        registry.verified(session, workers().nanoTime());
    }

    void forget(HapSession session) {
        registry.remove(session);
        if (ending) {
            closeIfEmpty();
        }
    }

    /** Runs an action on an io thread, later; at once where the timer has stopped. */
    void later(Duration delay, Runnable action) {
        try {
            workers().schedule(delay, () -> onIo(action));
        } catch (RejectedExecutionException stopping) {
            action.run();
        }
    }

    /** Runs an action on an io thread; here where those have stopped. */
    void onIo(Runnable action) {
        Runnable job = () -> safely("a task", action);
        try {
            io().execute(job);
        } catch (RejectedExecutionException stopping) {
            job.run();
        }
    }

    void notifyOpened(HapSession session) {
        safely(OBSERVER, () -> observer.opened(session));
    }

    void notifySecured(HapSession session) {
        safely(OBSERVER, () -> observer.secured(session));
    }

    void notifyTold(HapSession session, int events, long late) {
        try {
            observer.told(session, events, late);
        } catch (RuntimeException bug) {
            LOG.error("{}: {} has failed", this, OBSERVER, bug);
        }
    }

    void notifyAnswered(HapExchange exchange, int status, long nanos) {
        try {
            handler.answered(exchange, status, nanos);
        } catch (RuntimeException bug) {
            LOG.error("{}: who answers has failed to hear of it", this, bug);
        }
    }

    void notifyClosed(HapSession session) {
        safely(OBSERVER, () -> observer.closed(session));
    }

    /** The sessions whose other side has taken nothing for that time of what is to be written. */
    Stream<HapSession> stalled(Duration time) {
        long now = workers().nanoTime();
        return registry.all().stream().filter(session -> session.stalledFor(now).compareTo(time) >= 0);
    }

    /** Closes what nobody uses any more; called every few seconds on an io thread. */
    void sweep(long now) {
        SessionSweep.sweep(registry.all(), now);
    }

    private void closeIfEmpty() {
        if (registry.all().isEmpty()) {
            closeSoon();
        }
    }

    private void closeSoon() {
        if (!closed.get()) {
            onIo(this::close);
        }
    }

    private void tell(String what) {
        if (!wishes.name().isEmpty()) {
            LOG.info("{}: {} on {}", wishes.name(), what, Port.text(address));
        }
    }

    private void safely(String what, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException bug) {
            LOG.error("{}: {} has failed", this, what, bug);
        }
    }
}
