// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses the local addresses to publish on.
 *
 * <p>On an interface one IPv4 and one IPv6 address: two responders of one host name that give different addresses of the
 * same family would take each other for an intruder. An interface that leads to a network which another one already leads
 * to is left out until that one goes: a bridge would be found there twice.
 */
final class Interfaces {

    private Interfaces() {}

    /** The addresses for a bridge that is bound to the given one, as the interfaces are now. */
    static Set<Place> places(InetAddress boundTo) throws IOException {
        try {
            return choose(
                    NetworkInterface.networkInterfaces().map(Interfaces::link).toList(), boundTo);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    static Set<Place> choose(List<Link> links, InetAddress boundTo) {
        return boundTo.isAnyLocalAddress() ? everywhere(links) : just(links, boundTo);
    }

    private static Set<Place> just(List<Link> links, InetAddress address) {
        Set<Place> places = new LinkedHashSet<>();
        for (Link link : links) {
            boolean carries = link.multicast() || link.loopback() && address instanceof Inet4Address;
            if (link.up()
                    && carries
                    && link.networks().stream().anyMatch(it -> it.address().equals(address))) {
                places.add(new Place(address, link.index()));
            }
        }
        return places;
    }

    private static Set<Place> everywhere(List<Link> links) {
        Set<Place> places = new LinkedHashSet<>();
        Set<Network> seen = new HashSet<>();
        for (Link link :
                links.stream().sorted(Comparator.comparingInt(Link::index)).toList()) {
            boolean leadsOut = link.up() && link.multicast() && !link.loopback() && !link.pointToPoint();
            List<Network> own = link.networks().stream()
                    .map(Network::prefix)
                    .filter(it -> !it.isLinkLocal())
                    .toList();
            if (leadsOut && own.stream().noneMatch(seen::contains)) {
                seen.addAll(own);
                places.addAll(oneOfEachFamily(link));
            }
        }
        return places;
    }

    private static List<Place> oneOfEachFamily(Link link) {
        List<Place> places = new ArrayList<>();
        for (boolean ipv4 : new boolean[] {true, false}) {
            link.networks().stream()
                    .filter(it -> it.address() instanceof Inet4Address == ipv4)
                    .min(Comparator.comparing(Network::isLinkLocal))
                    .ifPresent(it -> places.add(new Place(it.address(), link.index())));
        }
        return places;
    }

    private static Link link(NetworkInterface each) {
        try {
            return new Link(
                    each.getIndex(),
                    each.isUp(),
                    each.isLoopback(),
                    each.isPointToPoint(),
                    each.supportsMulticast(),
                    each.getInterfaceAddresses().stream().map(Network::of).toList());
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A local address, and the interface that has it now: when the interface is replaced, so is the place. */
    record Place(InetAddress address, int index) {}

    /** A network interface. */
    record Link(
            int index, boolean up, boolean loopback, boolean pointToPoint, boolean multicast, List<Network> networks) {}

    /** An address with the length of its prefix in bits. */
    record Network(InetAddress address, int length) {

        static Network of(InterfaceAddress each) {
            return new Network(each.getAddress(), each.getNetworkPrefixLength());
        }

        /** The same network with all bits behind the prefix cleared. */
        Network prefix() {
            byte[] bytes = address.getAddress();
            for (int bit = Math.max(length, 0); bit < bytes.length * 8; bit++) {
                bytes[bit / 8] &= (byte) ~(0x80 >> bit % 8);
            }
            try {
                return new Network(InetAddress.getByAddress(bytes), length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean isLinkLocal() {
            return address.isLinkLocalAddress();
        }
    }
}
