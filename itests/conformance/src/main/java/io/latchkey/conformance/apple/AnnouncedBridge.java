// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.apple;

import io.latchkey.api.discovery.InstanceName;
import java.net.InetAddress;
import java.util.Map;

/**
 * What the network says of a bridge.
 *
 * @param instance its name, as people read it
 * @param host the name of the computer
 * @param address where that is
 * @param port where it listens
 * @param text such as {@code sf} and {@code c#}
 */
record AnnouncedBridge(InstanceName instance, String host, InetAddress address, int port, Map<String, String> text) {

    /** Whether anybody may pair, as {@code sf} says. */
    boolean isUnpaired() {
        return "1".equals(text.get("sf"));
    }

    /** All but its text, which changes when somebody pairs. */
    String place() {
        return instance.text() + " on " + host + " " + address.getHostAddress() + ":" + port;
    }
}
