// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import static io.latchkey.store.internal.DamagedStore.deleteTree;
import static io.latchkey.store.internal.DamagedStore.loaded;
import static io.latchkey.store.internal.DamagedStore.manifests;
import static io.latchkey.store.internal.DamagedStore.newest;
import static io.latchkey.store.internal.StoreSamples.HOME;
import static io.latchkey.store.internal.StoreSamples.configuration;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.StoreException;
import io.latchkey.store.internal.DamagedStore.Damage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damage gives trust back to nobody, and no message tells a secret. */
class DamagedTrustTest {
    @TempDir
    Path folder;

    private Path prepared;

    @BeforeEach
    void prepare() throws IOException {
        prepared = DamagedStore.prepare(folder);
    }

    @Test
    void noDamageGivesTrustBack() throws IOException {
        FileBridgeStore store = StoreSamples.open(prepared);
        store.change(HOME, now -> now.with(Domain.PAIRINGS, StoreSamples.pairings("ADMIN")));
        StoreSamples.changeConfiguration(store, 7, 8);
        store.close();
        int count = StoreSamples.files(prepared.resolve(HOME)).size();
        for (int one = 0; one < count; one++) {
            for (int other = one + 1; other < count; other += 1 + one % 3) {
                Path place = folder.resolve("two");
                deleteTree(place);
                StoreSamples.copy(prepared, place);
                List<Path> files = StoreSamples.files(place.resolve(HOME));
                Damage.FLIPPED.befall(files.get(one));
                Damage.CUT.befall(files.get(other));
                try {
                    assertEquals(
                            StoreSamples.pairings("ADMIN"),
                            loaded(place).get(Domain.PAIRINGS).orElseThrow());
                } catch (StoreException stopped) {
                    assertTrue(stopped.getMessage().contains("backup"), stopped.getMessage());
                }
            }
        }
    }

    /** A disk that deletes nothing, and then damage: the later epoch is known, so the earlier one doesn't count. */
    @Test
    void anOlderCopyThatCouldNotBeDeletedDoesNotCount() throws IOException {
        TroubledDisk disk = new TroubledDisk(new UnforcedDisk()) {
            @Override
            public void delete(Path file) throws IOException {
                if (Files.exists(file) && file.toString().endsWith(".json")) {
                    throw new IOException("Input/output error");
                }
            }
        };
        FileBridgeStore store = new FileBridgeStore(prepared, disk, Clock.systemUTC());
        store.change(HOME, now -> now.with(Domain.PAIRINGS, Pairings.NONE));
        store.change(HOME, now -> now.with(Domain.CONFIGURATION, configuration(7)));
        store.close();
        assertEquals(2, manifests(prepared, 7).size(), "nothing was deleted");
        for (Path file : manifests(prepared, 9)) {
            Damage.FLIPPED.befall(file);
        }
        BridgeMemory found = loaded(prepared);
        assertEquals(newest().with(Domain.PAIRINGS, Pairings.NONE), found);
        assertEquals(0, manifests(prepared, 7).size(), "it is deleted as soon as the disk lets it");
    }

    @Test
    void noMessageQuotesWhatIsStored() throws IOException {
        FileBridgeStore store = StoreSamples.open(prepared);
        String seed = "AQEBAQEBAQEB";
        boolean isThere = false;
        for (Path file : StoreSamples.files(prepared.resolve(HOME))) {
            isThere |= Files.readString(file).contains(seed);
            Damage.CUT.befall(file);
        }
        assertTrue(isThere);
        StoreException e = assertThrows(StoreException.class, () -> store.load(HOME));
        store.close();
        for (Throwable each = e; each != null; each = each.getCause()) {
            assertFalse(String.valueOf(each).contains(seed));
        }
        assertNotEquals("", e.getMessage());
    }
}
