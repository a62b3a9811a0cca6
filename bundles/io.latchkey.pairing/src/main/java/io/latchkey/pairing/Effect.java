// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.transport.SessionKeys;
import java.util.Optional;
import java.util.Set;

/** What the world has to do because of a request. Values only; the caller does it, at the time that each one says. */
public sealed interface Effect {

    /**
     * Keep the number of wrong setup codes for good, before the reply leaves: a restart must not forget it.
     *
     * @param count 0 after a right code
     */
    record FailedAttempts(int count) implements Effect {}

    /**
     * Keep these pairings for good and announce whether there are any, both before the reply leaves. The sessions of the
     * removed controllers are to be closed: those of others at once, the requester's own after its reply has left.
     *
     * @param pairings all that there are now; none means that the bridge is unpaired
     * @param removed the controllers that are trusted no more
     */
    record PairingsChanged(Pairings pairings, Set<ControllerId> removed) implements Effect {
        /** Keeps a copy. */
        public PairingsChanged {
            removed = Set.copyOf(removed);
        }
    }

    /**
     * Secure the connection with these keys once the last byte of the reply has left.
     *
     * @param keys of the session
     * @param controller who has proven itself; empty for a transient session, which belongs to nobody
     */
    record Secured(SessionKeys keys, Optional<ControllerId> controller) implements Effect {}
}
