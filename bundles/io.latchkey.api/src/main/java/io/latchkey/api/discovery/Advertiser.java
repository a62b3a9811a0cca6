// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.discovery;

import java.net.InetAddress;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Publishes the records of bridges. Called by bundle {@code server} once a bridge listens; may be called from any thread
 * and never waits: a network that is slow or missing delays the record and nothing else.
 */
@ConsumerType
public interface Advertiser {

    /**
     * Begins to publish.
     *
     * @param what the record
     * @param boundTo the address that the bridge is bound to. The any-local address means all interfaces that are up and
     *     lead to a network, followed when they change; any other, loopback included, means just that one
     * @return the record; close it to take it back
     */
    Advertised advertise(Advertisement what, InetAddress boundTo);
}
