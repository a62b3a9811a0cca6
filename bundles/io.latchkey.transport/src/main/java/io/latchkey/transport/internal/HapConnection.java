// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import io.latchkey.api.transport.After;
import io.latchkey.crypto.FrameCipher;
import io.latchkey.crypto.FrameException;
import io.latchkey.transport.internal.wire.FrameInbound;
import io.latchkey.transport.internal.wire.FrameOutbound;
import io.latchkey.transport.internal.wire.Inbound;
import io.latchkey.transport.internal.wire.RequestGate;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The layer between the socket and the HTTP connection: passes bytes through until pair-verify has made keys, then opens
 * and seals frames. The change happens when the last byte of the last plain answer has been accepted and before the next
 * received byte is looked at.
 *
 * <p>Received bytes are read and turned by the one thread that the HTTP connection runs on, so only what the writing side
 * also sees is volatile. A frame that cannot be believed closes the socket before anybody can answer it.
 */
final class HapConnection extends AbstractConnection {
    private static final Logger LOG = LoggerFactory.getLogger(HapConnection.class);
    private static final long NO_REQUEST = Long.MIN_VALUE;
    private static final int RECEIVE_BUFFER = 4 * FrameCipher.MAX_FRAME;

    private final EndPoint raw;
    private final HapListener listener;
    private final HapEndPoint decrypted;
    private final SocketWriter writer;
    private final HapSession session;
    private final RequestGate gate = new RequestGate();
    private final Callback readable = new Readable();

    private volatile ByteBuffer received = BufferUtil.EMPTY_BUFFER;
    private volatile Inbound inbound = Inbound.PLAIN;
    private volatile After after;
    private volatile boolean handed;
    private volatile long requestSince = NO_REQUEST;
    private volatile Optional<Unanswered> unanswered = Optional.empty();
    private volatile boolean lastAnswer;

    HapConnection(EndPoint raw, HapListener listener) {
        super(raw, listener.io());
        this.raw = raw;
        this.listener = listener;
        this.decrypted = new HapEndPoint(this, raw);
        this.writer = new SocketWriter(raw, listener.io(), listener.workers(), listener.wishes(), this::told);
        this.session = new HapSession(this, raw, listener);
    }

    /** A request that others have, and since when, in nanoseconds of the clock. */
    record Unanswered(HapExchange exchange, long since) {}

    HapListener listener() {
        return listener;
    }

    HapEndPoint decrypted() {
        return decrypted;
    }

    SocketWriter writer() {
        return writer;
    }

    HapSession session() {
        return session;
    }

    @Override
    public void onOpen() {
        super.onOpen();
        session.begin();
        http().onOpen();
    }

    @Override
    public void onClose(Throwable cause) {
        broken(cause).ifPresent(failure -> session.endsBecause("the connection broke (" + failure + ")"));
        writer.terminate(cause);
        http().onClose(cause);
        super.onClose(cause);
        session.end();
    }

    @Override
    public void close() {
        http().close();
    }

    @Override
    public boolean onIdleExpired(TimeoutException timeout) {
        return http().onIdleExpired(timeout);
    }

    @Override
    public void onFillable() {
        guarded(decrypted.getFillInterest()::fillable);
    }

    @Override
    public void onFillInterestedFailed(Throwable cause) {
        guarded(() -> decrypted.getFillInterest().onFail(quiet(cause)));
    }

    /** Lets HTTP go on; where it can't, the connection ends. Strangers can bring that about, so the log is spared. */
    private void guarded(Runnable http) {
        try {
            http.run();
        } catch (RuntimeException | AssertionError broken) {
            LOG.debug("{}: closed, HTTP can't go on", session, broken);
            raw.close(broken);
        }
    }

    /** A request has been understood, its body not yet read. */
    void requestBegin(long bodyLength) {
        gate.headComplete(Math.max(bodyLength, 0));
        writer.requestBegin();
    }

    /** The request is complete and is being handled by others. */
    void requestHanded(HapExchange exchange) {
        handed = true;
        requestSince = NO_REQUEST;
        unanswered = Optional.of(new Unanswered(exchange, listener.workers().nanoTime()));
    }

    /**
     * The request has its answer, which may still have to be written.
     *
     * @return nanoseconds since it was complete
     */
    long answered() {
        Optional<Unanswered> request = unanswered;
        unanswered = Optional.empty();
        return request.isPresent()
                ? listener.workers().nanoTime() - request.get().since()
                : 0;
    }

    private void told(int events, long late) {
        listener.notifyTold(session, events, late);
    }

    /** The request that nobody has answered yet. */
    Optional<Unanswered> unanswered() {
        return unanswered;
    }

