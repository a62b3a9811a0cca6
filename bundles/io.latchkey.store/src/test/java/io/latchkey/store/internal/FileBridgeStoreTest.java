// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import static io.latchkey.store.internal.StoreSamples.HOME;
import static io.latchkey.store.internal.StoreSamples.configuration;
import static io.latchkey.store.internal.StoreSamples.names;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.StoreException;
import io.latchkey.api.testing.BridgeStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store promises, and what this one makes of its folder. */
class FileBridgeStoreTest extends BridgeStoreContract {
    @TempDir
    Path folder;

    @Override
    protected BridgeStore open() throws IOException {
        return new FileBridgeStore(folder.resolve("contract"));
    }

    @Override
    protected void close(BridgeStore opened) {
        ((FileBridgeStore) opened).close();
    }

    private FileBridgeStore store(Path location) throws IOException {
        return new FileBridgeStore(location);
    }

    @Test
    void fiveGenerationsStayAndNoPartThatNoneOfThemNeeds() throws IOException {
        Path location = folder.resolve("kept");
        FileBridgeStore store = store(location);
        store.change(HOME, now -> StoreSamples.paired(3));
        StoreSamples.changeConfiguration(store, 2, 9);
        store.close();
        for (String replica : List.of("first", "second")) {
            List<String> names = names(location.resolve(HOME).resolve(replica));
            List<String> generations =
                    names.stream().filter(name -> name.startsWith("generation")).toList();
            assertEquals(
                    List.of(5, 6, 7, 8, 9).stream()
                            .map(number -> "generation-" + number + ".json")
                            .toList(),
                    generations);
            assertEquals(5 + 5 + 5, names.size(), "five configurations, five parts that all share, five manifests");
        }
    }

    @Test
    void trustThatIsTakenAwayLeavesOneGeneration() throws IOException {
        Path location = folder.resolve("trust");
        FileBridgeStore store = store(location);
        store.change(HOME, now -> StoreSamples.paired(3));
        StoreSamples.changeConfiguration(store, 2, 4);
        store.change(HOME, now -> now.with(Domain.PAIRINGS, StoreSamples.pairings("ADMIN")));
        store.close();
        for (String replica : List.of("first", "second")) {
            assertEquals(
                    List.of("generation-5.json"),
                    names(location.resolve(HOME).resolve(replica)).stream()
                            .filter(name -> name.startsWith("generation"))
                            .toList());
        }
        for (Path file : StoreSamples.files(location)) {
            assertFalse(Files.readString(file).contains("GUEST"), file.toString());
        }
    }

    @Test
    void whatAKilledRunHasLeftIsSweptUp() throws IOException {
        Path location = folder.resolve("left");
        FileBridgeStore store = store(location);
        BridgeMemory memory = store.change(HOME, now -> StoreSamples.paired(3));
        store.close();
        Path first = location.resolve(HOME).resolve("first");
        List<String> before = names(first);
        Files.writeString(first.resolve("generation-2.json.new"), "{ half a fi");
        Files.writeString(first.resolve("0".repeat(64) + ".json"), "{ half a fi");
        store = store(location);
        assertEquals(memory, store.load(HOME));
        store.close();
        assertEquals(before, names(first));
    }

    @Test
    void onlyTheOwnerMayReadAnythingFromTheFirstMoment() throws IOException {
        Path location = folder.resolve("owned");
        List<String> seen = new ArrayList<>();
        TroubledDisk watched = new TroubledDisk(new OwnerOnlyDisk(location)) {
            @Override
            public void sync(Path path) throws IOException {
                seen.addAll(open(location));
                super.sync(path);
            }
        };
        FileBridgeStore store = new FileBridgeStore(location, watched, Clock.systemUTC());
        StoreSamples.changeConfiguration(store, 1, 3);
        store.backup(HOME);
        store.close();
        assertEquals(List.of(), seen);
        assertEquals(List.of(), open(location));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(location.resolve(HOME))));
    }

    @Test
    void finishesThePurgeOfAnEarlierRun() throws IOException {
        Path location = folder.resolve("purged");
        FileBridgeStore store = store(location);
        StoreSamples.changeConfiguration(store, 1, 1);
        store.close();
        Files.move(location.resolve(HOME), location.resolve(".purged-home"));
        store = store(location);
        assertEquals(Set.of(), store.bridges());
        assertFalse(Files.exists(location.resolve(".purged-home")));
        store.close();
    }

    @Test
    void filesOfABridgeStayOverChangesAndLeaveWithItsPurge() throws IOException {
        Path location = folder.resolve("files");
        FileBridgeStore store = store(location);
        Path files = store.folder(HOME).orElseThrow();
        assertFalse(Files.exists(location.resolve(HOME)), "asking makes nothing");
        StoreSamples.changeConfiguration(store, 1, 1);
        Files.createDirectories(files.resolve("eve-history"));
        Files.writeString(files.resolve("eve-history").resolve("a"), "kept");
        StoreSamples.changeConfiguration(store, 2, 2);
        store.close();
        store = store(location);
        assertEquals(Set.of(HOME), store.bridges());
        assertEquals(
                configuration(2), store.load(HOME).get(Domain.CONFIGURATION).orElseThrow());
        assertEquals("kept", Files.readString(files.resolve("eve-history").resolve("a")));
        store.purge(HOME);
        assertFalse(Files.exists(files));
        store.close();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamedAndLeftAlone() throws IOException {
        Path location = folder.resolve("full");
        TroubledDisk disk = new TroubledDisk(new OwnerOnlyDisk(location));
        FileBridgeStore store = new FileBridgeStore(location, disk, Clock.systemUTC());
        StoreSamples.changeConfiguration(store, 1, 1);
        disk.trouble(TroubledDisk.Trouble.FULL, 1);
        String message = assertThrows(StoreException.class, () -> StoreSamples.changeConfiguration(store, 2, 2))
                .getMessage();
        assertTrue(message.contains(location.resolve(HOME).toString()), message);
        assertTrue(message.contains("No space left"), message);
        assertEquals(
                configuration(1), store.load(HOME).get(Domain.CONFIGURATION).orElseThrow());
        disk.heal();
        StoreSamples.changeConfiguration(store, 2, 2);
        assertEquals(
                configuration(2), store.load(HOME).get(Domain.CONFIGURATION).orElseThrow());
        store.close();
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
