// SPDX-License-Identifier: EPL-2.0
package io.latchkey.eve.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.testing.ManualWorkers;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history whose file is full takes next to no memory: its entries are on the disk. */
class HistoryFootprintTest {
    private static final int HISTORIES = 200;
    private static final long MOST_BYTES = 4096;
    private static final long BEGIN = 816_912_000;

    @TempDir
    Path folder;

    private final ManualWorkers workers = new ManualWorkers();

    @Test
    void itTakesAFewKilobytesOfMemory() throws IOException {
        HistorySeries series = HistorySeriesTest.series(DataPoint.TEMPERATURE, DataPoint.CONTACT);
        Path full = folder.resolve("full.history");
        EntryRing ring = EntryRing.open(full, series.signature());
        for (int i = 0; i < HistoryState.CAPACITY; i++) {
            ring.append(
                    BEGIN + i,
                    series.entries(Map.of(DataPoint.CONTACT, i % 2.0)).get(0));
        }
        List<StoredHistory> histories = new ArrayList<>();
        long before = used();
        for (int i = 0; i < HISTORIES; i++) {
            histories.add(new StoredHistory(full, series, workers));
        }
        long each = (used() - before) / HISTORIES;
        assertTrue(each < MOST_BYTES, each + " bytes");
        assertEquals(HISTORIES, histories.size());
        Reference.reachabilityFence(histories);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
