// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.link;

import io.latchkey.api.identity.DeviceId;
import java.net.InetSocketAddress;

/** How accessories are called in messages. */
public final class PeerNames {
    private PeerNames() {}

    /**
     * Refuses an address that nothing can be connected to.
     *
     * @throws IllegalArgumentException when it is unresolved or has no port
     */
    public static void requireReachable(InetSocketAddress address) {
        if (address.isUnresolved() || address.getPort() == 0) {
            throw new IllegalArgumentException("no address of an accessory: " + address);
        }
    }

    /** One that is known by its address alone. */
    public static String name(InetSocketAddress address) {
        String host = address.getHostString();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + address.getPort();
    }

    /** One that is paired. */
    public static String name(DeviceId accessory, InetSocketAddress address) {
        return accessory + " at " + name(address);
    }
}
