// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import static io.latchkey.store.internal.DamagedStore.deleteTree;
import static io.latchkey.store.internal.DamagedStore.loaded;
import static io.latchkey.store.internal.DamagedStore.manifests;
import static io.latchkey.store.internal.DamagedStore.newest;
import static io.latchkey.store.internal.StoreSamples.HOME;
import static io.latchkey.store.internal.StoreSamples.configuration;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.StoreException;
import io.latchkey.store.internal.DamagedStore.Damage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files: one costs nothing, and more cost the last changes at most. */
class DamageTest {
    @TempDir
    Path folder;

    private Path prepared;

    @BeforeEach
    void prepare() throws IOException {
        prepared = DamagedStore.prepare(folder);
    }

    @Test
    void everyFlippedBitAndEveryCutIsNoticed() throws DamageException {
        byte[] good = new Envelope(2, "memory", 3, new JsonObject()).bytes();
        Envelope.of(good);
        for (int bit = 0; bit < good.length * 8; bit++) {
            byte[] flipped = good.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThrows(DamageException.class, () -> Envelope.of(flipped));
        }
        for (int length = 0; length < good.length; length++) {
            byte[] cut = Arrays.copyOf(good, length);
            assertThrows(DamageException.class, () -> Envelope.of(cut));
        }
    }

    @Test
    void oneDamagedFileOfAnyKindCostsNothingAndIsMended() throws IOException {
        int count = StoreSamples.files(prepared.resolve(HOME)).size();
        assertTrue(count > 25, count + " files");
        for (Damage damage : Damage.values()) {
            for (int each = 0; each < count; each++) {
                Path place = folder.resolve(damage + "-" + each);
                StoreSamples.copy(prepared, place);
                damage.befall(StoreSamples.files(place.resolve(HOME)).get(each));
                assertEquals(newest(), loaded(place), damage + " " + each);
                assertReplicaIsWhole(place, "first");
                assertReplicaIsWhole(place, "second");
            }
        }
    }

    /** Each replica alone gives the newest memory. */
    private void assertReplicaIsWhole(Path place, String replica) throws IOException {
        Path alone = folder.resolve("alone");
        deleteTree(alone);
        StoreSamples.copy(
                place.resolve(HOME).resolve(replica), alone.resolve(HOME).resolve(replica));
        assertEquals(newest(), loaded(alone), replica);
    }

    @Test
    void twoFilesThatBelongTogetherCostTheLastChangeAndAreNeverTakenForAbsence() throws IOException {
        for (Path file : manifests(prepared, 7)) {
            Damage.FLIPPED.befall(file);
        }
        BridgeMemory before = StoreSamples.paired(40).with(Domain.CONFIGURATION, configuration(6));
        assertEquals(before, loaded(prepared));
        FileBridgeStore store = StoreSamples.open(prepared);
        store.change(HOME, now -> now.with(Domain.CONFIGURATION, configuration(9)));
        store.close();
        assertEquals(before.with(Domain.CONFIGURATION, configuration(9)), loaded(prepared));
        assertEquals(2, manifests(prepared, 8).size(), "the number of a damaged one is not used again");
    }

    @Test
    void recoveryLooksBackUntilSomethingIsWhole() throws IOException {
        for (int generation = 4; generation <= 7; generation++) {
            for (Path file : manifests(prepared, generation)) {
                Damage.EMPTIED.befall(file);
            }
        }
        assertEquals(StoreSamples.paired(40).with(Domain.CONFIGURATION, configuration(3)), loaded(prepared));
    }

    @Test
    void foldersThatAreGoneAreNoNewBridge() throws IOException {
        deleteTree(prepared.resolve(HOME).resolve("first"));
        deleteTree(prepared.resolve(HOME).resolve("second"));
        assertThrows(StoreException.class, () -> loaded(prepared));
    }
}
