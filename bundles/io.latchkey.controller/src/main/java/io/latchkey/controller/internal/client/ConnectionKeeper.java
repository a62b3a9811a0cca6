// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.client;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.controller.ControllerException;
import io.latchkey.api.controller.ControllerException.Reason;
import io.latchkey.api.transport.Connection;
import io.latchkey.api.transport.ConnectionException;
import io.latchkey.api.transport.ConnectionListener;
import io.latchkey.controller.internal.link.ControllerFailures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one verified connection to one accessory: makes it, and when it ends for whatever cause makes another, each
 * verified anew, never two at a time; one that has fallen silent counts as ended. Called on any thread; what it tells, it
 * tells through {@link ListenerNotifications}.
 */
final class ConnectionKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionKeeper.class);
    private static final int LARGEST_EVENT = 256 * 1024;
    private static final int MOST_EARLY_EVENTS = 64;

    private final Supplier<String> who;
    private final Workers workers;
    private final Duration verifyTime;
    private final Opening opening;
    private final Observer told;
    private final ListenerNotifications notices;
    private final BackOff backOff = new BackOff();
    private Optional<Attempt> current = Optional.empty();
    private Optional<Future<?>> retry = Optional.empty();
    private CompletableFuture<AccessorySession> session = new CompletableFuture<>();
    private boolean closed;

    /** Prepares a line; {@link #open} begins. */
    ConnectionKeeper(
            Supplier<String> who,
            Workers workers,
            Duration verifyTime,
            Opening opening,
            Observer told,
            ListenerNotifications notices) {
        this.who = who;
        this.workers = workers;
        this.verifyTime = verifyTime;
        this.opening = opening;
        this.told = told;
        this.notices = notices;
    }

    /** How a connection is made and what is done on it before it is used. None of the steps waits. */
    interface Opening {
        /** Connects and verifies. */
        CompletionStage<AccessorySession> open(Holder holder);

        /** Makes a verified session what the one before was. */
        CompletionStage<?> restore(AccessorySession session);
    }

    /** Holds a connection while it is being made and afterwards. */
    interface Holder extends ConnectionListener {
        /** There is a connection, not verified yet. */
        void connected(Connection connection);

        /** The connection is of no more use. */
        void broken(ControllerException cause);
    }

    /** Hears what happens, on {@code latchkey-home}. */
    interface Observer {
        /** There is a connection. */
        void connected();

        /** There is none any more, or an attempt has failed. */
        void lost(ControllerException cause);

        /** An event of the connection that there is. */
        void event(byte[] body) throws ControllerException;
    }

    /** Begins an attempt at once, unless one is under way or has succeeded. */
    void open() {
        Attempt attempt;
        synchronized (this) {
            if (closed || current.isPresent()) {
                return;
            }
            retry.ifPresent(waiting -> waiting.cancel(false));
            retry = Optional.empty();
            if (session.isDone()) {
                session = new CompletableFuture<>();
            }
            attempt = new Attempt();
            current = Optional.of(attempt);
        }
        attempt.begin();
    }

    /** The session there is, the one that is being made, or the failure of the last attempt. */
    synchronized CompletionStage<AccessorySession> session() {
        return session;
    }

    /** Ends the connection and makes no other. Tells nothing more. */
    void close() {
        Optional<Attempt> last;
        CompletableFuture<AccessorySession> waited;
        synchronized (this) {
            closed = true;
            last = current;
            current = Optional.empty();
            retry.ifPresent(waiting -> waiting.cancel(false));
            waited = session;
            session = CompletableFuture.failedFuture(failure(Reason.CLOSED, ""));
        }
        notices.close();
        last.ifPresent(Attempt::drop);
        waited.completeExceptionally(failure(Reason.CLOSED, ""));
    }

    private ControllerException failure(Reason reason, String detail) {
        return new ControllerException(reason, who.get(), detail);
    }

    private synchronized boolean isCurrent(Attempt attempt) {
        return current.equals(Optional.of(attempt));
    }

    private void ready(Attempt attempt, AccessorySession made) {
        CompletableFuture<AccessorySession> waited;
        synchronized (this) {
            if (!isCurrent(attempt)) {
                return;
            }
            backOff.reset();
            waited = session;
            notices.add(told::connected);
            attempt.tellEarly(made);
        }
        LOG.debug("Connected to {}", who.get());
        waited.complete(made);
    }

    /** Whatever ends an attempt ends here, once. */
    private void end(Attempt attempt, ControllerException cause) {
        CompletableFuture<AccessorySession> waited;
        synchronized (this) {
            if (!isCurrent(attempt)) {
                return;
            }
            current = Optional.empty();
            waited = session;
            session = CompletableFuture.failedFuture(cause);
            notices.add(() -> told.lost(cause));
            retry = cause.reason() == Reason.NOT_PAIRED ? Optional.empty() : retryAfter(backOff.next());
        }
        LOG.debug("No connection any more: {}", cause.getMessage());
        attempt.drop();
        waited.completeExceptionally(cause);
    }

    private Optional<Future<?>> retryAfter(Duration wait) {
        try {
            return Optional.of(workers.schedule(wait, this::open));
        } catch (RejectedExecutionException stopped) {
            LOG.debug("{} is not connected to again: the threads have stopped", who.get());
            return Optional.empty();
        }
    }

    /** One attempt and, when it succeeds, its connection. */
    private final class Attempt implements Holder {
        private final List<byte[]> early = new ArrayList<>();
        private Optional<Connection> connection = Optional.empty();
        private volatile Optional<AccessorySession> verified = Optional.empty();
        private Optional<Future<?>> deadline = Optional.empty();
        private boolean ready;
        private boolean dropped;

        void begin() {
            opening.open(this)
                    .thenCompose(verified -> {
                        endDeadline();
                        return opening.restore(verified).thenApply(restored -> verified);
                    })
                    .whenComplete((verified, failure) -> {
                        if (failure == null) {
                            ready(this, verified);
                        } else {
                            end(this, ControllerFailures.of(who.get(), failure));
                        }
                    });
        }

        @Override
        public void connected(Connection made) {
            synchronized (this) {
                connection = Optional.of(made);
                if (!dropped) {
                    deadline = Optional.of(workers.schedule(verifyTime, this::tooSlow));
                    return;
                }
            }
            made.close();
        }

        @Override
        public void event(byte[] body) {
            verified.ifPresent(AccessorySession::heard);
            if (body.length > LARGEST_EVENT) {
                broken(failure(Reason.PROTOCOL, "an event is too long"));
            } else if (!take(body)) {
                broken(failure(Reason.OVERLOADED, "events come faster than they are heard"));
            }
        }

        @Override
        public void closed(ConnectionException cause) {
            broken(ControllerFailures.of(who.get(), cause));
        }

        @Override
        public void broken(ControllerException cause) {
            end(this, cause);
        }

        /** Called with the lock held: what came before the connection was told comes right after it. */
        void tellEarly(AccessorySession made) {
            ready = true;
            verified = Optional.of(made);
            made.begin();
            early.forEach(body -> notices.add(() -> tell(body)));
            early.clear();
        }

        void drop() {
            Optional<Connection> open;
            synchronized (this) {
                dropped = true;
                open = connection;
            }
            endDeadline();
            verified.ifPresent(AccessorySession::end);
            open.ifPresent(Connection::close);
        }

        /** Of a connection that has been told as lost nothing more is heard. */
        private boolean take(byte[] body) {
            synchronized (ConnectionKeeper.this) {
                if (!isCurrent(this)) {
                    return true;
                }
                if (ready && !notices.isFull()) {
                    notices.add(() -> tell(body));
                    return true;
                }
                return !ready && early.size() < MOST_EARLY_EVENTS && early.add(body);
            }
        }

        private void tell(byte[] body) {
            try {
                told.event(body);
            } catch (ControllerException malformed) {
                broken(malformed);
            }
        }

        private void tooSlow() {
            broken(failure(Reason.TIMED_OUT, "while it had to prove who it is"));
        }

        private synchronized void endDeadline() {
            deadline.ifPresent(running -> running.cancel(false));
            deadline = Optional.empty();
        }
    }
}
