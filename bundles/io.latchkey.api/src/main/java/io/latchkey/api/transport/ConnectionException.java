// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.transport;

import java.io.IOException;

/** A connection to an accessory could not be made, or has ended before an answer came. */
public final class ConnectionException extends IOException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /**
     * Says why.
     *
     * @param message names the accessory's address; never a key or a message's content
     */
    public ConnectionException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** Why a connection ends. */
    public enum Reason {
        /** Nobody listens there, or the network doesn't lead there. */
        UNREACHABLE,
        /** No connection, or no answer, within its time. */
        TIMED_OUT,
        /** The accessory has closed it. */
        CLOSED_BY_PEER,
        /** {@link Connection#close()} was called, or the transport is stopped. */
        CLOSED,
        /** What came was no answer, no event or no frame of this session. */
        PROTOCOL,
        /** More requests were given to it than it keeps. */
        OVERLOADED
    }
}
