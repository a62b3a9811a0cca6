// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.discovery.InstanceName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Host is never judged and never logged, in plain and in secured sessions, whatever may stand in a header's value. */
class HostTest {
    private static final String PAIR_SETUP = "POST /pair-setup HTTP/1.1\r\n%s"
            + "Content-Length: 6\r\nContent-Type: application/pairing+tlv8\r\n\r\n\0\1\0\6\1\1";
    private static final String ACCESSORIES = "GET /accessories HTTP/1.1\r\n%s\r\n";

    private static final List<String> NAMES = List.of(
            "Latchkey",
            "Blue Barn",
            "Blue Barn 77E2",
            "Blue Barn (2)",
            "Name 2",
            "B\u00fcro",
            "Peter's Hub",
            "Lab V2.0",
            "A\\B",
            "\uD83D\uDE00",
            "\u4e2d".repeat(21),
            "\u041a\u0443\u0445\u043d\u044f");
    private static final List<String> LINES = List.of(
            "Host: 192.168.1.5:8080\r\n",
            "Host: [fe80::1]:8080\r\n",
            "Host: [fe80::1%en0]:1234\r\n",
            "Host: [fe80\r\n",
            "Host: a:b:c\r\n",
            "Host: h:99999\r\n",
            "Host: Br\\195\\188cke._hap._tcp.local\r\n",
            "Host: a, b\r\n",
            "Host: a@b/c?d#e\r\n",
            "Host:\r\n",
            "Host: \r\n",
            "Host: \t \r\n",
            "host: a\r\n",
            "HOST:a\r\n",
            "",
            "Host: a\r\nHost: b\r\n",
            "Host: \r\nHost: \r\n",
            "Host: a\\032b\r\nHost: a\\032b\r\nhost: \u00fc\r\n");

    private final PrintStream console = System.err;
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private TestBridge bridge;

    @BeforeEach
    void start() throws IOException {
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8)); // where the tests' logger writes to
        bridge = new TestBridge();
    }

    @AfterEach
    void stop() {
        bridge.close();
        System.setErr(console);
    }

    static Stream<String> lines() {
        Stream<String> named = NAMES.stream().map(name -> "Host: " + new InstanceName(name).host() + "\r\n");
        return Stream.concat(named, LINES.stream());
    }

    @ParameterizedTest
    @MethodSource("lines")
    void anyHostIsServed(String lines) throws IOException {
        try (HapClient plain = bridge.connect();
                HapClient secured = bridge.secured()) {
            plain.send(utf8(PAIR_SETUP.formatted(lines)));
            assertEquals("POST /pair-setup - \0\1\0\6\1\1", plain.read().text());
            secured.send(utf8(ACCESSORIES.formatted(lines)));
            assertEquals("GET /accessories - ", secured.read().text());
            secured.write(secured.sealed(utf8(PAIR_SETUP.formatted(lines)), 1));
            assertEquals("POST /pair-setup - \0\1\0\6\1\1", secured.read().text());
        }
        assertEquals("", logged.toString(StandardCharsets.UTF_8));
    }

    @Test
    void everyByteThatAValueMayHoldIsServed() throws IOException {
        StringBuilder all = new StringBuilder("Host: \t");
        for (char next = ' '; next < 256; next++) {
            all.append(next == 127 ? ' ' : next);
        }
        try (HapClient client = bridge.connect()) {
            client.send(ACCESSORIES.formatted(all + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            assertEquals("GET /accessories - ", client.read().text());
        }
        assertEquals("", logged.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"My\\032Home:80", "h:99999", "[fe80", ":", "a:b:c"})
    void targetOfATunnelIsNotLogged(String target) throws IOException {
        try (HapClient client = bridge.connect()) {
            client.send(utf8("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n\r\n"));
            assertTrue(client.rest().startsWith("HTTP/1.1 405 "));
        }
        assertEquals("", logged.toString(StandardCharsets.UTF_8));
    }

    @Test
    void endlessHostIsRefused() throws IOException {
        try (HapClient client = bridge.connect()) {
            client.send(utf8(ACCESSORIES.formatted("Host: " + "x".repeat(34 * 1024) + "\r\n")));
            assertTrue(client.rest().startsWith("HTTP/1.1 431 "));
        }
        assertEquals("", logged.toString(StandardCharsets.UTF_8));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
