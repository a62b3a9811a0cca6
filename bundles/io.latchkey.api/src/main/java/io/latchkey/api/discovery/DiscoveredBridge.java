// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.discovery;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;

/**
 * A record as it was seen on the network. Nothing in it is checked: anybody on the network can write it.
 *
 * @param name the instance name
 * @param addresses where it can be reached; at least one
 * @param port the TCP port
 * @param text the TXT keys in lower case with their values
 */
public record DiscoveredBridge(String name, List<InetAddress> addresses, int port, Map<String, String> text) {

    /** Keeps copies. */
    public DiscoveredBridge {
        addresses = List.copyOf(addresses);
        text = Map.copyOf(text);
    }
}
