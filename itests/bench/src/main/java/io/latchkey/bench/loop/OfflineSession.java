// SPDX-License-Identifier: EPL-2.0
package io.latchkey.bench.loop;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Value;
import io.latchkey.api.transport.Session;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A verified session that keeps the last event and sends nothing. */
final class OfflineSession implements Session {
    static final ControllerId CONTROLLER = new ControllerId("bench");

    private volatile Value last = Value.NULL;

    Value last() {
        return last;
    }

    @Override
    public long id() {
        return System.identityHashCode(this);
    }

    @Override
    public InetSocketAddress remote() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    }

    @Override
    public InetSocketAddress local() {
        return remote();
    }

    @Override
    public Instant openedAt() {
        return Instant.EPOCH;
    }

    @Override
    public boolean isSecured() {
        return true;
    }

    @Override
    public Optional<ControllerId> controller() {
        return Optional.of(CONTROLLER);
    }

    @Override
    public void event(CharacteristicId characteristic, Value value, EventUrgency urgency) {
        last = value;
    }

    @Override
    public void withdraw(CharacteristicId characteristic) {
        last = Value.NULL;
    }

    @Override
    public void allowSilence(Optional<Duration> longest) {
        // nobody sweeps
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        // there is no wire
    }
}
