// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal.client;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.transport.Answer;
import io.latchkey.api.transport.ConnectRequest;
import io.latchkey.api.transport.Connection;
import io.latchkey.api.transport.ConnectionException;
import io.latchkey.api.transport.ConnectionException.Reason;
import io.latchkey.api.transport.ConnectionListener;
import io.latchkey.api.transport.Request;
import io.latchkey.api.transport.SessionKeys;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to an accessory, from the controller's side. Everything that happens to it is a step of its
 * {@link Sequence}; only why it has ended, which the first to end it decides, is known to all threads.
 *
 * <p>Until there are keys, nothing behind an answer is looked at before the controller goes on: by another request, or by
 * keys that open it. So it doesn't matter on which thread and how soon the controller calls {@link #secure}.
 */
final class AccessoryConnection implements Connection {
    private static final Logger LOG = LoggerFactory.getLogger(AccessoryConnection.class);

    private final EndPoint raw;
    private final Workers workers;
    private final ConnectRequest wishes;
    private final ConnectionListener listener;
    private final Runnable fillInterest;
    private final InetSocketAddress local;
    private final Sequence sequence;
    private final RequestBytes bytes;
    private final RequestQueue requests = new RequestQueue();
    private final AtomicBoolean secured = new AtomicBoolean();
    private final AtomicReference<ConnectionException> end = new AtomicReference<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final AccessoryStream stream;
    private volatile boolean begun;
    private boolean heldBack;

    /**
     * Prepares; nobody hears of it before {@link #begin}, nor if that never comes.
     *
     * @param fillInterest asks for a call of {@link #readable}, may be repeated before it
     */
    AccessoryConnection(EndPoint raw, Executor io, Workers workers, Attempt attempt, Runnable fillInterest) {
        this.raw = raw;
        this.workers = workers;
        this.wishes = attempt.wishes();
        this.listener = attempt.listener();
        this.fillInterest = fillInterest;
        this.local = (InetSocketAddress) raw.getLocalSocketAddress();
        this.sequence = new Sequence(io, this::failed);
        this.bytes = new RequestBytes(wishes);
        this.stream = new AccessoryStream(raw, wishes.bodyLimit());
    }

    @Override
    public CompletionStage<Answer> send(Request request) {
        PendingRequest pending = new PendingRequest(request, bytes.of(request));
        if (requests.admit()) {
            sequence.later(() -> take(pending));
        } else {
            pending.fail(new ConnectionException(Reason.OVERLOADED, remote() + ": too many requests wait"));
        }
        return pending.stage();
    }

    @Override
    public void secure(SessionKeys keys) {
        if (!requests.isIdle()) {
            throw new IllegalStateException("a request waits for its answer");
        }
        if (!secured.compareAndSet(false, true)) {
            throw new IllegalStateException("secured already");
        }
        sequence.later(() -> {
            stream.secure(keys);
            read();
        });
    }

    @Override
    public boolean isSecured() {
        return secured.get();
    }

    @Override
    public InetSocketAddress remote() {
        return wishes.address();
    }

    @Override
    public InetSocketAddress local() {
        return local;
    }

    @Override
    public boolean isOpen() {
        return end.get() == null;
    }

    @Override
    public void close() {
        end(Reason.CLOSED, "closed");
    }

    @Override
    public String toString() {
        return "connection to " + remote();
    }

    /** The connection is made: tells so, and takes what the accessory sends from now on. */
    void begin(Runnable made) {
        LOG.debug("{}: made", this);
        begun = true;
        sequence.now(made);
        sequence.now(this::read);
    }

    /** There may be something to read. */
    void readable() {
        sequence.now(this::read);
    }

    /** Completes when all requests have failed and the listener has heard of the end. */
    CompletionStage<Void> ended() {
        return ended;
    }

    /** Ends it, unless that has happened: the socket at once, the rest when its turn has come. Any thread. */
    void end(Reason reason, String why) {
        if (begun && end.compareAndSet(null, new ConnectionException(reason, remote() + ": " + why))) {
            LOG.debug("{}: {}", this, why);
            raw.close();
            sequence.later(this::finish);
        }
    }

    private void finish() {
        ConnectionException cause = end.get();
        requests.fail(cause);
        tell(() -> listener.closed(cause));
        ended.complete(null);
    }

    private void take(PendingRequest pending) {
        if (isOpen()) {
            requests.add(pending);
            guarded(this::startNext);
        } else {
            requests.refuse(pending, end.get());
        }
    }

    private void startNext() throws IOException {
        if (!requests.canStart()) {
            return;
        }
        heldBack = false;
        deliver(); // what came before this request is no answer to it
        if (isOpen()) {
            PendingRequest next = requests.start();
            arm(next);
            write(next);
        }
    }

    private void arm(PendingRequest request) {
        try {
            request.endsBy(workers.schedule(wishes.requestTime(), () -> sequence.later(() -> expire(request))));
        } catch (RejectedExecutionException stopping) {
            end(Reason.CLOSED, "no more time-outs, the timer has stopped");
        }
    }

    private void expire(PendingRequest request) {
        if (requests.isCurrent(request)) {
            end(Reason.TIMED_OUT, "no answer in " + wishes.requestTime());
        }
    }

    private void write(PendingRequest request) {
        if (request.hasLeft()) {
            requests.written(request);
            guarded(this::startNext);
        } else {
            Callback next = Callback.from(() -> sequence.now(() -> write(request)), this::lost);
            raw.write(next, stream.outbound().take(request.bytes()));
        }
    }

    private void read() {
        guarded(() -> {
            deliver();
            if (isOpen()) {
                receive();
            }
        });
    }

    private void deliver() throws IOException {
        while (isOpen() && !isHeldBack()) {
            Optional<Incoming> message = stream.next(requests.asked());
            if (message.isEmpty()) {
                return;
            }
            deliver(message.get());
        }
    }

    private void deliver(Incoming message) throws IOException {
        if (message.event()) {
            tell(() -> listener.event(message.answer().body()));
        } else {
            heldBack = true;
            requests.answered(message.answer());
            startNext();
        }
    }

    private boolean isHeldBack() {
        return heldBack && !stream.isSecured();
    }

    /** One gulp, so that other steps have their turn between two. */
    private void receive() throws IOException {
        int filled = stream.receive();
        if (filled > 0) {
            sequence.now(this::read);
        } else if (filled == 0) {
            fillInterest.run();
        } else {
            stream.end().ifPresent(last -> requests.answered(last.answer()));
            end(Reason.CLOSED_BY_PEER, "the accessory has closed the connection");
        }
    }

    private void guarded(Step step) {
        try {
            step.take();
        } catch (ProtocolException wrong) {
            end(Reason.PROTOCOL, "the accessory has sent " + wrong.getMessage());
        } catch (IOException gone) {
            lost(gone);
        }
    }

    private void lost(Throwable cause) {
        end(Reason.CLOSED_BY_PEER, "the connection is lost: " + cause.getMessage());
    }

    private void failed(Throwable bug) {
        LOG.error("{}: closed, it cannot be handled", this, bug);
        end(Reason.PROTOCOL, "the accessory has sent what cannot be handled");
    }

    private void tell(Runnable notification) {
        try {
            notification.run();
        } catch (RuntimeException bug) {
            LOG.error("{}: who listens to it has failed", this, bug);
        }
    }

    /** What may find that the accessory is gone or sends nonsense. */
    private interface Step {
        void take() throws IOException;
    }
}
