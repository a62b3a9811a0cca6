// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import static io.latchkey.store.internal.StoreSamples.HOME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.ControllerWrite;
import io.latchkey.api.store.ControllerWrite.SentCommand;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who switched what is gone from the whole store once the newest memory doesn't have it: no older copy keeps it. */
class ForgottenWritesTest {
    private static final String ITEM = "Bedroom_Lamp";
    private static final Instant EVENING = Instant.parse("2026-11-30T22:00:00Z");

    @TempDir
    Path folder;

    private static History history(int writes) {
        ControllerWrite write = new ControllerWrite(
                EVENING,
                new ControllerId("PHONE"),
                false,
                "Lamp",
                ITEM,
                "On",
                "true",
                List.of(new SentCommand(ITEM, "ON")),
                HapStatus.SUCCESS);
        return new History(List.of(), Collections.nCopies(writes, write));
    }

    private List<Path> telling() throws IOException {
        return StoreSamples.files(folder).stream()
                .filter(file -> text(file).contains(ITEM))
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private FileBridgeStore filled() {
        FileBridgeStore store = StoreSamples.open(folder);
        store.change(HOME, now -> StoreSamples.paired(3));
        for (int writes = 1; writes < 4; writes++) {
            History more = history(writes);
            store.change(HOME, now -> now.with(Domain.HISTORY, more));
        }
        return store;
    }

    @Test
    void whatIsForgottenIsInNoFile() throws IOException {
        FileBridgeStore store = filled();
        assertEquals(2, telling().size(), "the newest, twice");
        store.change(HOME, now -> now.with(Domain.HISTORY, History.NONE));
        assertEquals(List.of(), telling());
        store.close();
        store = StoreSamples.open(folder);
        assertEquals(History.NONE, store.load(HOME).get(Domain.HISTORY).orElseThrow());
        StoreSamples.changeConfiguration(store, 2, 4);
        store.close();
        assertEquals(List.of(), telling());
    }

    @Test
    void nightlyCopiesNeverHadIt() throws IOException {
        FileBridgeStore store = filled();
        store.copy(new BridgeCopy(HOME, Map.of(), List.of(), BridgeMemory.EMPTY), "1.0", 7, EVENING);
        assertEquals(1, store.copies(HOME).size());
        assertEquals(2, telling().size());
        store.close();
    }

    @Test
    void olderMemoriesStandInForADamagedOneAllTheSame() throws IOException {
        FileBridgeStore store = filled();
        BridgeMemory before = store.change(HOME, now -> now.with(Domain.CONFIGURATION, StoreSamples.configuration(2)));
        store.change(
                HOME,
                now -> now.with(Domain.CONFIGURATION, StoreSamples.configuration(3))
                        .with(Domain.HISTORY, history(9)));
        store.close();
        for (Path manifest : StoreSamples.files(folder)) {
            if (manifest.getFileName().toString().equals("generation-6.json")) {
                Files.writeString(manifest, "{");
            }
        }
        BridgeMemory found = DamagedStore.loaded(folder);
        assertEquals(before.without(Domain.HISTORY), found.without(Domain.HISTORY));
        assertTrue(found.get(Domain.HISTORY).isEmpty(), "it was another's");
    }
}
