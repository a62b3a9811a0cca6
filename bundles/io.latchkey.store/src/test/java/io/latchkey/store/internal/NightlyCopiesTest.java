// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import static io.latchkey.store.internal.StoreSamples.HOME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies in the store: how many stay, and that they trust nobody whom the bridge doesn't trust any more. */
class NightlyCopiesTest {
    private static final Instant FIRST = Instant.parse("2026-11-01T03:00:00Z");

    @TempDir
    Path folder;

    private FileBridgeStore store;

    @BeforeEach
    void open() throws IOException {
        store = new FileBridgeStore(folder);
        store.change(HOME, now -> StoreSamples.paired(3));
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** Copies as if that night were now. */
    private void copy(int night) throws IOException {
        Instant time = FIRST.plus(Duration.ofDays(night));
        store.close();
        store = new FileBridgeStore(folder, new OwnerOnlyDisk(folder), Clock.fixed(time, ZoneOffset.UTC));
        store.copy(about(), "1.0", 7, time.minusSeconds(60));
    }

    private static BridgeCopy about() {
        return new BridgeCopy(HOME, Map.of("name", "Home", "setupCode", "518-08-582"), List.of(), BridgeMemory.EMPTY);
    }

    private void changed(int number) {
        store.change(HOME, now -> now.with(Domain.CONFIGURATION, StoreSamples.configuration(number)));
    }

    private BridgeMemory read(Path copy) throws IOException, DamageException {
        return BackupContents.of(copy, Files.readAllBytes(copy))
                .bridges()
                .get(0)
                .memory();
    }

    @Test
    void sevenNightsStay() throws IOException, DamageException {
        for (int night = 1; night <= 9; night++) {
            changed(night + 1);
            copy(night);
        }
        List<Path> copies = store.copies(HOME);
        assertEquals(7, copies.size());
        assertEquals(store.load(HOME), read(copies.get(0)));
        assertEquals(
                StoreSamples.configuration(4),
                read(copies.get(6)).get(Domain.CONFIGURATION).orElseThrow());
        for (Path copy : copies) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)));
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy.getParent())));
        }
    }

    @Test
    void oneANightIsEnoughAndNoneWhenNothingHasChanged() throws IOException {
        copy(1);
        copy(2);
        assertEquals(1, store.copies(HOME).size());
        changed(3);
        copy(3);
        changed(4);
        store.copy(about(), "1.0", 7, FIRST);
        assertEquals(2, store.copies(HOME).size());
    }

    @Test
    void whoIsRemovedIsRemovedInEveryCopy() throws IOException, DamageException {
        for (int night = 1; night <= 3; night++) {
            changed(night + 1);
            copy(night);
        }
        store.change(HOME, now -> now.with(Domain.PAIRINGS, StoreSamples.pairings("ADMIN")));
        assertEquals(3, store.copies(HOME).size());
        for (Path copy : store.copies(HOME)) {
            assertFalse(Files.readString(copy).contains("GUEST"));
            assertFalse(Files.readString(copy).contains("518-08-582"), "somebody may have changed it with him");
            assertEquals(
                    StoreSamples.pairings("ADMIN"),
                    read(copy).get(Domain.PAIRINGS).orElseThrow());
            assertEquals(
                    StoreSamples.allocation(3),
                    read(copy).get(Domain.ALLOCATION).orElseThrow());
        }
    }

    @Test
    void aNewIdentityLeavesIdsAndMemoryInTheCopies() throws IOException, DamageException {
        copy(1);
        store.change(
                HOME, now -> now.with(Domain.IDENTITY, StoreSamples.identity(9)).with(Domain.PAIRINGS, Pairings.NONE));
        BridgeMemory left = read(store.copies(HOME).get(0));
        assertTrue(
                left.get(Domain.IDENTITY).isEmpty() && left.get(Domain.PAIRINGS).isEmpty());
        assertEquals(StoreSamples.allocation(3), left.get(Domain.ALLOCATION).orElseThrow());
    }

    @Test
    void theCopiesOfALostBridgeOutliveTheOneThatBeginsAnew() throws IOException, DamageException {
        copy(1);
        BridgeMemory lost = store.load(HOME);
        DamagedStore.deleteTree(folder.resolve(HOME));
        store.load(HOME);
        store.change(HOME, now -> StoreSamples.unpaired(1).with(Domain.IDENTITY, StoreSamples.identity(9)));
        store.change(HOME, now -> now.with(Domain.SETUP, StoreSamples.setup(Optional.empty(), 4, 0)));
        assertEquals(lost, read(store.copies(HOME).get(0)));
    }

    @Test
    void aPurgeTakesTheCopiesAndWhatAKilledRunHasBegunGoes() throws IOException {
        copy(1);
        Path begun = store.copies(HOME).get(0).resolveSibling("20261102-030000-000.0.json.new");
        Files.copy(store.copies(HOME).get(0), begun);
        store.load(HOME);
        assertFalse(Files.exists(begun));
        store.purge(HOME);
        assertEquals(List.of(), store.copies(HOME));
        assertEquals(
                0,
                StoreSamples.files(folder).stream()
                        .filter(file -> file.toString().endsWith(".json"))
                        .count());
    }
}
