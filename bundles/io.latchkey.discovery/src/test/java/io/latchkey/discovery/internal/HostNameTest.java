// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The host name outlives a restart, and what is wrong with its file costs no bridge. */
class HostNameTest {
    @TempDir
    Path folder;

    @Test
    void isMadeOnceAndKept() throws IOException {
        String made = host(1).get();
        assertTrue(made.matches("latchkey-[0-9a-f]{8}"), made);
        assertEquals(made, host(2).get());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("host-name"),
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void staysWhileTheProcessRunsWhateverBecomesOfTheFile() throws IOException {
        HostName host = host(1);
        String made = host.get();
        Files.delete(folder.resolve("host-name"));
        assertEquals(made, host.get());
    }

    @Test
    void mayBeChosenByHand() throws IOException {
        Files.writeString(folder.resolve("host-name"), "attic\n");
        assertEquals("attic", host(1).get());
    }

    @Test
    void whatIsNoHostNameIsWrittenAnew() throws IOException {
        for (String damaged : List.of("", "two words", "dotted.local", "-", "x".repeat(60))) {
            Files.writeString(folder.resolve("host-name"), damaged);
            String made = host(1).get();
            assertTrue(made.startsWith("latchkey-"), made);
            assertEquals(made, host(2).get());
        }
    }

    @Test
    void aFolderThatIsNotThereGivesANameForThisRun() {
        folder = folder.resolve("missing");
        assertNotEquals(host(1).get(), host(2).get());
    }

    private HostName host(int seed) {
        return new HostName(folder, new Random(seed));
    }
}
