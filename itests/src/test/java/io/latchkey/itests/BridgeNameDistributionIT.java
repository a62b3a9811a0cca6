// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.latchkey.api.discovery.InstanceName;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.wire.HapWire;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.itests.wire.WireMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The unpacked distribution with a bridge whose name needs all that DNS escapes and more: who wants to pair with it may
 * write what he likes as Host, as Apple's controllers do, and the log says nothing about that.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BridgeNameDistributionIT {
    private static final InstanceName NAME = new InstanceName("Mia's B\u00fcro 2");
    private static final byte[] M1 = {0, 1, 0, 6, 1, 1};
    private static final byte[] M2_BEGINS = {6, 1, 2, 3, (byte) 255};
    private static final int M2_LENGTH = 3 + (2 + 255) + (2 + 129) + (2 + 16);
    private static final Pattern READY = Pattern.compile("is ready on 127\\.0\\.0\\.1:(\\d+)");
    private static final Pattern TROUBLE = Pattern.compile(".*\\| (WARN|ERROR) .*");
    /** The foreign client tries one. */
    private static final Pattern ORDERED = Pattern.compile(".*: a wrong setup code came from .* until it is locked");

    private static final ControllerKeys KEYS = WireClient.newKeys("7C1D2A90-4B6E-4F03-9A55-0E8D3B6F1C22");
    private static KarafProcess karaf;
    private static Path log;
    private static InetSocketAddress address;
    private static ControllerKeys.Peer peer;

    @BeforeAll
    static void start() throws Exception {
        Path folder = Built.fresh("bridge-name");
        Path items = Files.writeString(folder.resolve("items.json"), HomeFile.SMALL);
        String bridge =
                "id = office\nname = Mia's B\\u00fcro 2\nbindAddress = 127.0.0.1\nport = 0\nmdns = false\nsetupCode = "
                        + FrameworkBridge.CODE.text() + "\n";
        karaf = KarafProcess.unpack(
                folder,
                Map.of(
                        "io.latchkey.bridge-office.cfg",
                        bridge,
                        "io.latchkey.host.local.cfg",
                        "file = " + items + "\n"));
        Matcher ready = READY.matcher(karaf.start());
        assertTrue(ready.find());
        address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(ready.group(1)));
        log = folder.resolve("data/log/karaf.log");
    }

    @AfterAll
    static void end() {
        if (karaf != null) {
            karaf.close();
        }
    }

    /** The instance names and other hosts that controllers have been seen with. */
    private static List<String> hosts() {
        Stream<String> escaped = Stream.of(
                        NAME.text(),
                        "Latchkey",
                        "Blue Barn",
                        "Blue Barn 77E2",
                        "Blue Barn (2)",
                        "B\u00fcro",
                        "Peter's Hub",
                        "Lab V2.0",
                        "A\\B",
                        "\uD83D\uDE00",
                        "\u4e2d".repeat(21))
                .map(name -> new InstanceName(name).host());
        return Stream.concat(escaped, Stream.of("192.168.1.5:8080", "[fe80::1]:8080", ""))
                .toList();
    }

    private static List<String> hostLines() {
        Stream<String> once = hosts().stream().map(host -> "Host: " + host + "\r\n");
        return Stream.concat(once, Stream.of("", "Host: a\\032b\r\nHost: c\\032d\r\n"))
                .toList();
    }

    @Test
    @Order(1)
    void pairSetupBeginsWhateverIsWrittenAsHost() throws IOException {
        try (WireClient phone = WireClient.open(NAME, address)) {
            for (String lines : hostLines()) {
                WireMessage m2 = sent(
                        phone,
                        "POST /pair-setup HTTP/1.1\r\n" + lines
                                + "Content-Length: 6\r\nContent-Type: application/pairing+tlv8\r\n\r\n",
                        M1);
                assertEquals(200, m2.status(), lines);
                assertEquals(M2_LENGTH, m2.body().length, lines);
                assertArrayEquals(M2_BEGINS, Arrays.copyOf(m2.body(), M2_BEGINS.length), lines);
            }
            peer = phone.pair(KEYS, FrameworkBridge.CODE);
        }
    }

    @Test
    @Order(2)
    void accessoriesAreListedWhateverIsWrittenAsHost() throws IOException {
        try (WireClient hub = WireClient.verified(NAME, address, KEYS, peer)) {
            String all = hub.get("/accessories").text();
            assertTrue(all.contains("\"" + NAME.text() + "\""), all);
            for (String lines : hostLines()) {
                WireMessage answer = sent(hub, "GET /accessories HTTP/1.1\r\n" + lines + "\r\n", new byte[0]);
                assertEquals(200, answer.status(), lines);
                assertEquals(all, answer.text(), lines);
            }
            hub.remove(KEYS.id());
        }
    }

    @Test
    @Order(3)
    void aForeignControllerPairsWithIt() throws Exception {
        Map<String, JsonObject> steps = ForeignClient.install()
                .run(
                        Map.of(
                                "HOST", address.getAddress().getHostAddress(),
                                "PORT", String.valueOf(address.getPort()),
                                "DEVICE_ID", peer.accessory().text(),
                                "SETUP_CODE", FrameworkBridge.CODE.text(),
                                "ITEM", "Desk Lamp"),
                        Map.of("waiting for the host", () -> tell("latchkey:send DeskLamp ON")));
        assertTrue(steps.containsKey("unpair"), steps.keySet().toString());
    }

    @Test
    @Order(4)
    void theLogIsSilentButForWhatWasOrdered() throws IOException {
        List<String> lines = Files.readAllLines(log);
        assertTrue(lines.stream().anyMatch(line -> line.contains("listening on")), "it is the log of the bridge");
        assertEquals(
                List.of(),
                lines.stream()
                        .filter(line -> TROUBLE.matcher(line).matches())
                        .filter(line -> !ORDERED.matcher(line).matches())
                        .toList());
        for (String part : List.of("_hap._tcp", "\\032", "192.168.1.5", "fe80::1", "\u4e2d", "\uD83D\uDE00")) {
            assertTrue(lines.stream().noneMatch(line -> line.contains(part)), part);
        }
    }

    private static WireMessage sent(WireClient client, String head, byte[] body) throws IOException {
        byte[] bytes = head.getBytes(StandardCharsets.UTF_8);
        byte[] request = Arrays.copyOf(bytes, bytes.length + body.length);
        System.arraycopy(body, 0, request, bytes.length, body.length);
        HapWire wire = client.wire();
        wire.send(request);
        return wire.answer();
    }

    private static void tell(String command) {
        try {
            karaf.console(command);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new AssertionError(ended);
        }
    }
}
