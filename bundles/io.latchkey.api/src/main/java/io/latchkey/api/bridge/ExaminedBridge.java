// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.bridge;

import io.latchkey.api.discovery.Advertisement;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * A bridge as it means to be, for those who look whether it is so.
 *
 * @param status how it is
 * @param wanted where it wants to listen, port 0 while none was picked yet; empty when its configuration can't be used
 * @param record what its record on the network has to say; empty when it isn't to be announced, or not yet
 */
public record ExaminedBridge(BridgeStatus status, Optional<InetSocketAddress> wanted, Optional<Advertisement> record) {

    /** Its stable key. */
    public String id() {
        return status.id();
    }
}
