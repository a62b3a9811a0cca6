// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.session;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.Value;
import io.latchkey.api.transport.Session;
import io.latchkey.pairing.PairVerifyState;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the bridge knows of one session, from its opening to its close. Safe for all threads.
 */
public final class Client {
    private static final String NOBODY = "transient ";

    private final Session session;
    private final TimedWrite timedWrite = new TimedWrite();
    private final Map<CharacteristicId, Value> written = new ConcurrentHashMap<>();
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

    /** The timed write that this session has announced. */
    public TimedWrite timedWrite() {
        return timedWrite;
    }

    /** Notes that this session is about to write a value, so that it need not hear of it. */
    public void writing(CharacteristicId id, Value value) {
        written.put(id, value);
    }

    /** Notes that a write failed: whatever becomes of the value now is news. */
    public void failed(CharacteristicId id, Value value) {
        written.remove(id, value);
    }

    /** Whether a change is only what this session wrote; another value makes it forget what it wrote. */
    boolean isEcho(CharacteristicId id, Value value) {
        Value wrote = written.get(id);
        if (wrote != null && !wrote.equals(value)) {
            written.remove(id, wrote);
        }
        return value.equals(wrote);
    }
}
