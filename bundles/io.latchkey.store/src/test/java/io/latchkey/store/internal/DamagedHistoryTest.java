// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import static io.latchkey.store.internal.StoreSamples.HOME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Happening;
import io.latchkey.api.store.Happening.Kind;
import io.latchkey.api.store.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history that is damaged wherever it lies costs itself and nothing else: no older memory comes back because of it. */
class DamagedHistoryTest {
    private static final String MARK = "what makes its file known";

    @TempDir
    Path folder;

    private static History history() {
        Instant noon = Instant.parse("2026-11-30T12:00:00Z");
        Happening happening = new Happening(noon, noon, 1, Kind.FAILED, Optional.empty(), Optional.empty(), MARK);
        return new History(List.of(happening), List.of());
    }

    private BridgeMemory prepared() {
        FileBridgeStore store = StoreSamples.open(folder);
        store.change(HOME, now -> StoreSamples.paired(3));
        StoreSamples.changeConfiguration(store, 2, 4);
        BridgeMemory newest = store.change(HOME, now -> now.with(Domain.HISTORY, history()));
        store.close();
        return newest;
    }

    private List<Path> histories() throws IOException {
        return StoreSamples.files(folder.resolve(HOME)).stream()
                .filter(DamagedHistoryTest::isHistory)
                .toList();
    }

    private static boolean isHistory(Path file) {
        try {
            return Files.readString(file).contains(MARK);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void itCostsNothingElseAndBeginsAnew() throws IOException {
        for (DamagedStore.Damage damage : DamagedStore.Damage.values()) {
            DamagedStore.deleteTree(folder.resolve(HOME));
            BridgeMemory newest = prepared();
            assertEquals(newest, DamagedStore.loaded(folder));
            assertEquals(2, histories().size());
            for (Path file : histories()) {
                damage.befall(file);
            }
            BridgeMemory without = newest.without(Domain.HISTORY);
            assertEquals(without, DamagedStore.loaded(folder), damage.toString());
            FileBridgeStore store = StoreSamples.open(folder);
            assertEquals(without, store.load(HOME));
            assertEquals(newest, store.change(HOME, now -> now.with(Domain.HISTORY, history())));
            store.close();
            assertEquals(newest, DamagedStore.loaded(folder));
            assertTrue(histories().size() >= 2, "it is written anew");
        }
    }
}
