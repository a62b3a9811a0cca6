// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import static io.latchkey.store.internal.Samples.configuration;
import static io.latchkey.store.internal.Samples.identity;
import static io.latchkey.store.internal.Samples.names;
import static io.latchkey.store.internal.Samples.saveAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is saved is there again, for its owner only, until it is purged. */
class FileBridgeStoreTest {
    @TempDir
    Path folder;

    private Path location;
    private FileBridgeStore store;

    @BeforeEach
    void open() throws IOException {
        location = folder.resolve("a").resolve("store");
        store = new FileBridgeStore(location);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void knowsNothingAtFirst() {
        assertEquals(Optional.empty(), store.load("home", Domain.IDENTITY));
        assertEquals(Set.of(), store.bridges());
        assertEquals(location, store.location());
    }

    @Test
    void givesBackWhatWasSavedLastAfterARestart() throws IOException {
        store.save("home", Domain.IDENTITY, identity(1));
        store.save("home", Domain.IDENTITY, identity(2));
        store.save("Cottage / No. 2", Domain.PAIRINGS, Pairings.NONE);
        store.close();
        store = new FileBridgeStore(location);
        assertEquals(Optional.of(identity(2)), store.load("home", Domain.IDENTITY));
        assertEquals(Optional.empty(), store.load("home", Domain.PAIRINGS));
        assertEquals(Optional.of(Pairings.NONE), store.load("Cottage / No. 2", Domain.PAIRINGS));
        assertEquals(Set.of("home", "Cottage / No. 2"), store.bridges());
    }

    @Test
    void touchesNothingOnceItIsClosed() throws IOException {
        store.save("home", Domain.IDENTITY, identity(1));
        store.close();
        FileBridgeStore next = new FileBridgeStore(location);
        try {
            assertThrows(StoreException.class, () -> store.save("home", Domain.IDENTITY, identity(2)));
            assertThrows(StoreException.class, () -> store.load("home", Domain.IDENTITY));
            assertThrows(StoreException.class, () -> store.purge("home"));
            assertThrows(StoreException.class, () -> store.backup("home"));
            assertThrows(StoreException.class, store::bridges);
            store.close();
            assertEquals(Optional.of(identity(1)), next.load("home", Domain.IDENTITY));
            assertThrows(StoreException.class, () -> new FileBridgeStore(location), "still the next one's");
        } finally {
            next.close();
        }
    }

    @Test
    void aFileIsJsonThatNamesItsSchema() throws IOException {
        store.save("home", Samples.DOMAIN, configuration(7));
        String text = Files.readString(location.resolve("home").resolve("configuration.json"));
        var json = JsonParser.parseString(text).getAsJsonObject();
        assertEquals(1, json.get("schema").getAsInt());
        assertEquals(7, json.getAsJsonObject("value").get("number").getAsInt());
    }

    @Test
    void keepsTheLastFiveOlderValues() throws IOException {
        saveAll(store, 9);
        assertEquals(
                List.of(
                        "configuration.4.json",
                        "configuration.5.json",
                        "configuration.6.json",
                        "configuration.7.json",
                        "configuration.8.json",
                        "configuration.json"),
                names(location.resolve("home")));
    }

    @Test
    void onlyTheOwnerMayReadAnythingFromTheFirstMoment() throws IOException {
        List<String> seen = new ArrayList<>();
        store.close();
        Disk watched = new SteppedDisk(new OwnerOnlyDisk(location.getFileSystem()), () -> seen.addAll(open(location)));
        store = new FileBridgeStore(location, watched, Clock.systemUTC());
        saveAll(store, 3);
        store.backup("home");
        assertEquals(List.of(), seen);
        assertEquals(Set.of(), Set.copyOf(open(location)));
        assertEquals(
                "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(location.resolve("home"))));
    }

    @Test
    void purgeForgetsOneBridgeAndKeepsItsBackups() throws IOException {
        saveAll(store, 3);
        store.save("cottage", Domain.IDENTITY, identity(1));
        Path backup = store.backup("home");
        store.purge("home");
        store.purge("never there");
        assertEquals(Set.of("cottage"), store.bridges());
        assertEquals(Optional.empty(), store.load("home", Samples.DOMAIN));
        assertEquals(List.of(".backups", ".holder", ".lock", "cottage"), names(location));
        assertTrue(Files.exists(backup));
    }

    @Test
    void finishesThePurgeOfAnEarlierRun() throws IOException {
        saveAll(store, 1);
        store.close();
        Files.move(location.resolve("home"), location.resolve(".purged-home"));
        store = new FileBridgeStore(location);
        assertEquals(Set.of(), store.bridges());
        assertFalse(Files.exists(location.resolve(".purged-home")));
    }

    @Test
    void backupHoldsTheFilesAsTheyAre() throws IOException {
        saveAll(store, 2);
        Path backup = store.backup("home");
        assertTrue(backup.startsWith(location));
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            assertEquals(
                    List.of("home/configuration.1.json", "home/configuration.json"),
                    zip.stream().map(ZipEntry::getName).toList());
            byte[] packed =
                    zip.getInputStream(zip.getEntry("home/configuration.json")).readAllBytes();
            assertEquals(
                    Files.readString(location.resolve("home").resolve("configuration.json")),
                    new String(packed, "UTF-8"));
        }
        assertThrows(StoreException.class, () -> store.backup("unknown"));
    }

    @Test
    void savesFromManyThreadsAllCount() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> saves = new ArrayList<>();
            for (int number = 1; number <= 40; number++) {
                int mine = number;
                saves.add(threads.submit(() -> store.save("bridge" + mine % 3, Samples.DOMAIN, configuration(mine))));
            }
            for (Future<?> save : saves) {
                save.get(20, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        for (int bridge = 0; bridge < 3; bridge++) {
            int number = store.load("bridge" + bridge, Samples.DOMAIN)
                    .orElseThrow()
                    .number()
                    .value();
            assertEquals(bridge, number % 3);
            assertEquals(6, names(location.resolve("bridge" + bridge)).size());
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamedAndLeftAlone() throws IOException {
        saveAll(store, 1);
        store.close();
        Disk full = new SteppedDisk(new OwnerOnlyDisk(location.getFileSystem()), () -> {}) {
            @Override
            public void write(Path file, byte[] bytes) throws IOException {
                if (file.getFileName().toString().endsWith(".new")) {
                    throw new IOException("No space left on device");
                }
                super.write(file, bytes);
            }
        };
        store = new FileBridgeStore(location, full, Clock.systemUTC());
        String message = assertThrows(StoreException.class, () -> store.save("home", Samples.DOMAIN, configuration(2)))
                .getMessage();
        assertTrue(message.contains(location.resolve("home").toString()), message);
        assertTrue(message.contains("No space left"), message);
        assertEquals(Optional.of(configuration(1)), store.load("home", Samples.DOMAIN));
    }

    private static List<String> open(Path location) {
        try (Stream<Path> all = Files.walk(location)) {
            List<String> open = new ArrayList<>();
            for (Path path : all.toList()) {
                String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                if (!permissions.endsWith("------")) {
                    open.add(path + " " + permissions);
                }
            }
            return open;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
