// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where the configuration of a bridge says that it listens: an address, no name of another machine. Stateless. */
final class ListenAddress {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%\\w+)?|localhost");

    private ListenAddress() {}

    /**
     * Judges port and address.
     *
     * @param usual where a bridge listens whose configuration names no address; empty for all networks
     * @throws RefusedSettingException when one of them can't be used
     */
    static InetSocketAddress of(SettingValues values, Optional<InetAddress> usual) {
        int port = values.number("port", 0, 0, 65_535);
        String text = values.text("bindAddress", "");
        if (text.isEmpty()) {
            return usual.map(address -> new InetSocketAddress(address, port))
                    .orElseGet(() -> new InetSocketAddress(port));
        }
        return literal(text)
                .map(address -> new InetSocketAddress(address, port))
                .orElseThrow(() -> values.wrong(
                        "bindAddress", "takes an IP address of this machine, such as 192.168.1.2, or nothing"));
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return LITERAL.matcher(text).matches() ? Optional.of(InetAddress.getByName(text)) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
