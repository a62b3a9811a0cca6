// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Value;
import io.latchkey.api.transport.Event;
import io.latchkey.api.transport.Session;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.EndPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection as others see it. Keeps the addresses, which a closed socket no longer tells, and who is on the other side.
 * The monitor only puts the notifications of its beginning and its end in order.
 */
final class HapSession implements Session {
    private static final Logger LOG = LoggerFactory.getLogger(HapSession.class);
    private static final AtomicLong LAST_ID = new AtomicLong();

    private final long id = LAST_ID.incrementAndGet();
    private final Instant openedAt = Instant.now();
    private final HapConnection connection;
    private final EndPoint raw;
    private final HapListener listener;
    private final InetSocketAddress remote;
    private final InetSocketAddress local;
    private volatile long lastActive;
    private volatile Optional<ControllerId> controller = Optional.empty();
    private volatile Optional<Duration> allowedSilence = Optional.empty();
    private volatile Optional<String> ending = Optional.empty();
    private boolean begun;
    private boolean ended;

    HapSession(HapConnection connection, EndPoint raw, HapListener listener) {
        this.connection = connection;
        this.raw = raw;
        this.listener = listener;
        this.remote = (InetSocketAddress) raw.getRemoteSocketAddress();
        this.local = (InetSocketAddress) raw.getLocalSocketAddress();
        active();
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public InetSocketAddress remote() {
        return remote;
    }

    @Override
    public InetSocketAddress local() {
        return local;
    }

    @Override
    public Instant openedAt() {
        return openedAt;
    }

    @Override
    public boolean isSecured() {
        return controller.isPresent();
    }

    @Override
    public Optional<ControllerId> controller() {
        return controller;
    }

    @Override
    public void event(CharacteristicId characteristic, Value value, EventUrgency urgency) {
        if (isSecured() && isOpen() && !connection.writer().offer(new Event(characteristic, value), urgency)) {
            LOG.info("{}: closed, the controller does not read its events", this);
            listener.onIo(() -> close("the controller does not read its events"));
        }
    }

    @Override
    public void withdraw(CharacteristicId characteristic) {
        connection.writer().withdraw(characteristic);
    }

    @Override
    public void allowSilence(Optional<Duration> longest) {
        allowedSilence = longest;
    }

    @Override
    public boolean isOpen() {
        return raw.isOpen();
    }

    @Override
    public Optional<String> ending() {
        return ending;
    }

    @Override
    public void close() {
        close("the bridge has closed it");
    }

    /** Closes it; of several reasons the first one counts. */
    void close(String why) {
        endsBecause(why);
        listener.forget(this);
        raw.close();
    }

    /** Says why it is about to end, for people, unless that is said already. */
    synchronized void endsBecause(String why) {
        if (ending.isEmpty() && !ended) {
            ending = Optional.of(why);
        }
    }

    @Override
    public String toString() {
        return "session " + id + " of " + remote;
    }

    void closeAfterAnswer() {
        connection.closeAfterAnswer();
    }

    void secured(ControllerId verified) {
        controller = Optional.of(verified);
        listener.verified(this);
    }

    /** Something was received, or an answer has left. */
    void active() {
        lastActive = listener.workers().nanoTime();
    }

    /** How long nobody has had anything to do for it. */
    Duration idleFor(long now) {
        return connection.isHandled() ? Duration.ZERO : silentFor(now);
    }

    /** How long nothing was received, and no answer has left. */
    Duration silentFor(long now) {
        return Duration.ofNanos(now - lastActive);
    }

    /** How long it may be idle while it is not secured, if it is longer than others may. */
    Optional<Duration> allowedSilence() {
        return allowedSilence;
    }

    /** How long a request has been under way whose last byte has not come. */
    Duration incompleteFor(long now) {
        return since(connection.requestSince(), now);
    }

    /** The request of it that has waited for an answer for this long, if there is one. */
    Optional<HapExchange> unanswered(Duration time, long now) {
        return connection
                .unanswered()
                .filter(request -> now - request.since() >= time.toNanos())
                .map(HapConnection.Unanswered::exchange);
    }

    /** How long the network has accepted nothing of what waits to be written. */
    Duration stalledFor(long now) {
        return since(connection.writer().writingSince(), now);
    }

    /** Whether we have said our last word and only wait for the other side to hang up. */
    boolean isHalfClosed() {
        return raw.isOutputShutdown();
    }

    synchronized void begin() {
        if (ended) {
            return; // pushed out before it was opened: nobody would ever hear of its end
        }
        begun = true;
        LOG.debug("{}: opened", this);
        listener.notifyOpened(this);
    }

    synchronized void end() {
        endsBecause("the controller has closed it");
        listener.forget(this);
        boolean heardOf = begun && !ended;
        ended = true;
        if (heardOf) {
            LOG.debug("{}: closed", this);
            listener.notifyClosed(this);
        }
    }

    private static Duration since(Optional<Long> then, long now) {
        return then.map(nanos -> Duration.ofNanos(now - nanos)).orElse(Duration.ZERO);
    }
}
