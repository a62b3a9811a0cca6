// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.discovery;

import org.osgi.annotation.versioning.ConsumerType;

/** Told what a {@link Browser} sees, on the thread {@code latchkey-mdns}: it must return at once. */
@ConsumerType
public interface BrowseListener {

    /** A record was seen for the first time, with address and text. */
    void found(DiscoveredBridge bridge);

    /** A record that was found has other addresses, another port or another text. */
    void updated(DiscoveredBridge bridge);

    /**
     * A record said goodbye or was not renewed.
     *
     * @param name its instance name
     */
    void lost(String name);
}
