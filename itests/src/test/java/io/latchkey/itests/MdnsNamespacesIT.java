// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * The distribution on a computer with two interfaces into the network of the house, one into another network, and one that
 * looks like Docker's, seen from these networks with avahi and dig, which are not ours. Needs Linux; fails where namespaces
 * can't be made.
 */
@Timeout(240)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MdnsNamespacesIT {
    private static final String BRIDGE = "bridge";
    private static final String NAME = "Quiet House";
    private static final String INSTANCE = "Quiet\\032House._hap._tcp.local.";
    private static final int FOREIGN_PORT = 4711;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final NetworkNamespaces NAMESPACES = new NetworkNamespaces();
    private static int port;
    private static KarafProcess karaf;
    private static Path folder;
    private static Path services;
    private static AvahiObserver house;
    private static AvahiObserver garden;
    private static AvahiObserver container;

    @BeforeAll
    static void begin() throws IOException, InterruptedException {
        folder = Built.fresh("mdns-namespaces");
        for (String name : List.of(BRIDGE, "house", "garden", "container")) {
            NAMESPACES.add(name);
        }
        cable();
        house = new AvahiObserver(NAMESPACES, "house", "br0", folder);
        garden = new AvahiObserver(NAMESPACES, "garden", "eth0", folder);
        services = Files.createDirectory(folder.resolve("services"));
        NAMESPACES.run("container", "mount", "--bind", services.toString(), "/etc/avahi/services");
        container = new AvahiObserver(NAMESPACES, "container", "eth0", folder);
        port = KarafFolder.freePort();
        Path unpacked = Files.createDirectory(folder.resolve("karaf"));
        karaf = KarafProcess.unpack(
                unpacked,
                Map.of(
                        "io.latchkey.bridge-home.cfg",
                        "id = home\nname = " + NAME + "\nport = " + port + "\n",
                        "io.latchkey.host.local.cfg",
                        "demo = true\n"));
        karaf.within(NAMESPACES.enter(BRIDGE));
    }

    @AfterAll
    static void end() {
        for (AutoCloseable each : new AutoCloseable[] {karaf, house, garden, container, NAMESPACES}) {
            if (each != null) {
                close(each);
            }
        }
    }

    @Test
    @Order(1)
    void eachNetworkOfTheHouseSeesThePlainNameOnceAndContainersNothing() throws Exception {
        karaf.variable("container", "podman");
        karaf.start();
        String host = host();
        awaitSeen(house, record("IPv4", NAME, host, "10.77.1.2"), record("IPv6", NAME, host, linkLocal()));
        awaitSeen(garden, record("IPv4", NAME, host, "10.77.2.2"));
        assertEquals(Set.of(), container.sees());

        assertEquals(List.of("_hap._tcp.local. 120 IN PTR " + INSTANCE), dug(garden, "PTR", "_hap._tcp.local."));
        assertEquals(
                List.of("_hap._tcp.local. 120 IN PTR " + INSTANCE),
                dug(garden, "PTR", "_hap._tcp.local.", "+ednsopt=65002:0102030405060708"),
                "asked as older Apple devices ask");
        assertEquals(List.of(INSTANCE + " 120 IN SRV 0 0 " + port + " " + host + "."), dug(garden, "SRV", INSTANCE));
        assertEquals(List.of(host + ". 120 IN A 10.77.2.2"), dug(garden, "A", host + "."));
        String text = String.join("", dug(garden, "TXT", INSTANCE));
        assertTrue(text.contains("\"sf=1\"") && text.contains("\"pv=1.1\"") && text.contains("\"ff=0\""), text);
        Eventually.until(PATIENCE, "the warning of a container with a network of its own", () -> warnings() == 1);
    }

    @Test
    @Order(2)
    void aPhoneTriesTheAddressesOfBothFamiliesAtOnce() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = Path.of("target", "test-classes").toAbsolutePath().toString();
        String six = linkLocal() + "%br0";
        String printed = NAMESPACES.run(
                "house", java, "-cp", classes, RacingPhone.class.getName(), String.valueOf(port), "10.77.1.2", six);
        assertEquals(
                List.of("10.77.1.2 HTTP/1.1 200 OK", six + " HTTP/1.1 200 OK"),
                printed.lines().toList());
    }

    @Test
    @Order(3)
    void anotherAddressTakesThePlaceOfTheFirstAndChangesNothingElsewhere() throws Exception {
        NAMESPACES.run(BRIDGE, "sh", "-c", "ip addr del 10.77.1.2/24 dev lan0 && ip addr add 10.77.1.4/24 dev lan0");
        String host = host();
        awaitSeen(house, record("IPv4", NAME, host, "10.77.1.4"), record("IPv6", NAME, host, linkLocal()));
        assertEquals(Set.of(record("IPv4", NAME, host, "10.77.2.2")), garden.sees());
        assertEquals(List.of(host + ". 120 IN A 10.77.1.4"), dug(house, "A", host + "."));

        NAMESPACES.run(BRIDGE, "ip", "addr", "add", "fd77::2/64", "dev", "lan0", "nodad");
        NAMESPACES.run(BRIDGE, "ip", "addr", "del", linkLocal() + "/64", "dev", "lan0");
        awaitSeen(house, record("IPv4", NAME, host, "10.77.1.4"), record("IPv6", NAME, host, "fd77::2"));
    }

    @Test
    @Order(4)
    void afterARestartTheHostIsTheSameAndANameThatIsTakenIsLeftToItsOwner() throws Exception {
        String host = host();
        karaf.stop();
        awaitSeen(house);
        awaitSeen(garden);
        Process foreign = house.publish(folder, NAME, FOREIGN_PORT);
        Eventually.until(PATIENCE, "the foreign bridge", () -> !house.sees().isEmpty());
        karaf.start();
        Eventually.until(
                PATIENCE,
                "a name of its own",
                () -> names(garden).stream().anyMatch(name -> name.matches(NAME + " [0-9A-F]{4}")));
        String name = names(garden).iterator().next();
        awaitSeen(garden, record("IPv4", name, host, "10.77.2.2"));
        Eventually.until(PATIENCE, "both in the house", () -> names(house).equals(Set.of(NAME, name)));
        assertTrue(house.sees().contains(record("IPv4", name, host, "10.77.1.4")), "with the host that it had");
        assertEquals(host, host());
        assertTrue(foreign.isAlive());
        assertFalse(names(house).isEmpty());
    }

    @Test
    @Order(5)
    void inAContainerTheAvahiOfItsHostAnnouncesAndNobodyElse() throws Exception {
        Path configuration = karaf.home().resolve("etc/io.latchkey.discovery.cfg");
        Files.writeString(configuration, "avahiServices = " + services + "\n");
        Eventually.until(
                PATIENCE,
                "the record of the container's host",
                () -> names(container).equals(Set.of(NAME)));
        String seen = record("IPv4", NAME, "container.local", "172.17.0.2");
        assertTrue(container.sees().contains(seen), container.sees()::toString);
        String text = String.join("", dug(container, "TXT", INSTANCE));
        assertTrue(text.contains("\"sf=1\"") && text.contains("\"pv=1.1\"") && text.contains("\"ff=0\""), text);
        awaitSeen(garden);
        Eventually.until(PATIENCE, "only the foreign one", () -> names(house).equals(Set.of(NAME)));
        Files.delete(configuration);
        awaitSeen(container);
        Eventually.until(
                PATIENCE, "announced by itself again", () -> names(garden).size() == 1);
    }

    private static void cable() throws IOException, InterruptedException {
        NAMESPACES.run("house", "ip", "link", "add", "br0", "type", "bridge");
        NAMESPACES.run("house", "ip", "link", "set", "br0", "up");
        NAMESPACES.connect(BRIDGE, "lan0", "house", "port0");
        NAMESPACES.connect(BRIDGE, "lan1", "garden", "eth0");
        NAMESPACES.connect(BRIDGE, "lan2", "house", "port2");
        NAMESPACES.connect(BRIDGE, "docker0", "container", "eth0");
        NAMESPACES.run("house", "ip", "link", "set", "port0", "master", "br0");
        NAMESPACES.run("house", "ip", "link", "set", "port2", "master", "br0");
        address("house", "10.77.1.1/24", "br0");
        address("garden", "10.77.2.1/24", "eth0");
        address("container", "172.17.0.2/16", "eth0");
        address(BRIDGE, "10.77.1.2/24", "lan0");
        address(BRIDGE, "10.77.2.2/24", "lan1");
        address(BRIDGE, "10.77.1.3/24", "lan2");
        address(BRIDGE, "172.17.0.1/16", "docker0");
    }

    private static void address(String namespace, String address, String link)
            throws IOException, InterruptedException {
        NAMESPACES.run(namespace, "ip", "addr", "add", address, "dev", link);
    }

    private static String record(String family, String name, String host, String address) {
        return String.join(" ", family, name, host, address, String.valueOf(port));
    }

    private static void awaitSeen(AvahiObserver observer, String... records) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Set<String> seen = observer.sees();
        while (!seen.equals(Set.of(records)) && System.nanoTime() - end < 0) {
            seen = observer.sees();
        }
        assertEquals(Set.of(records), seen);
    }

    /** JmDNS says how much is left of the time to live, and a moment may have passed. */
    private static List<String> dug(AvahiObserver observer, String type, String what, String... options)
            throws IOException, InterruptedException {
        return observer.digs(type, what, options).stream()
                .map(line -> line.replaceFirst(" 119 IN ", " 120 IN "))
                .toList();
    }

    private static Set<String> names(AvahiObserver observer) throws IOException, InterruptedException {
        return observer.sees().stream()
                .map(seen -> seen.replaceAll("^IPv[46] (.*) \\S+ \\S+ \\d+$", "$1"))
                .collect(Collectors.toSet());
    }

    private static String host() throws IOException {
        Path file = karaf.home().resolve("latchkey/host-name");
        Eventually.until(PATIENCE, file.toString(), () -> Files.exists(file));
        return Files.readString(file).strip() + ".local";
    }

    private static String linkLocal() throws IOException, InterruptedException {
        String printed = NAMESPACES.run(BRIDGE, "ip", "-6", "-br", "addr", "show", "dev", "lan0");
        return printed.replaceAll("(?s).*(fe80:\\S+)/64.*", "$1");
    }

    private static long warnings() throws IOException {
        try (var lines = Files.lines(karaf.home().resolve("data/log/karaf.log"))) {
            return lines.filter(line -> line.contains("No phone finds a bridge"))
                    .count();
        }
    }

    private static void close(AutoCloseable each) {
        try {
            each.close();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }
}
