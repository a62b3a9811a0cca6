// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.discovery.internal.Interfaces.Link;
import io.latchkey.discovery.internal.Interfaces.Network;
import io.latchkey.discovery.internal.Interfaces.Place;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Records go where phones are, once for each network. */
class InterfacesTest {
    private static final Link LOOPBACK = link(1, true, true, false, false, "127.0.0.1/8", "::1/128");
    private static final Link WIRE =
            link(2, true, false, false, true, "192.0.2.2/24", "192.0.2.9/24", "fe80::1/64", "fd00::2/64");

    @Test
    void anyLocalMeansIpv4OnEveryNetworkAndTheLinkLocalIpv6OfOne() {
        Link other = link(3, true, false, false, true, "198.51.100.7/24", "fe80::2/64");
        assertEquals(
                Set.of(place("192.0.2.2", 2), place("198.51.100.7", 3), place("fe80::1", 2)),
                everywhere(LOOPBACK, WIRE, other));
    }

    @Test
    void ipv6GoesWhereThereIsNoIpv4() {
        Link other = link(3, true, false, false, true, "fd01::7/64", "fe80::2/64");
        assertEquals(Set.of(place("192.0.2.2", 2), place("fe80::2", 3)), everywhere(LOOPBACK, WIRE, other));
        assertEquals(
                Set.of(place("fd01::7", 4)),
                everywhere(LOOPBACK, link(4, true, false, false, true, "fd01::7/64")),
                "where there is no link-local one");
    }

    @Test
    void interfacesThatLeadNowhereAreLeftOut() {
        Link down = link(3, false, false, false, true, "198.51.100.1/24");
        Link tunnel = link(4, true, false, true, true, "198.51.100.2/24");
        Link deaf = link(5, true, false, false, false, "198.51.100.3/24");
        assertEquals(Set.of(), everywhere(LOOPBACK, down, tunnel, deaf));
    }

    @Test
    void containersAndVirtualMachinesAreLeftOutEvenBeforeTheNetworkOfTheHouse() {
        Link docker = named("docker0", 1, "172.17.0.1/16", "fe80::d/64");
        Link network = named("br-0a1b2c3d4e5f", 3, "172.18.0.1/16");
        Link container = named("veth12ab34c", 4, "fe80::c/64");
        Link machines = named("virbr0", 5, "192.168.122.1/24");
        assertEquals(
                Set.of(place("192.0.2.2", 2), place("fe80::1", 2)),
                everywhere(docker, WIRE, network, container, machines));
    }

    @Test
    void aLinkLocalAddressAloneCountsOnlyWhereThereIsNothingElse() {
        Link unnumbered = named("eth9", 1, "fe80::9/64");
        Link selfNumbered = named("eth8", 3, "169.254.3.4/16");
        assertEquals(Set.of(place("192.0.2.2", 2), place("fe80::1", 2)), everywhere(unnumbered, WIRE, selfNumbered));
        assertEquals(Set.of(place("169.254.3.4", 3), place("fe80::9", 1)), everywhere(unnumbered, selfNumbered));
    }

    @Test
    void namesThatAreConfiguredAreUsedWhateverTheyAre() {
        Link docker = named("docker0", 1, "172.17.0.1/16");
        Link unnumbered = named("eth9", 4, "fe80::9/64");
        Link tunnel = link("wg0", 5, true, false, true, true, "10.8.0.1/24");
        assertEquals(
                Set.of(place("172.17.0.1", 1), place("fe80::9", 4), place("10.8.0.1", 5)),
                Interfaces.choose(
                        List.of(docker, WIRE, unnumbered, tunnel),
                        address("0.0.0.0"),
                        Set.of("docker0", "eth9", "wg0", "eth77")));
    }

    @Test
    void aSecondInterfaceOfTheSameNetworkWaitsUntilTheFirstGoes() {
        Link wireless = link(3, true, false, false, true, "192.0.2.3/24", "fe80::3/64");
        assertEquals(Set.of(place("192.0.2.2", 2), place("fe80::1", 2)), everywhere(wireless, WIRE));
        assertEquals(Set.of(place("192.0.2.3", 3), place("fe80::3", 3)), everywhere(wireless));
    }

    @Test
    void anInterfaceThatIsReplacedIsAnotherPlace() {
        Link before = link(3, true, false, false, true, "198.51.100.7/24");
        Link after = link(4, true, false, false, true, "198.51.100.7/24");
        assertTrue(everywhere(before).stream().noneMatch(everywhere(after)::contains));
    }

    @Test
    void aSingleAddressMeansJustThatWhileItIsThere() {
        assertEquals(Set.of(place("192.0.2.9", 2)), chosen("192.0.2.9", LOOPBACK, WIRE));
        assertEquals(Set.of(), chosen("192.0.2.10", LOOPBACK, WIRE));
    }

    @Test
    void loopbackCarriesIpv4AlsoWhereItIsNotMarkedForMulticast() {
        assertEquals(Set.of(place("127.0.0.1", 1)), chosen("127.0.0.1", LOOPBACK, WIRE));
        assertEquals(Set.of(), chosen("::1", LOOPBACK, WIRE));
        assertEquals(Set.of(place("::1", 1)), chosen("::1", link(1, true, true, false, true, "::1/128")));
    }

    @Test
    void theInterfacesOfThisMachineCanBeRead() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        Set<Place> places = Interfaces.choose(Interfaces.now(), loopback, Set.of());
        assertEquals(1, places.size());
        assertEquals(loopback, places.iterator().next().address());
    }

    private static Set<Place> everywhere(Link... links) {
        return Interfaces.choose(List.of(links), address("0.0.0.0"), Set.of());
    }

    private static Set<Place> chosen(String boundTo, Link... links) {
        return Interfaces.choose(List.of(links), address(boundTo), Set.of());
    }

    private static Place place(String address, int index) {
        return new Place(address(address), index);
    }

    private static Link named(String name, int index, String... networks) {
        return link(name, index, true, false, false, true, networks);
    }

    private static Link link(
            int index, boolean up, boolean loopback, boolean pointToPoint, boolean multicast, String... networks) {
        return link("eth" + index, index, up, loopback, pointToPoint, multicast, networks);
    }

    private static Link link(
            String name,
            int index,
            boolean up,
            boolean loopback,
            boolean pointToPoint,
            boolean multicast,
            String... networks) {
        List<Network> list = new ArrayList<>();
        for (String network : networks) {
            String[] parts = network.split("/");
            list.add(new Network(address(parts[0]), Integer.parseInt(parts[1])));
        }
        return new Link(name, index, up, loopback, pointToPoint, multicast, list);
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
