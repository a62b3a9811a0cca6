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
import java.util.Optional;
import java.util.Set;

/**
 * Chooses the local addresses to publish on: those that lead to phones.
 *
 * <p>On an interface one IPv4 address: two responders of one host name that give different addresses of the same family
 * would take each other for an intruder. An interface that leads to a network which another one already leads to is left
 * out until that one goes: a bridge would be found there twice.
 *
 * <p>In the whole process one IPv6 address: the sockets of that family hear what is sent on all interfaces (measured on
 * Java 17 and 25), so a second responder would take the first for an intruder. It is the link-local address, which all
 * devices of the link reach and which stays when the network is numbered anew; on the interface that has no IPv4 address,
 * if there is one, else on the first.
 */
final class Interfaces {

    private Interfaces() {}

    /** The interfaces as they are now. */
    static List<Link> now() throws IOException {
        try {
            return NetworkInterface.networkInterfaces().map(Interfaces::link).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * The addresses for a bridge.
     *
     * @param boundTo what it is bound to
     * @param wanted the names of the interfaces; empty means all that seem to lead to phones
     * @return in the order to open them: up to JmDNS 3.5 a question that is sent to an address alone comes to the socket
     *     that was opened last, and one of IPv6 would pass it over
     */
    static Set<Place> choose(List<Link> links, InetAddress boundTo, Set<String> wanted) {
        return boundTo.isAnyLocalAddress() ? everywhere(links, wanted) : just(links, boundTo);
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

    private static Set<Place> everywhere(List<Link> links, Set<String> wanted) {
        List<Link> usable = oneForEachNetwork(leadingToPhones(links, wanted));
        Set<Place> places = new LinkedHashSet<>();
        usable.stream()
                .sorted(Comparator.comparing(link -> link.best(true).isPresent()))
                .flatMap(link -> link.best(false).stream())
                .findFirst()
                .ifPresent(places::add);
        usable.forEach(link -> link.best(true).ifPresent(places::add));
        return places;
    }

    private static List<Link> leadingToPhones(List<Link> links, Set<String> wanted) {
        List<Link> leading = links.stream()
                .filter(link -> link.up() && link.multicast())
                .filter(link -> wanted.isEmpty() ? link.seemsToLeadToPhones() : wanted.contains(link.name()))
                .toList();
        boolean mayDropUnnumbered = wanted.isEmpty() && leading.stream().anyMatch(Link::isNumbered);
        return leading.stream()
                .filter(link -> link.isNumbered() || !mayDropUnnumbered)
                .toList();
    }

    private static List<Link> oneForEachNetwork(List<Link> links) {
        List<Link> chosen = new ArrayList<>();
        Set<Network> seen = new HashSet<>();
        for (Link link :
                links.stream().sorted(Comparator.comparingInt(Link::index)).toList()) {
            List<Network> own = link.prefixes();
            if (own.stream().noneMatch(seen::contains)) {
                seen.addAll(own);
                chosen.add(link);
            }
        }
        return chosen;
    }

    private static Link link(NetworkInterface each) {
        try {
            return new Link(
                    each.getName(),
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
    record Place(InetAddress address, int index) {

        boolean isIpv4() {
            return address instanceof Inet4Address;
        }
    }

    /** A network interface. */
    record Link(
            String name,
            int index,
            boolean up,
            boolean loopback,
            boolean pointToPoint,
            boolean multicast,
            List<Network> networks) {

        boolean seemsToLeadToPhones() {
            return !loopback && !pointToPoint && !VirtualLinks.isVirtual(name);
        }

        /** Whether it has an address that somebody gave it. */
        boolean isNumbered() {
            return networks.stream().anyMatch(it -> !it.isLinkLocal());
        }

        List<Network> prefixes() {
            return networks.stream()
                    .filter(it -> !it.isLinkLocal())
                    .map(Network::prefix)
                    .toList();
        }

        /** Of IPv4 an address that was given, of IPv6 the link-local one; else what there is. */
        Optional<Place> best(boolean ipv4) {
            return networks.stream()
                    .filter(it -> it.address() instanceof Inet4Address == ipv4)
                    .min(Comparator.comparing(it -> it.isLinkLocal() == ipv4))
                    .map(it -> new Place(it.address(), index));
        }
    }

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
