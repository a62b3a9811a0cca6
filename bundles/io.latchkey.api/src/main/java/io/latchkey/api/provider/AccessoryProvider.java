// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.provider;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Contributes ready accessories to bridges. A service of this interface is found by every bridge, at any time, also
 * while controllers are connected.
 *
 * <p>The bridge calls {@link #open} on a thread for foreign code. The accessories of a provider that leaves stay in Home,
 * absent, until it is back or somebody prunes them.
 */
@ConsumerType
public interface AccessoryProvider {

    /** Names the provider for ever: the ids of its accessories are stored under it. */
    String id();

    /**
     * Begins to contribute to one bridge.
     *
     * @param bridge for whom
     * @param sink takes the accessories, from any thread, until what this method returned is closed
     * @return ends the contribution; the bridge closes it when the provider or the bridge leaves
     */
    AutoCloseable open(BridgeView bridge, AccessorySink sink);
}
