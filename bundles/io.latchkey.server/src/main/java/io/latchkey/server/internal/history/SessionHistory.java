// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.history;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.store.Happening.Kind;
import io.latchkey.api.transport.Session;
import io.latchkey.api.transport.SessionListener;
import io.latchkey.server.internal.session.Client;
import io.latchkey.server.internal.session.Clients;
import java.util.Optional;

/** Notes who verifies and why connections end, and hands all of it on. Called on threads of the transport; never waits. */
public final class SessionHistory implements SessionListener {
    private static final String UNVERIFIED = "without having verified: ";

    private final BridgeHistory history;
    private final Clients clients;
    private final SessionListener next;

    /**
     * Prepares to listen.
     *
     * @param clients know who is behind a session, until the next one has heard that it is closed
     * @param next hears all that this one hears
     */
    public SessionHistory(BridgeHistory history, Clients clients, SessionListener next) {
        this.history = history;
        this.clients = clients;
        this.next = next;
    }

    @Override
    public void opened(Session session) {
        next.opened(session);
    }

    @Override
    public void secured(Session session) {
        next.secured(session);
        who(session).ifPresent(controller -> note(Kind.VERIFIED, session, Optional.of(controller), ""));
    }

    @Override
    public void closed(Session session) {
        Optional<ControllerId> controller = who(session);
        next.closed(session);
        String why = session.ending().orElse("nobody knows why");
        note(Kind.CLOSED, session, controller, controller.isPresent() ? why : UNVERIFIED + why);
    }

    private Optional<ControllerId> who(Session session) {
        return clients.find(session).flatMap(Client::controller);
    }

    private void note(Kind kind, Session session, Optional<ControllerId> controller, String text) {
        history.note(kind, controller, Optional.ofNullable(session.remote().getAddress()), text);
    }
}
