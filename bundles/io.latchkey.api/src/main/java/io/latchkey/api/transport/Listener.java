// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.transport;

import io.latchkey.api.identity.ControllerId;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/** One bound port and the sessions on it. Safe for any thread; no method waits for a peer, except {@link #close()}. */
@ProviderType
public interface Listener extends AutoCloseable {

    /** The address that is bound, with its real port. */
    InetSocketAddress address();

    /** The sessions that are open now, oldest first; a copy. */
    Collection<Session> sessions();

    /**
     * Ends what a removed pairing has left: closes all sessions of the controller at once, but the one that asked for it
     * only after its answer in work has left. Does nothing for sessions of other controllers.
     *
     * @param controller whose pairing was removed
     * @param initiator the session whose request removed it, if it was a request
     */
    void closeSessionsOf(ControllerId controller, Optional<Session> initiator);

    /**
     * Accepts no more connections, closes idle sessions and lets answers in work leave, for at most two seconds; then
     * everything is closed.
     *
     * @return done when the port is free and all sessions are closed; never fails
     */
    CompletionStage<Void> closeGracefully();

    /** Closes the port and all sessions at once; answers in work are lost. May be repeated; never throws. */
    @Override
    void close();
}
