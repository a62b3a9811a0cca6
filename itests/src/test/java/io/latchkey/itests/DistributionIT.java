// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.tools.attach.VirtualMachine;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.wire.Accessories;
import io.latchkey.itests.wire.WireClient;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The unpacked distribution through one life: greeted, asked, configured in a browser, restarted, stopped. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DistributionIT {
    private static final String ON = "25";
    private static final String FACTORY = FelixRuntime.BRIDGE;
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Pattern READY = Pattern.compile(
            "Bridge \"Smoke\" is ready on 127\\.0\\.0\\.1:(\\d+) \\((setup code (\\d{3}-\\d{2}-\\d{3})|paired with 1 controllers)\\)");

    private static final ControllerKeys KEYS = WireClient.newKeys("smoke");
    private static KarafProcess karaf;
    private static Matcher greeting;
    private static String greeted;
    private static ControllerKeys.Peer peer;

    @BeforeAll
    static void start() throws Exception {
        Path folder = Built.fresh("distribution");
        Path items = Files.writeString(folder.resolve("items.json"), HomeFile.SMALL);
        karaf = KarafProcess.unpack(
                folder,
                Map.of(
                        "io.latchkey.bridge-smoke.cfg",
                        "id = smoke\nname = Smoke\nbindAddress = 127.0.0.1\nport = 0\n",
                        "io.latchkey.host.local.cfg",
                        "file = " + items + "\n"));
        greeted = karaf.start();
        greeting = readyLine(greeted);
        peer = WireClient.pair(address(), KEYS, SetupCode.of(greeting.group(3)));
    }

    @AfterAll
    static void end() {
        if (karaf != null) {
            karaf.close();
        }
    }

    @Test
    @Order(1)
    void greetsWithCodeQrAndReadyLine() {
        assertTrue(greeted.contains("Setup code: " + greeting.group(3)), greeted);
        assertTrue(
                greeted.lines()
                                .filter(line -> line.contains("\u2588\u2588\u2588\u2588"))
                                .count()
                        > 10,
                "a QR code");
        assertTrue(greeted.stripTrailing().endsWith("Add --lan to pair an iPhone"), greeted);
    }

    @Test
    @Order(2)
    void allFeaturesAndBundlesAreActive() throws Exception {
        String features = karaf.console("feature:list -i --no-format");
        assertTrue(features.contains("latchkey") && features.contains("latchkey-webconsole"), features);
        String bundles = karaf.console("bundle:list -t 0 -s --no-format");
        for (Part part : Part.of(Part.HOST_LOCAL)) {
            assertTrue(
                    bundles.lines().anyMatch(line -> line.contains(part.bundle()) && line.contains("Active")),
                    part.bundle() + " in " + bundles);
        }
    }

    @Test
    @Order(2)
    void listensOnThisComputerOnlyWebConsoleIncluded() throws Exception {
        Set<InetSocketAddress> listening = karaf.listening();
        assertEquals(
                List.of(),
                listening.stream()
                        .filter(socket -> !socket.getAddress().isLoopbackAddress())
                        .toList());
        assertEquals(6, listening.size(), "bridge, console, SSH, two of JMX and the one that stops it: " + listening);
    }

    @Test
    @Order(3)
    void consoleCommandsShowTheBridgeAndMoveTheHome() throws Exception {
        assertTrue(karaf.console("latchkey:bridges").contains("Smoke"));
        assertTrue(karaf.console("latchkey:accessories").contains("Desk Lamp"));
        assertTrue(karaf.console("latchkey:pairings").contains("smoke"));
        try (WireClient session = WireClient.verified(address(), KEYS, peer)) {
            String lamp = Accessories.find(session.accessories(), "Desk Lamp", ON);
            session.put(lamp, "ev", "true");
            assertTrue(karaf.console("latchkey:sessions").contains("smoke"));
            karaf.console("latchkey:send DeskLamp ON");
            assertTrue(session.event(SOON).isPresent(), "what the console sends is heard");
        }
        assertTrue(karaf.console("latchkey:items").contains("DeskLamp"));
        assertTrue(karaf.console("latchkey:send NoLamp ON").contains("NoLamp"), "a refusal names what is wrong");
    }

    @Test
    @Order(4)
    void aSecondBridgeIsMadeChangedAndRemovedInTheBrowser() throws Exception {
        WebConsole console = karaf.webConsole();
        try (WireClient session = WireClient.verified(address(), KEYS, peer)) {
            Map<String, String> typed = Map.of("id", "garage", "name", "Garage", "bindAddress", "127.0.0.1");
            assertEquals(302, console.create(FACTORY, typed).statusCode());
            Eventually.until(SOON, "it to be ready", () -> bridges().contains("Garage"));
            String pid = console.named("Garage").orElseThrow(() -> new AssertionError("the list names it"));
            assertTrue(karaf.console("latchkey:qr garage").contains("\u2588\u2588\u2588\u2588"), "a QR code");
            assertEquals(302, console.change(pid, Map.of("name", "Carport")).statusCode());
            Eventually.until(SOON, "its new name", () -> bridges().contains("Carport"));
            assertTrue(console.named("Carport").isPresent(), "the list names it anew");
            assertTrue(console.named("Smoke").isPresent(), "the list names the first too");
            console.delete(pid);
            Eventually.until(SOON, "it to be gone", () -> !bridges().contains("Carport"));
            assertEquals(200, session.get("/accessories").status(), "the first one's session is untouched");
        }
    }

    @Test
    @Order(5)
    void aWrongValueIsRefusedWithAMessage() throws Exception {
        WebConsole console = karaf.webConsole();
        HttpResponse<String> answer =
                console.create(FACTORY, Map.of("id", "attic", "name", "Attic", "setupCode", "12345678"));
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("a setup code has the form XXX-XX-XXX"), answer.body());
        String pid = console.named("Smoke").orElseThrow();
        assertEquals(400, console.change(pid, Map.of("port", "70000")).statusCode());
        assertEquals(Optional.empty(), console.named("Attic"));
        assertTrue(bridges().contains("127.0.0.1:" + greeting.group(1)), "the first bridge goes on as it was");
    }

    @Test
    @Order(5)
    void anotherProcessReadsTheMeasures() throws Exception {
        ObjectName bean = new ObjectName("io.latchkey:type=Bridge,name=smoke");
        VirtualMachine machine = VirtualMachine.attach(String.valueOf(karaf.pid()));
        try (JMXConnector jmx = JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
                WireClient session = WireClient.verified(address(), KEYS, peer)) {
            assertEquals(200, session.get("/accessories").status());
            MBeanServerConnection server = jmx.getMBeanServerConnection();
            assertEquals("READY", server.getAttribute(bean, "State"));
            assertEquals(1, server.getAttribute(bean, "Controllers"));
            assertEquals(1, server.getAttribute(bean, "VerifiedSessions"));
            TabularData requests = (TabularData) server.getAttribute(bean, "Requests");
            assertTrue(requests.containsKey(new Object[] {"accessories"}), requests::toString);
        } finally {
            machine.detach();
        }
    }

    @Test
    @Order(6)
    void aRestartNeedsNoNewPairing() throws Exception {
        assertEquals(0, karaf.stop());
        int port = address().getPort();
        String again = karaf.start();
        greeting = readyLine(again);
        assertEquals("paired with 1 controllers", greeting.group(2));
        assertFalse(again.contains("\u2588\u2588"), "no QR code for a paired bridge");
        assertEquals(port, address().getPort());
        try (WireClient session = WireClient.verified(address(), KEYS, peer)) {
            assertEquals(200, session.get("/accessories").status());
        }
    }

    @Test
    @Order(7)
    void stopsWhenAsked() throws Exception {
        assertEquals(0, karaf.stop());
    }

    private static Matcher readyLine(String output) {
        Matcher matcher = READY.matcher(output);
        assertTrue(matcher.find(), output);
        return matcher;
    }

    private static InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(greeting.group(1)));
    }

    private static String bridges() throws Exception {
        return karaf.console("latchkey:bridges");
    }

    /** The PID of the bridge whose name the list shows. */
}
