// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.transport.Event;
import io.latchkey.api.transport.ListenRequest;
import io.latchkey.transport.internal.wire.EventSlot;
import io.latchkey.transport.internal.wire.Outbound;
import java.nio.ByteBuffer;
import java.nio.channels.WritePendingException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of a connection and its one gate: nobody else writes to the raw end point, a message is never interrupted
 * by another, and an event leaves only while no request is being answered. When requests follow each other without a pause,
 * one event message may leave after each answer.
 *
 * <p>What waits is bounded: one part of an answer, because HTTP gives the next when the one before has been accepted (a
 * second one is refused, as by Jetty's own end points), the end of the output, and the slot of events. What is being written
 * is one such part, or one message of what the slot held.
 *
 * <p>The lock guards what waits and the gate, and is a leaf: no callback, no end point and no encoder is called under it.
 * What is being written is touched only by the iteration, which {@link IteratingCallback} keeps serial.
 */
final class SocketWriter extends IteratingCallback {
    private static final Logger LOG = LoggerFactory.getLogger(SocketWriter.class);
    private static final long NOT_WRITING = Long.MIN_VALUE;

    private final EndPoint raw;
    private final Executor io;
    private final Workers clock;
    private final ListenRequest wishes;
    private final EventReport report;
    private final WakeUp wakeUp;
    private final AtomicBoolean woken = new AtomicBoolean();

    private final Object lock = new Object();
    private final EventSlot events;
    private Optional<OutboundMessage> waiting = Optional.empty();
    private boolean endDue;
    private boolean answering;
    private boolean eventTurn;
    private boolean closed;

    private volatile Outbound outbound = Outbound.PLAIN;
    private volatile OutboundMessage current;
    private volatile long writingSince = NOT_WRITING;

    /** Hears that an event message is about to be written. */
    interface EventReport {
        /**
         * Returns at once.
         *
         * @param events how many it holds
         * @param late nanoseconds since it could have left
         */
        void told(int events, long late);
    }

    SocketWriter(EndPoint raw, Executor io, Workers clock, ListenRequest wishes, EventReport report) {
        this.raw = raw;
        this.io = io;
        this.clock = clock;
        this.wishes = wishes;
        this.report = report;
        this.events = new EventSlot(wishes.coalescing(), wishes.prompt(), clock.nanoTime());
        this.wakeUp = new WakeUp(clock, this::iterateSoon);
    }

    /**
     * Takes a part of an answer; the callback completes when it has been accepted by the network, or failed. It fails at
     * once when another part waits.
     */
    void write(Callback callback, ByteBuffer... buffers) {
        Optional<Throwable> refusal = keep(OutboundMessage.answer(callback, buffers));
        if (refusal.isPresent()) {
            callback.failed(refusal.get());
        } else {
            iterate();
        }
    }

    /** Ends the output after the part that waits; events that wait are dropped. */
    void shutdown() {
        synchronized (lock) {
            events.clear();
            endDue = !closed;
        }
        iterate();
    }

    /** From the next message on, bytes leave through this. Called between messages only. */
    void secure(Outbound sealed) {
        outbound = sealed;
    }

    /** A request has been understood: the gate is closed. */
    void requestBegin() {
        synchronized (lock) {
            answering = true;
        }
    }

    /** The answer has left: the gate is open. */
    void requestEnd() {
        synchronized (lock) {
            answering = false;
            eventTurn = events.dueIn(clock.nanoTime()) <= 0;
        }
        iterate();
    }

    /** The answer is broken, perhaps half of it is on the wire: the gate never opens again. */
    void requestFailed() {
        synchronized (lock) {
            events.clear();
        }
    }

    boolean isAnswering() {
        synchronized (lock) {
            return answering;
        }
    }

    /**
     * Takes an event in, on any thread.
     *
     * @return false, once, when the session has stalled and must be closed
     */
    boolean offer(Event event, EventUrgency urgency) {
        long due;
        synchronized (lock) {
            if (closed) {
                return true;
            }
            long now = clock.nanoTime();
            if (!events.offer(event, urgency, now)) {
                closed = true;
                return false;
            }
            due = answering ? EventSlot.NEVER : events.dueIn(now);
        }
        arrange(due);
        return true;
    }

    void withdraw(CharacteristicId id) {
        synchronized (lock) {
            events.withdraw(id);
        }
    }

    /** Since when the network has not accepted what was given to it, in nanoseconds of the clock; empty when it has. */
    Optional<Long> writingSince() {
        long since = writingSince;
        return since == NOT_WRITING ? Optional.empty() : Optional.of(since);
    }

    /**
     * Gives up the part that waits to be written, and with it the connection. What is being written keeps its callback until
     * nobody touches its buffers any more.
     *
     * @return the callback of the part that waited, not yet completed, if there was one
     */
    Optional<Callback> cancelWrite(Throwable cause) {
        Optional<OutboundMessage> untouched;
        synchronized (lock) {
            untouched = waiting;
            waiting = Optional.empty();
        }
        terminate(cause);
        return untouched.flatMap(OutboundMessage::takeCallback);
    }

    /** Ends everything: what waits is failed, each callback once. */
    void terminate(Throwable cause) {
        synchronized (lock) {
            closed = true;
            events.clear();
        }
        wakeUp.cancel();
        abort(cause == null ? new EofException("closed") : cause);
    }

    @Override
    public InvocationType getInvocationType() {
        OutboundMessage writing = current;
        return writing == null ? InvocationType.NON_BLOCKING : writing.invocationType();
    }

    @Override
    protected Action process() {
        while (current != null || takeNext()) {
            if (current.isEnd()) {
                current = null;
                raw.shutdownOutput();
            } else if (current.isEmpty()) {
                complete();
            } else {
                writingSince = clock.nanoTime();
                raw.write(this, outbound.take(current.buffers()));
                return Action.SCHEDULED;
            }
        }
        return Action.IDLE;
    }

    @Override
    protected void onSuccess() {
        writingSince = NOT_WRITING;
        if (current.isEmpty()) {
            complete();
        }
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
        OutboundMessage broken = current;
        current = null;
        writingSince = NOT_WRITING;
        if (broken != null) {
            broken.fail(cause);
        }
        drain().ifPresent(message -> message.fail(cause));
        raw.close(cause);
    }

    private void complete() {
        OutboundMessage done = current;
        current = null;
        done.succeed();
    }

    /** Keeps the part, or says why not. */
    private Optional<Throwable> keep(OutboundMessage part) {
        synchronized (lock) {
            if (closed) {
                return Optional.of(new EofException("closed"));
            }
            if (waiting.isPresent()) {
                return Optional.of(new WritePendingException());
            }
            waiting = Optional.of(part);
            return Optional.empty();
        }
    }

    private boolean takeNext() {
        List<Event> due;
        long late;
        long wait = EventSlot.NEVER;
        synchronized (lock) {
            boolean open = !answering || eventTurn;
            eventTurn = false;
            due = open ? events.take(clock.nanoTime()) : List.of();
            late = events.late();
            if (due.isEmpty()) {
                current = pollWaiting();
                wait = open ? events.dueIn(clock.nanoTime()) : EventSlot.NEVER;
            }
        }
        if (!due.isEmpty()) {
            current = OutboundMessage.event(encode(due));
            report.told(due.size(), late);
        } else if (current == null) {
            arrange(wait);
        }
        return current != null;
    }

    /** Called under the lock; null when nothing waits. */
    private OutboundMessage pollWaiting() {
        OutboundMessage next = waiting.orElse(null);
        waiting = Optional.empty();
        if (next == null && endDue) {
            endDue = false;
            next = OutboundMessage.end();
        }
        return next;
    }

    private byte[] encode(List<Event> due) {
        try {
            return wishes.encoder().body(due);
        } catch (RuntimeException bug) {
            LOG.error("Closing a session, its events cannot be written", bug);
            throw bug;
        }
    }

    private void arrange(long due) {
        if (due <= 0) {
            iterateSoon();
        } else if (due != EventSlot.NEVER) {
            wakeUp.in(due);
        }
    }

    /** Never on the thread of the caller, who may be the host; and never more than one task in the queue of the pool. */
    private void iterateSoon() {
        if (woken.compareAndSet(false, true)) {
            try {
                io.execute(this::iterateWoken);
            } catch (RejectedExecutionException exhausted) {
                woken.set(false);
                raw.close(exhausted);
            }
        }
    }

    private void iterateWoken() {
        woken.set(false);
        iterate();
    }

    private Optional<OutboundMessage> drain() {
        synchronized (lock) {
            closed = true;
            endDue = false;
            Optional<OutboundMessage> rest = waiting;
            waiting = Optional.empty();
            return rest;
        }
    }
}
