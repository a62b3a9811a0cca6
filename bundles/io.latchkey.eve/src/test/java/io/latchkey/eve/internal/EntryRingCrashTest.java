// SPDX-License-Identifier: EPL-2.0
package io.latchkey.eve.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed while it writes, again and again, and nothing that it has said is lost. */
class EntryRingCrashTest {
    private static final byte[] SIGNATURE = {1, 7, 2};
    private static final int KILLS = 4;

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void whatWasToldAsKeptIsThere() throws Exception {
        Path file = folder.resolve("a.history");
        for (int kill = 0; kill < KILLS; kill++) {
            long told = runAndKill(file, 1500 + 700 * kill);
            EntryRing ring = EntryRing.open(file, SIGNATURE);
            assertTrue(ring.state().last() >= told, ring.state() + " after " + told);
            List<HistoryEntry> kept = ring.entries(ring.state().first() + 1, HistoryState.CAPACITY);
            assertEquals(ring.state().used() - 1, kept.size(), "none is missing");
            kept.forEach(each ->
                    assertArrayEquals(EntryRingTest.value((int) each.number()).bytes(), each.values()));
        }
    }

    /** The last number that a process has told that was killed after so many. */
    private static long runAndKill(Path file, int entries) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EntryRingMain.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long told = 0;
        try (BufferedReader lines = process.inputReader()) {
            for (int i = 0; i < entries; i++) {
                told = Long.parseLong(lines.readLine());
            }
            process.toHandle().destroyForcibly(); // that of the process itself would close its output, too
            for (String line = lines.readLine(); line != null && line.matches("\\d+"); line = lines.readLine()) {
                told = Math.max(told, Long.parseLong(line));
            }
        } finally {
            process.destroyForcibly();
        }
        assertTrue(process.waitFor(20, TimeUnit.SECONDS), "it was killed");
        return told;
    }
}
