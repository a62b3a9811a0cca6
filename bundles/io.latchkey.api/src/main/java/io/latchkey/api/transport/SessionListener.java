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

    /** The connection is closed; nothing of it will be heard any more, but an exchange in work may still be answered. */
    default void closed(Session session) {}
}
