// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is said when the suite can't begin. */
class MainTest {
    private static final String CODE = "518-26-305";
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @AfterEach
    void forget() {
        System.clearProperty(RemoteTarget.ADDRESS);
        System.clearProperty(RemoteTarget.CODE);
    }

    @Test
    void argumentsAreNeeded() {
        assertMisuse("give HOST:PORT and the setup code");
        assertMisuse("give HOST:PORT and the setup code", "localhost:1", CODE, "more");
    }

    @Test
    void addressHasAPort() {
        assertMisuse("give HOST:PORT", "localhost:many", CODE);
        assertMisuse("HOST:PORT", "localhost", CODE);
    }

    @Test
    void setupCodeHasItsForm() {
        assertMisuse("localhost:1 can't be tested", "localhost:1", "12345678");
    }

    @Test
    void serverMustBeThere() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertMisuse("127.0.0.1:" + free + " can't be tested", "127.0.0.1:" + free, CODE);
    }

    private void assertMisuse(String said, String... arguments) {
        assertEquals(2, new ConformanceMain(new PrintStream(out, true, StandardCharsets.UTF_8)).run(arguments));
        String all = out.toString(StandardCharsets.UTF_8);
        assertTrue(all.contains(said), all);
    }
}
