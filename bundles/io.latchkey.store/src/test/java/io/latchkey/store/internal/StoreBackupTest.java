// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import static io.latchkey.store.internal.StoreSamples.HOME;
import static io.latchkey.store.internal.StoreSamples.configuration;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups, and folders that people take away and put in place. */
class StoreBackupTest {
    @TempDir
    Path folder;

    @Test
    void aBackupThatIsUnpackedIsTheBridge() throws IOException {
        Path location = folder.resolve("backed-up");
        FileBridgeStore store = new FileBridgeStore(location);
        BridgeMemory memory = store.change(HOME, now -> StoreSamples.paired(200));
        StoreSamples.changeConfiguration(store, 1, 1);
        Path backup = store.backup(HOME);
        store.close();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)));
        Path other = folder.resolve("unpacked");
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(backup))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = other.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }
        store = new FileBridgeStore(other);
        assertEquals(memory, store.load(HOME));
        store.close();
    }

    @Test
    void filesThatWerePutInPlaceCountAtTheNextLoad() throws IOException {
        Path location = folder.resolve("replaced");
        FileBridgeStore store = new FileBridgeStore(location);
        BridgeMemory before = store.change(HOME, now -> StoreSamples.paired(3));
        Path kept = folder.resolve("kept-aside");
        StoreSamples.copy(location.resolve(HOME), kept);
        StoreSamples.changeConfiguration(store, 2, 3);
        Files.move(location.resolve(HOME), folder.resolve("taken-away"));
        assertEquals(BridgeMemory.EMPTY, store.load(HOME));
        StoreSamples.copy(kept, location.resolve(HOME));
        assertEquals(before, store.load(HOME));
        StoreSamples.changeConfiguration(store, 5, 5);
        assertEquals(
                configuration(5), store.load(HOME).get(Domain.CONFIGURATION).orElseThrow());
        store.close();
    }

    @Test
    void aBackupOfAnOldStoreHoldsItsFiles() throws IOException {
        Path location = folder.resolve("old");
        StoreSamples.copy(SchemaOneStore.fixture(), location);
        FileBridgeStore store = new FileBridgeStore(location);
        Path backup = store.backup(HOME);
        store.close();
        assertTrue(Files.size(backup) > 1000);
    }
}
