// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.network;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A network of IPv4, or a single address. Asks no name server.
 *
 * @param address any address in it
 * @param length how many bits all of its addresses share
 */
record Ipv4Network(InetAddress address, int length) {
    private static final int BITS = 32;
    private static final Pattern TEXT = Pattern.compile("([0-9.]+)(?:/(\\d|[12]\\d|3[0-2]))?");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    /** Reads one such as {@code 192.168.1.2/24}; empty when it is none. */
    static Optional<Ipv4Network> of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int length = matcher.group(2) == null ? BITS : Integer.parseInt(matcher.group(2));
        return address(matcher.group(1)).map(address -> new Ipv4Network(address, length));
    }

    /** Reads an address; empty when it is none. */
    static Optional<InetAddress> address(String text) {
        try {
            return ADDRESS.matcher(text).matches()
                    ? Optional.of(InetAddress.getByName(text)).filter(Inet4Address.class::isInstance)
                    : Optional.empty();
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    /** Whether an address of IPv4 is in it. */
    boolean has(InetAddress other) {
        return prefix(address).equals(prefix(other));
    }

    private BigInteger prefix(InetAddress of) {
        return new BigInteger(1, of.getAddress()).shiftRight(BITS - length);
    }
}
