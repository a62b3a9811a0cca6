// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.backup;

import static io.latchkey.store.internal.backup.BackupSamples.identity;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import io.latchkey.api.verb.VerbResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** The settings of a bridge come along, but for what can't be right here; and it is looked for where it was last. */
class SettingsRestoreTest extends BackupRig {
    private static final String CODE = "518-08-582";
    private static final String OTHER_CODE = "831-77-204";
    private static final String FILE = "felix.fileinstall.filename";

    private void configuredThen() {
        configurations.put("home", Map.of("id", "home", "name", "Old", "port", port, "setupCode", CODE, "mdns", false));
        saved();
    }

    @Test
    void aBridgeHasTheNamePortAndCodeThatItHad() {
        configuredThen();
        configurations.put("home", Map.of("id", "home", "name", "New", "selection", "tag:Light"));
        Map<String, Object> before = configurations.of("home");
        String shown = restore(fresh, file.toString()).toString();
        assertTrue(shown.contains("its settings get name = Old, here New."), shown);
        assertTrue(shown.contains("selection = nothing, here tag:Light."), shown);
        assertTrue(shown.contains("setupCode = (hidden), here nothing."), shown);
        assertFalse(shown.contains(CODE), shown);
        assertEquals(before, configurations.of("home"), "looking changes nothing");
        VerbResult done = restore(fresh, file.toString(), "--apply");
        assertStatus(0, done);
        assertFalse(done.toString().contains(CODE), done.toString());
        Map<String, Object> after = configurations.of("home");
        assertEquals(
                List.of("Old", Integer.toString(port), CODE),
                List.of(after.get("name"), after.get("port"), after.get("setupCode")));
        assertNull(after.get("selection"));
        assertEquals(before.get(FILE), after.get(FILE), "what reads the file writes it");
        assertStatus(0, restore(fresh, "--rollback", "home"));
        assertEquals(before, configurations.of("home"));
        assertEquals(List.of(), fresh.due());
    }

    @Test
    void aBridgeThatNoConfigurationNamesGetsOneAndLosesItWithTheRollback() {
        configuredThen();
        configurations.remove("home");
        assertTrue(restore(fresh, file.toString()).toString().contains("one is made with the settings of the backup"));
        assertStatus(0, restore(fresh, file.toString(), "--apply"));
        assertEquals("Old", configurations.of("home").get("name"));
        assertStatus(0, restore(fresh, "--rollback", "home"));
        assertEquals(Map.of(), configurations.of("home"));
        assertEquals(BridgeMemory.EMPTY, fresh.load("home"));
    }

    @Test
    void theSameBridgeKeepsTheCodeThatItHasNow() {
        configuredThen();
        configurations.put("home", Map.of("id", "home", "name", "Old", "port", port, "setupCode", OTHER_CODE));
        assertStatus(0, restore(old, file.toString(), "--apply"));
        assertEquals(OTHER_CODE, configurations.of("home").get("setupCode"));
        assertEquals("false", configurations.of("home").get("mdns"));
        int updates = configurations.updates();
        assertStatus(0, restore(old, file.toString(), "--apply"));
        assertEquals(updates, configurations.updates(), "what says so already is not written");
    }

    @Test
    void anAddressOfTheOldComputerStaysThereAndIsTold() {
        configurations.put("home", Map.of("id", "home", "bindAddress", "192.0.2.7", "port", port));
        saved();
        configurations.put("home", Map.of("id", "home", "bindAddress", "127.0.0.1"));
        VerbResult done = restore(fresh, file.toString(), "--apply", "--new-port");
        assertStatus(0, done);
        assertTrue(done.toString().contains("it listened on 192.0.2.7 alone"), done.toString());
        assertEquals("127.0.0.1", configurations.of("home").get("bindAddress"));
        assertNull(configurations.of("home").get("port"), "a new one is chosen");
    }

    @Test
    void settingsThatCannotBeWrittenAreWrittenAtTheNextStart() {
        configuredThen();
        configurations.remove("home");
        configurations.fill(true);
        VerbResult half = restore(fresh, file.toString(), "--apply");
        assertStatus(1, half);
        assertTrue(half.toString().contains("written at the next start"), half.toString());
        assertEquals(Optional.of(identity(1)), fresh.load("home").get(Domain.IDENTITY));
        configurations.fill(false);
        Executor atOnce = Runnable::run;
        new UnwrittenSettings(fresh, fake(Workers.class, (name, arguments) -> atOnce), admin);
        assertEquals("Old", configurations.of("home").get("name"));
        assertEquals(List.of(), fresh.due());
    }

    @Test
    void aBridgeThatIsNotAnnouncedIsFoundWhereItWasLast() throws IOException {
        try (ServerSocket living = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            running.add(BackupSamples.status(
                    "home", Optional.of(new InetSocketAddress(living.getInetAddress(), living.getLocalPort()))));
            saved();
            running.clear();
            Thread answering = answering(living, "HTTP/1.1 470 Connection Authorization Required");
            VerbResult refused = restore(fresh, file.toString(), "--apply");
            assertStatus(1, refused);
            assertTrue(
                    refused.toString().contains("still answers at 127.0.0.1, port " + living.getLocalPort()),
                    refused.toString());
            answering.interrupt();
        }
        assertEquals(BridgeMemory.EMPTY, fresh.load("home"));
        VerbResult done = restore(fresh, file.toString(), "--apply");
        assertStatus(0, done);
        assertTrue(done.toString().contains("lies in another network can't be seen"), done.toString());
    }

    @Test
    void anotherProgramAtTheLastAddressIsNotTheBridge() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            running.add(BackupSamples.status(
                    "home", Optional.of(new InetSocketAddress(other.getInetAddress(), other.getLocalPort()))));
            saved();
            running.clear();
            answering(other, "HTTP/1.1 404 Not Found");
            assertStatus(0, restore(fresh, file.toString(), "--apply"));
        }
    }

    /** Answers one connection and ends with the socket. */
    private static Thread answering(ServerSocket server, String head) {
        Thread thread = new Thread(
                () -> {
                    try (Socket socket = server.accept()) {
                        socket.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                        socket.getInputStream().readAllBytes();
                    } catch (IOException closed) {
                        Thread.currentThread().interrupt();
                    }
                },
                "answering");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
