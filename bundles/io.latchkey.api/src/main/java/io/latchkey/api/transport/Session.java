// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.transport;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Value;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One connection of a controller, from accept to close. Safe for any thread; no method waits for the
 * network. Equality is identity, so a session can be a key.
 */
@ProviderType
public interface Session {

    /** A number that no other session of this run has. */
    long id();

    /** The address of the controller. */
    InetSocketAddress remote();

    /** The address of ours that the controller has connected to. */
    InetSocketAddress local();

    /** When the connection was accepted. */
    Instant openedAt();

    /** Whether the last pair-verify has taken effect, so that everything is encrypted. */
    boolean isSecured();

    /** Who is on the other side; empty until the session is secured. */
    Optional<ControllerId> controller();

    /**
     * Offers an event to this session. It leaves when no request is being handled and its urgency allows; until then a
     * newer value of the same characteristic replaces it, except for {@link EventUrgency#EACH}. Dropped when the session
     * is not secured or closed. A session that lets 64 presses pile up is stalled and is closed.
     *
     * @param id the characteristic, which the controller must have subscribed: that is the caller's promise
     * @param value its new value
     * @param urgency how it travels
     */
    void event(CharacteristicId id, Value value, EventUrgency urgency);

    /** Drops what waits for this characteristic, because the controller has unsubscribed. */
    void withdraw(CharacteristicId id);

    /**
     * Lets this session be silent for longer than strangers may, because somebody has to look for a setup code, for one.
     * Nor is it among the first to be closed then when others need room. Once it is secured it may be silent for ever.
     *
     * @param longest since it was active last; empty takes the permission back
     */
    void allowSilence(Optional<Duration> longest);

    /** Whether the connection is open. */
    boolean isOpen();

    /** Why the connection has ended, for people; empty while it is open. Never what the other side has sent. */
    default Optional<String> ending() {
        return Optional.empty();
    }

    /** Closes the connection at once; what is on its way is lost. May be repeated. */
    void close();
}
