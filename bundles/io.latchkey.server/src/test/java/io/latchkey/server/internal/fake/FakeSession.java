// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.fake;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Value;
import io.latchkey.api.transport.Event;
import io.latchkey.api.transport.Session;
import io.latchkey.api.transport.SessionKeys;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A connection without a wire: remembers what was done to it. */
public final class FakeSession implements Session {
    private static final AtomicLong IDS = new AtomicLong();

    private final long id = IDS.incrementAndGet();
    private final Consumer<FakeSession> whenClosed;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<EventUrgency> urgencies = new CopyOnWriteArrayList<>();
    private final List<CharacteristicId> withdrawn = new CopyOnWriteArrayList<>();
    private volatile Optional<ControllerId> controller = Optional.empty();
    private volatile Optional<SessionKeys> keys = Optional.empty();
    private volatile Runnable whenOffered = () -> {};
    private volatile Optional<Duration> allowedSilence = Optional.empty();
    private volatile boolean open = true;

    FakeSession(Consumer<FakeSession> whenClosed) {
        this.whenClosed = whenClosed;
    }

    /** Makes it a secured session of that controller, as pair-verify would. */
    public void secure(ControllerId who) {
        controller = Optional.of(who);
    }

    void secure(SessionKeys with, ControllerId who) {
        keys = Optional.of(with);
        secure(who);
    }

    /** The events that were offered, and cleared by this look at them. */
    public List<Event> takeEvents() {
        List<Event> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    /** Does something in the middle of each offer of an event. */
    public void whenOffered(Runnable action) {
        whenOffered = action;
    }

    /** How the events travelled. */
    public List<EventUrgency> urgencies() {
        return urgencies;
    }

    /** What was withdrawn. */
    public List<CharacteristicId> withdrawn() {
        return withdrawn;
    }

    /** The keys that it was secured with. */
    public Optional<SessionKeys> keys() {
        return keys;
    }

    /** How long it may be silent. */
    public Optional<Duration> allowedSilence() {
        return allowedSilence;
    }

    @Override
    public void allowSilence(Optional<Duration> longest) {
        allowedSilence = longest;
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public InetSocketAddress remote() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 50_000);
    }

    @Override
    public InetSocketAddress local() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 20_000);
    }

    @Override
    public Instant openedAt() {
        return Instant.EPOCH;
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
        whenOffered.run();
        events.add(new Event(characteristic, value));
        urgencies.add(urgency);
    }

    @Override
    public void withdraw(CharacteristicId characteristic) {
        withdrawn.add(characteristic);
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            whenClosed.accept(this);
        }
    }
}
