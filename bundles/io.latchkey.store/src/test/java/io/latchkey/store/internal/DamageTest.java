// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import static io.latchkey.store.internal.StoreSamples.HOME;
import static io.latchkey.store.internal.StoreSamples.configuration;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged and unreadable files: one costs nothing, more cost the last changes at most, and none gives trust back. */
class DamageTest {
    @TempDir
    Path folder;

    private Path prepared;

    @BeforeEach
    void prepare() throws IOException {
        prepared = folder.resolve("prepared");
        FileBridgeStore store = StoreSamples.open(prepared);
        store.change(HOME, now -> StoreSamples.paired(40));
        StoreSamples.changeConfiguration(store, 2, 6);
        store.change(HOME, now -> now.with(Domain.ALLOCATION, StoreSamples.allocation(41)));
        store.close();
    }

    private static BridgeMemory newest() {
        return StoreSamples.paired(41).with(Domain.CONFIGURATION, configuration(6));
    }

    /** What may happen to a file. */
    private enum Damage {
        FLIPPED,
        CUT,
        EMPTIED,
        DELETED,
        OF_ANOTHER;

        void befall(Path file) throws IOException {
            byte[] bytes = Files.readAllBytes(file);
            switch (this) {
                case FLIPPED -> {
                    bytes[bytes.length / 2] ^= 0x20;
                    Files.write(file, bytes);
                }
                case CUT -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
                case EMPTIED -> Files.write(file, new byte[0]);
                case DELETED -> Files.delete(file);
                default -> Files.write(file, new Envelope(2, "memory", 99, new JsonObject()).bytes());
            }
        }
    }

    private static BridgeMemory loaded(Path place) throws IOException {
        FileBridgeStore store = StoreSamples.open(place);
        try {
            return store.load(HOME);
        } finally {
            store.close();
        }
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

    private static void deleteTree(Path tree) throws IOException {
        if (Files.exists(tree)) {
            List<Path> all = new ArrayList<>();
            try (var walk = Files.walk(tree)) {
                walk.forEach(all::add);
            }
            Collections.reverse(all);
            for (Path each : all) {
                Files.delete(each);
            }
        }
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
    void whenNothingIsWholeNothingIsOverwritten() throws IOException {
        List<Path> files = StoreSamples.files(prepared.resolve(HOME));
        for (Path file : files) {
            if (file.getFileName().toString().startsWith("generation-")) {
                Damage.CUT.befall(file);
            }
        }
        FileBridgeStore store = StoreSamples.open(prepared);
        String message =
                assertThrows(StoreException.class, () -> store.load(HOME)).getMessage();
        assertTrue(message.contains(prepared.resolve(HOME).toString()) && message.contains("backup"), message);
        assertThrows(StoreException.class, () -> store.change(HOME, now -> StoreSamples.paired(1)));
        store.close();
        assertEquals(files, StoreSamples.files(prepared.resolve(HOME)));
    }

    @Test
    void foldersThatAreGoneAreNoNewBridge() throws IOException {
        deleteTree(prepared.resolve(HOME).resolve("first"));
        deleteTree(prepared.resolve(HOME).resolve("second"));
        assertThrows(StoreException.class, () -> loaded(prepared));
    }

    @Test
    void whatCannotBeReadIsNoAbsenceAndIsNotOverwritten() throws IOException {
        TroubledDisk disk = new TroubledDisk(new UnforcedDisk());
        List<Path> newest = manifests(prepared, 7);
        byte[] bytes = Files.readAllBytes(newest.get(0));
        disk.unreadable.addAll(newest);
        FileBridgeStore store = new FileBridgeStore(prepared, disk, Clock.systemUTC());
        assertEquals(StoreSamples.paired(40).with(Domain.CONFIGURATION, configuration(6)), store.load(HOME));
        store.change(HOME, now -> now.with(Domain.CONFIGURATION, configuration(9)));
        store.close();
        assertArrayEquals(bytes, Files.readAllBytes(newest.get(0)));
        assertEquals(
                9,
                loaded(prepared)
                        .get(Domain.CONFIGURATION)
                        .orElseThrow()
                        .number()
                        .value());

        disk.unreadable.addAll(StoreSamples.files(prepared.resolve(HOME)));
        FileBridgeStore blind = new FileBridgeStore(prepared, disk, Clock.systemUTC());
        assertThrows(StoreException.class, () -> blind.load(HOME));
        assertThrows(StoreException.class, () -> blind.change(HOME, now -> StoreSamples.paired(1)));
        blind.close();
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
    void aNewerSchemaOrDomainIsRefusedAndNotReplaced() throws IOException {
        JsonObject parts = new JsonObject();
        JsonObject value = new JsonObject();
        value.addProperty("epoch", 0);
        value.add("parts", parts);
        byte[] schema = new Envelope(3, "memory", 8, value).bytes();
        parts.addProperty("dreams", "0".repeat(64));
        byte[] domain = new Envelope(2, "memory", 8, value).bytes();
        for (byte[] future : List.of(schema, domain)) {
            Path file = prepared.resolve(HOME).resolve("first").resolve("generation-8.json");
            Files.write(file, future);
            FileBridgeStore store = StoreSamples.open(prepared);
            String message =
                    assertThrows(StoreException.class, () -> store.load(HOME)).getMessage();
            assertTrue(message.contains("newer Latchkey") && message.contains(file.toString()), message);
            assertThrows(StoreException.class, () -> store.change(HOME, now -> StoreSamples.paired(1)));
            store.close();
            assertArrayEquals(future, Files.readAllBytes(file));
        }
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

    private static List<Path> manifests(Path place, int generation) throws IOException {
        return StoreSamples.files(place.resolve(HOME)).stream()
                .filter(file -> file.getFileName().toString().equals("generation-" + generation + ".json"))
                .toList();
    }
}
