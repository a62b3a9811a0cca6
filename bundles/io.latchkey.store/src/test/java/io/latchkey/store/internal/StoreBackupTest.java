// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import static io.latchkey.store.internal.StoreSamples.HOME;
import static io.latchkey.store.internal.StoreSamples.configuration;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups, and folders that people take away and put in place. */
class StoreBackupTest {
    @TempDir
    Path folder;

    @Test
    void aBackupHoldsTheBridge() throws IOException, DamageException {
        FileBridgeStore store = new FileBridgeStore(folder.resolve("backed-up"));
        BridgeMemory memory = store.change(HOME, now -> StoreSamples.paired(200));
        Path backup = store.backup(HOME);
        store.close();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)));
        assertEquals(memory, read(backup));
    }

    @Test
    void whoIsRemovedIsRemovedInBackupsAndArchivesOfEarlierVersionsGo() throws IOException, DamageException {
        Path location = folder.resolve("narrowed");
        FileBridgeStore store = new FileBridgeStore(location);
        store.change(HOME, now -> StoreSamples.paired(3));
        store.change("home-2", now -> StoreSamples.paired(1));
        Path backup = store.backup(HOME);
        Path other = store.backup("home-2");
        Path archive = Files.createFile(location.resolve(".backups/home-20260101-120000-000.zip"));
        Path archiveOfOther = Files.createFile(location.resolve(".backups/home-2-20260101-120000-000.zip"));
        StoreSamples.changeConfiguration(store, 2, 2);
        assertTrue(Files.exists(backup) && Files.exists(archive), "no trust was lost");
        store.change(HOME, now -> now.with(Domain.PAIRINGS, StoreSamples.pairings("ADMIN")));
        store.close();
        List<Path> left = StoreSamples.files(backup.getParent());
        assertEquals(1, left.size());
        assertEquals(
                StoreSamples.pairings("ADMIN"),
                read(left.get(0)).get(Domain.PAIRINGS).orElseThrow());
        assertFalse(Files.exists(archive));
        assertTrue(Files.exists(archiveOfOther) && Files.exists(other));
    }

    private static BridgeMemory read(Path backup) throws IOException, DamageException {
        return BackupContents.of(backup, Files.readAllBytes(backup))
                .bridges()
                .get(0)
                .memory();
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
    void aBackupOfAnOldStoreHoldsTheBridge() throws IOException, DamageException {
        Path location = folder.resolve("old");
        StoreSamples.copy(SchemaOneStore.fixture(), location);
        FileBridgeStore store = new FileBridgeStore(location);
        BridgeMemory memory = store.load(HOME);
        Path backup = store.backup(HOME);
        store.close();
        assertEquals(memory, read(backup));
    }
}
