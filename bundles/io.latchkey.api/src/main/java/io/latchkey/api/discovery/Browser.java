// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.discovery;

import java.net.InetAddress;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/** Looks for bridges and accessories on the network, whoever made them. May be called from any thread; never waits. */
@ConsumerType
public interface Browser {

    /**
     * Begins to look.
     *
     * @param on a local address, or the any-local address for all interfaces that lead to a network
     * @param listener told of everything found, until the result is closed
     * @return the search; close it to end it
     */
    Browsing browse(InetAddress on, BrowseListener listener);

    /** A search that is under way. */
    @ProviderType
    interface Browsing extends AutoCloseable {
        /** Ends the search; the listener may still hear of what was under way. Waits 2 s at the most. */
        @Override
        void close();
    }
}
