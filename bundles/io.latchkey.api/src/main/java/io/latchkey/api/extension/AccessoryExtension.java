// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.extension;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Adds characteristics to services of accessories, and services to accessories. A service of this interface is found by every
 * bridge, at any time, also while controllers are connected.
 *
 * <p>What an extension that leaves has added stays in Home with its ids, absent, until the extension is back, or until a
 * person switches the extension off in the configuration of the bridge. The methods are called on threads for code of others,
 * and have three seconds.
 */
@ConsumerType
public interface AccessoryExtension {

    /** Names the extension for ever, such as {@code adaptive-lighting}: what it adds is stored under this name. */
    String id();

    /**
     * Begins to extend the accessories of one bridge.
     *
     * @param bridge what the extension may do there until it is closed
     */
    BridgeExtension open(ExtendedBridge bridge);
}
