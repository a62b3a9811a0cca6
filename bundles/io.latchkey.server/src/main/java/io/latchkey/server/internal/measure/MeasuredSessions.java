// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.measure;

import io.latchkey.api.transport.Session;
import io.latchkey.api.transport.SessionListener;

/** Counts sessions and event messages, and hands all of it on. Called on threads of the transport; never waits. */
public final class MeasuredSessions implements SessionListener {
    private final BridgeCounters counters;
    private final SessionListener next;

    /**
     * Prepares to count.
     *
     * @param next hears all that this one hears
     */
    public MeasuredSessions(BridgeCounters counters, SessionListener next) {
        this.counters = counters;
        this.next = next;
    }

    @Override
    public void opened(Session session) {
        counters.opened();
        next.opened(session);
    }

    @Override
    public void secured(Session session) {
        next.secured(session);
    }

    @Override
    public void told(Session session, int events, long late) {
        counters.told(events, late);
        next.told(session, events, late);
    }

    @Override
    public void closed(Session session) {
        next.closed(session);
    }
}
