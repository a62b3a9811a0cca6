// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.transport;

import org.osgi.annotation.versioning.ConsumerType;

/** Told what an accessory sends unasked, on a thread of the transport, in the order of the wire: it must return at once. */
@ConsumerType
public interface ConnectionListener {

    /**
     * An event message has come, between answers or before the one that is waited for.
     *
     * @param body as it came, not checked
     */
    void event(byte[] body);

    /**
     * The connection is closed; nothing follows. Called once for every connection that was made.
     *
     * @param cause why
     */
    void closed(ConnectionException cause);
}
