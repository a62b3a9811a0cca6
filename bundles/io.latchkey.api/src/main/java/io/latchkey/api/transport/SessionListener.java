// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.transport;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears of sessions that come and go: exactly one {@link #opened} and then exactly one {@link #closed} for each, and
 * {@link #secured} between them. Called on transport's threads, or on the thread that closed the session; it must neither
 * block nor throw. Requests are heard by the {@link ExchangeHandler}.
 */
@ConsumerType
public interface SessionListener {

    /** A connection was accepted; no request of it has been read yet. */
    default void opened(Session session) {}

    /**
     * The connection is encrypted from now on, and belongs to a controller. Where that controller's pairing was removed while
     * the last plain answer was on its way, this is the moment to close it.
     */
    default void secured(Session session) {}

    /**
     * An event message leaves. It could have left earlier where a request had no answer yet, or where the controller took
     * nothing.
     *
     * @param events how many it holds, 1 at least
     * @param late nanoseconds since it could have left by its urgency, 0 or more
     */
    default void told(Session session, int events, long late) {}

    /** The connection is closed; nothing of it will be heard any more, but an exchange in work may still be answered. */
    default void closed(Session session) {}
}
