// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The configuration of this bundle, judged.
 *
 * @param interfaces the names of those to use; empty means all that seem to lead to phones
 * @param advertised the addresses to announce in place of our own, one of a family at the most; empty means our own
 */
record DiscoverySettings(Set<String> interfaces, List<InetAddress> advertised) {
    static final DiscoverySettings USUAL = new DiscoverySettings(Set.of(), List.of());

    private static final Pattern ADDRESS = Pattern.compile("[0-9]+(\\.[0-9]+){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final String RIGHT_ADDRESS = "advertise takes the IP address at which phones reach this process,"
            + " such as 192.168.1.2, one IPv4 and one IPv6 address at the most";

    DiscoverySettings {
        interfaces = Set.copyOf(interfaces);
        advertised = List.copyOf(advertised);
    }

    /**
     * Judges a configuration.
     *
     * @throws IllegalArgumentException when a value can't be used, with the key and what would be right, for people
     */
    static DiscoverySettings of(Map<String, ?> properties) {
        return new DiscoverySettings(
                new LinkedHashSet<>(list(properties, "interfaces")), addresses(list(properties, "advertise")));
    }

    private static List<InetAddress> addresses(List<String> texts) {
        List<InetAddress> addresses =
                texts.stream().map(DiscoverySettings::address).toList();
        long ipv4 = addresses.stream().filter(Inet4Address.class::isInstance).count();
        if (ipv4 > 1 || addresses.size() - ipv4 > 1) {
            throw new IllegalArgumentException(RIGHT_ADDRESS);
        }
        return addresses;
    }

    private static InetAddress address(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            throw new IllegalArgumentException(RIGHT_ADDRESS);
        }
        try {
            InetAddress address = InetAddress.getByName(text);
            if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isMulticastAddress()) {
                throw new IllegalArgumentException(RIGHT_ADDRESS);
            }
            return address;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(RIGHT_ADDRESS, e);
        }
    }

    private static List<String> list(Map<String, ?> properties, String key) {
        Object value = properties.get(key);
        return value == null
                ? List.of()
                : Arrays.stream(value.toString().split(","))
                        .map(String::trim)
                        .filter(each -> !each.isEmpty())
                        .toList();
    }
}
