// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.itests.BridgeProcess;
import io.latchkey.itests.Built;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Load for a bounded time, by default 20 s ({@code latchkey.soak.seconds}): every byte and every answer is judged, and
 * nothing is left when it is over. The report lies in {@code target/work-1/soak/report.txt}.
 */
class SoakIT {
    private static final int SECONDS = Integer.getInteger("latchkey.soak.seconds", 20);
    private static final long SEED = Long.getLong("latchkey.soak.seed", 4711);
    private static final long HEAP_GROWTH = 8L << 20;
    private static final long RESIDENT_GROWTH = 48L << 20;
    private static final long MORE_THREADS = 16;
    private static final long MORE_FILES = 8;

    @Test
    void sixtyFourSessionsFindNoFault() throws Exception {
        Path folder = Built.fresh("soak");
        List<String> options = List.of("-Xmx128m", "-XX:MarkSweepAlwaysCompactCount=1");
        try (BridgeProcess process = BridgeProcess.start(
                SoakMain.class, options, folder.resolve("bridge.log"), List.of(folder.toString()))) {
            SoakReport report = new Soak(process, SEED).run(SECONDS);
            Files.writeString(folder.resolve("report.txt"), report.text());
            System.out.println(report.text());
            assertEquals(0, process.stop());
            assertEquals(List.of(), report.faults().lines());
            checkWhatIsLeft(report.at("idle"), report.at("idle again"));
        }
    }

    private static void checkWhatIsLeft(Gauge before, Gauge after) {
        assertEquals(before.sessions(), after.sessions(), "sessions");
        checkGrowth("heap", before.heap(), after.heap(), HEAP_GROWTH);
        checkGrowth("resident memory", before.resident(), after.resident(), RESIDENT_GROWTH);
        checkGrowth("threads", before.threads(), after.threads(), MORE_THREADS);
        checkGrowth("files", before.files(), after.files(), MORE_FILES);
    }

    /** Pools that were not full at first may have filled; what grows with the work done would go far beyond. */
    private static void checkGrowth(String what, long before, long after, long allowed) {
        assertTrue(after - before <= allowed, what + " grew from " + before + " to " + after);
    }
}
