// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.controller;

import org.osgi.annotation.versioning.ConsumerType;

/** Told which accessories are on the network, on the thread {@code latchkey-mdns}: it must return at once. */
@ConsumerType
public interface DiscoveryListener {

    /** An accessory was seen for the first time. */
    void found(DiscoveredAccessory accessory);

    /** An accessory has other addresses, another port or another text. */
    void updated(DiscoveredAccessory accessory);

    /** An accessory said goodbye or was not renewed; as it was seen last. */
    void lost(DiscoveredAccessory accessory);
}
