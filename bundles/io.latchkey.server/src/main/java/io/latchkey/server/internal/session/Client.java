// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.session;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Value;
import io.latchkey.api.transport.Session;
import io.latchkey.pairing.PairVerifyState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the bridge knows of one session, from its opening to its close. Safe for all threads.
 */
public final class Client {
    private static final String NOBODY = "transient ";

    private final Session session;
    private final TimedWrites timedWrites = new TimedWrites();
    private final Map<CharacteristicId, OwnWrites> echoes = new HashMap<>();
    private final Set<CharacteristicId> subscriptions = ConcurrentHashMap.newKeySet();
    private volatile PairVerifyState verify = PairVerifyState.idle();
    private volatile boolean transientSession;

    Client(Session session) {
        this.session = session;
    }

    /** The connection. */
    public Session session() {
        return session;
    }

    /** Whether the connection is encrypted. */
    public boolean isSecured() {
        return session.isSecured();
    }

    /** Who is on the other side; empty before pair-verify and on a transient session. */
    public Optional<ControllerId> controller() {
        return transientSession ? Optional.empty() : session.controller();
    }

    /** Whether the session was secured by pair-setup alone and belongs to nobody. */
    public boolean isTransient() {
        return transientSession;
    }

    /**
     * Marks the session as one that belongs to nobody.
     *
     * @return the name under which the transport knows nobody
     */
    public ControllerId becomeTransient() {
        transientSession = true;
        return new ControllerId(NOBODY + session.id());
    }

    /** Where pair-verify stands. */
    public PairVerifyState verify() {
        return verify;
    }

    /** Notes where pair-verify stands. */
    public void verify(PairVerifyState state) {
        verify = state;
    }

    /** What it has subscribed to; kept by {@link Clients}. */
    Set<CharacteristicId> subscriptions() {
        return subscriptions;
    }

    /** The timed writes that this session has announced. */
    public TimedWrites timedWrites() {
        return timedWrites;
    }

    /** Notes that this session is about to write a value, so that it need not hear of it. */
    public synchronized void writing(CharacteristicId id, Value value) {
        echoes.computeIfAbsent(id, none -> new OwnWrites()).writing(value);
    }

    /** Notes that a write failed: whatever becomes of the value now is news. */
    public synchronized void failed(CharacteristicId id, Value value) {
        echoes.get(id).written(value, false);
    }

    /** Notes that a write has ended well. What still waits to be told is older than it, unless something else came since. */
    public synchronized void written(CharacteristicId id, Value value) {
        OwnWrites echo = echoes.get(id);
        echo.written(value, true);
        if (echo.isBelieved(value)) {
            session.withdraw(id);
        }
    }

    /** Notes that the session begins to hear of changes: of those before it knows nothing. */
    synchronized void begins(CharacteristicId id) {
        OwnWrites echo = echoes.get(id);
        if (echo != null) {
            echo.forget();
        }
    }

    /** Tells the session of a value that is no news to others, if it takes what it wrote for the value. */
    synchronized void remind(CharacteristicId id, Value value, EventUrgency urgency) {
        OwnWrites echo = echoes.get(id);
        if (echo != null && echo.isRefutedBy(value)) {
            session.event(id, value, urgency);
        }
    }

    /** Tells the session of a change, unless it is only what this session wrote. */
    synchronized void tell(CharacteristicId id, Value value, EventUrgency urgency) {
        OwnWrites echo = echoes.get(id);
        if (echo == null || !echo.covers(value)) {
            session.event(id, value, urgency);
        }
    }
}
