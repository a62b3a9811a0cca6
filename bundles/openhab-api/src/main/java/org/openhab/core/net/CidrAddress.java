// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.net;

import java.net.InetAddress;

/** An address and the length of its network. */
public class CidrAddress {
    private final InetAddress address;
    private final short prefix;

    public CidrAddress(InetAddress address, short networkPrefixLength) {
        this.address = address;
        this.prefix = networkPrefixLength;
    }

    public int getPrefix() {
        return prefix;
    }

    public InetAddress getAddress() {
        return address;
    }
}