    /** When the first bytes of a request came that is not complete yet, in nanoseconds of the clock; empty if none did. */
    Optional<Long> requestSince() {
        long since = requestSince;
        return since == NO_REQUEST ? Optional.empty() : Optional.of(since);
    }

    /** Whether it is us whom the other side waits for. */
    boolean isHandled() {
        return handed;
    }

    /** What is to happen when the answer in work has left. */
    void afterAnswer(After then) {
        after = then;
    }

    /** The last byte of the answer has been accepted; the next received byte has not been looked at. */
    void requestEnd() {
        After then = after;
        after = null;
        session.active(); // before it counts as idle: from now, not from the request on
        requestSince = NO_REQUEST;
        gate.answered();
        if (then instanceof After.SecureWith keys) {
            secure(keys);
        } else if (then instanceof After.Run run) {
            run(run.action());
        }
        handed = false;
        if (then instanceof After.Close || lastAnswer) {
            session.endsBecause("the bridge has closed it after an answer");
            raw.close();
        }
        writer.requestEnd();
        if (lastAnswer) {
            raw.close(); // said while the gate was being opened
        }
    }

    /** The answer could not be sent. */
    void requestFailed() {
        after = null;
        writer.requestFailed();
    }

    /** Closes when the answer in work has left, or at once when there is none. */
    void closeAfterAnswer() {
        lastAnswer = true;
        if (!writer.isAnswering()) {
            raw.close();
        }
    }

    int fill(ByteBuffer target) throws IOException {
        int position = BufferUtil.flipToFill(target);
        try {
            return fillFlipped(target);
        } catch (FrameException forged) {
            LOG.debug("{}: closed, {}", session, forged.getMessage());
            session.endsBecause("what was sent can't be opened with the keys of the session");
            raw.close();
            throw new EofException(forged);
        } finally {
            BufferUtil.flipToFlush(target, position);
        }
    }

    /** Waits for bytes, unless enough of them are here already: those would never be announced again. */
    void needsFill() {
        if (gate.isReady(inbound, received)) {
            try {
                getExecutor().execute(this::onFillable);
            } catch (RejectedExecutionException exhausted) {
                raw.close(exhausted);
            }
        } else {
            raw.fillInterested(readable);
        }
    }

    private int fillFlipped(ByteBuffer target) throws IOException {
        while (true) {
            int delivered = gate.read(inbound, received, target);
            if (delivered > 0 || !target.hasRemaining() || !gate.isOpen()) {
                return delivered;
            }
            int filled = receive();
            if (filled <= 0) {
                return ended(filled);
            }
        }
    }

    private int receive() throws IOException {
        ByteBuffer buffer = received;
        if (buffer.capacity() == 0) {
            buffer = ByteBuffer.allocate(RECEIVE_BUFFER).limit(0);
        }
        BufferUtil.compact(buffer);
        int filled = raw.fill(buffer);
        received = buffer.hasRemaining() ? buffer : BufferUtil.EMPTY_BUFFER;
        if (filled > 0) {
            session.active();
            requestSince = requestSince == NO_REQUEST ? listener.workers().nanoTime() : requestSince;
        }
        return filled;
    }

    private int ended(int filled) throws EofException {
        if (filled < 0 && received.hasRemaining()) {
            throw new EofException("end of stream in a frame");
        }
        return filled;
    }

    /** A socket that closes is no news: Jetty warns of other exceptions. */
    private static Throwable quiet(Throwable cause) {
        return cause instanceof QuietException ? cause : new EofException(cause);
    }

    private void secure(After.SecureWith then) {
        if (inbound instanceof FrameInbound before && before.isWithinFrame()) {
            raw.close(); // what is left of that frame was not sealed with the keys that hold now
        }
        inbound = new FrameInbound(new FrameCipher(then.keys().controllerToAccessory()));
        writer.secure(new FrameOutbound(new FrameCipher(then.keys().accessoryToController())));
        session.secured(then.controller());
        listener.notifySecured(session);
    }

    /** What broke the connection, by its kind only; empty where the other side has simply hung up. */
    private static Optional<String> broken(Throwable cause) {
        boolean isHungUp = cause == null || cause instanceof EofException && cause.getCause() == null;
        return isHungUp ? Optional.empty() : Optional.of(cause.getClass().getSimpleName());
    }

    private void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException bug) {
            LOG.error("{}: what should follow an answer has failed", session, bug);
        }
    }

    private Connection http() {
        return decrypted.getConnection();
    }

    /** Wakes the HTTP connection as it wishes to be woken. */
    private final class Readable implements Callback {
        @Override
        public void succeeded() {
            onFillable();
        }

        @Override
        public void failed(Throwable cause) {
            onFillInterestedFailed(cause);
        }

        @Override
        public InvocationType getInvocationType() {
            return decrypted.getFillInterest().getCallbackInvocationType();
        }
    }
}
