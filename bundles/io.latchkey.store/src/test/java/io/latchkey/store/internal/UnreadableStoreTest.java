// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import static io.latchkey.store.internal.DamagedStore.loaded;
import static io.latchkey.store.internal.DamagedStore.manifests;
import static io.latchkey.store.internal.StoreSamples.HOME;
import static io.latchkey.store.internal.StoreSamples.configuration;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.latchkey.api.store.Domain;
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

/** What cannot be read is no absence, and nothing is written over it. */
class UnreadableStoreTest {
    @TempDir
    Path folder;

    private Path prepared;

    @BeforeEach
    void prepare() throws IOException {
        prepared = DamagedStore.prepare(folder);
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
}
