// SPDX-License-Identifier: EPL-2.0
package io.latchkey.transport.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Who has a port: a real process, this one, and what the kernel tells of processes of others. */
class PortHolderTest {
    private static final String TABLE = """
              sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
               0: 0100007F:2378 00000000:0000 0A 00000000:00000000 00:00000000 00000000   998        0 4711 1 0
               1: 0100007F:2379 0100007F:2378 01 00000000:00000000 00:00000000 00000000   998        0 4712 1 0
            """;

    @TempDir
    Path proc;

    @Test
    @EnabledOnOs(OS.LINUX)
    void portOfThisProcessIsItsOwn() throws IOException {
        try (ServerSocket own = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertTrue(new PortHolder().of(own.getLocalPort()).startsWith("this program itself"));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void portOfAnotherProcessIsNamedWithNumberAndName() throws Exception {
        Path source = Files.writeString(proc.resolve("Squatter.java"), """
                public class Squatter {
                    public static void main(String[] none) throws Exception {
                        var socket = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress());
                        System.out.println(socket.getLocalPort());
                        System.in.read();
                    }
                }
                """);
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process squatter = new ProcessBuilder(java.toString(), source.toString()).start();
        try (BufferedReader output = squatter.inputReader()) {
            int port = Integer.parseInt(output.readLine());
            assertEquals("another program: process " + squatter.pid() + " (java)", new PortHolder().of(port));
        } finally {
            squatter.destroyForcibly().waitFor();
        }
    }

    @Test
    void processThatIsHiddenIsToldByItsUserAndAnOpenConnectionHoldsNoPort() throws IOException {
        Files.createDirectories(proc.resolve("net"));
        Files.writeString(proc.resolve("net").resolve("tcp"), TABLE);
        PortHolder holder = new PortHolder(proc, 1);
        assertEquals("another program, of the user with the number 998", holder.of(9080));
        assertEquals("another program", holder.of(9081));
    }

    @Test
    void nameThatDrawsIsShownByNumbers() throws IOException {
        Files.createDirectories(proc.resolve("net"));
        Files.writeString(proc.resolve("net").resolve("tcp"), TABLE);
        Path process =
                Files.createDirectories(proc.resolve("812").resolve("fd")).getParent();
        Files.createSymbolicLink(process.resolve("fd").resolve("3"), Path.of("socket:[4711]"));
        Files.write(process.resolve("comm"), List.of("node\u001b[2J"));
        assertEquals("another program: process 812 (node\\u{1b}[2J)", new PortHolder(proc, 1).of(9080));
    }
}
