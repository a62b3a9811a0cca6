// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.pairing;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.transport.Session;
import java.util.Optional;

/**
 * Hears what changes about the trust between a bridge and its controllers, on {@code latchkey-home} where nothing else is
 * said; must not wait.
 */
public interface TrustListener {

    /** Whether anybody is paired, or who the bridge is, has changed: the record on the network must say so at once. */
    void announce();

    /** The first controller has been paired with, or the last one is gone. */
    default void paired(boolean isPaired) {}

    /** A controller is trusted no more: its sessions are to be closed, the one that asked for it after its answer. */
    void removed(ControllerId controller, Optional<Session> initiator);

    /**
     * Somebody wanted to pair or to verify and was refused; on {@code latchkey-crypto}.
     *
     * @param controller who it says that it is, as it was sent; empty where it hasn't said so
     * @param why in plain words
     */
    default void refused(Session session, Optional<ControllerId> controller, String why) {}
}
