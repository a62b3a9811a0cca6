// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import java.net.InetAddress;
import java.util.Map;
import java.util.Set;

/**
 * The record of a bridge or accessory as an examination has heard it. Anybody on the network can write it.
 *
 * @param name its instance name
 * @param port the port that it names
 * @param text its keys in lower case
 * @param addresses that it names
 * @param isOurs whether it came from an address of this machine
 * @param from where it came from
 */
record HeardRecord(
        String name, int port, Map<String, String> text, Set<InetAddress> addresses, boolean isOurs, InetAddress from) {

    /** Keeps copies. */
    HeardRecord {
        text = Map.copyOf(text);
        addresses = Set.copyOf(addresses);
    }

    /** The Device ID that it names; empty text when it names none. */
    String id() {
        return text.getOrDefault("id", "");
    }
}
