// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.BridgeStatus.State;
import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.bridge.Severity;
import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.store.Domain;
import io.latchkey.api.testing.QuickWorkers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each fault of a store is brought about, and is the one that is named. */
class StoreExaminationTest {
    private final QuickWorkers workers = new QuickWorkers();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        workers.close();
    }

    @Test
    void storeThatTakesAFileIsRightAndKeepsNothingOfIt() throws IOException {
        FileBridgeStore store = new FileBridgeStore(folder);
        StoreExamination examination = new StoreExamination(folder, new OwnerOnlyDisk(folder), workers);
        examination.setStore(store);
        Diagnosis right = only(examination, State.READY);
        store.close();
        assertEquals("store-writable", right.code());
        assertEquals(Severity.RIGHT, right.severity());
        assertFalse(Files.exists(folder.resolve(".doctor")));
    }

    @Test
    void storeOfAnotherInstanceIsNamedWithItsHolder() throws IOException {
        FileBridgeStore other = new FileBridgeStore(folder);
        Diagnosis shared = only(new StoreExamination(folder, new OwnerOnlyDisk(folder), workers));
        other.close();
        assertEquals("store-shared", shared.code());
        assertEquals(Severity.UNREACHABLE, shared.severity());
        assertTrue(shared.seen().contains("process " + ProcessHandle.current().pid()), shared::seen);
        assertEquals(
                "store-writable",
                only(new StoreExamination(folder, new OwnerOnlyDisk(folder), workers))
                        .code());
    }

    @Test
    void fullDiskIsNamed() throws IOException {
        assertEquals("store-full", only(refusing("No space left on device")).code());
    }

    @Test
    void folderOfAnotherUserIsNamed() throws IOException {
        assertEquals("store-unwritable", only(refusing("Permission denied")).code());
    }

    @Test
    void damageBeyondRecoveryIsNamedForTheBridgeThatCannotStart() throws IOException {
        Path prepared = DamagedStore.prepare(folder);
        try (Stream<Path> files = Files.walk(prepared)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(each -> !each.getParent().equals(prepared))
                    .toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        StoreExamination examination = new StoreExamination(prepared, new OwnerOnlyDisk(prepared), workers);
        Diagnosis damaged = only(examination, State.FAILED);
        assertEquals("store-damaged", damaged.code());
        assertEquals(Optional.of(StoreSamples.HOME), damaged.bridge());
        assertEquals("store-writable", only(examination, State.READY).code());
    }

    @Test
    void damageThatCostTheLastChangeIsToldThoughTheBridgeRuns() throws IOException {
        Path prepared = DamagedStore.prepare(folder);
        for (Path manifest : DamagedStore.manifests(prepared, 7)) {
            DamagedStore.Damage.FLIPPED.befall(manifest);
        }
        FileBridgeStore store = new FileBridgeStore(prepared);
        store.load(StoreSamples.HOME);
        StoreExamination examination = new StoreExamination(prepared, new OwnerOnlyDisk(prepared), workers);
        examination.setStore(store);
        Diagnosis mended = only(examination, State.READY);
        assertEquals("store-mended", mended.code());
        assertEquals(Severity.MEND, mended.severity());
        assertTrue(mended.seen().contains("Took generation 6"), mended::seen);
        store.change(StoreSamples.HOME, now -> now.with(Domain.CONFIGURATION, StoreSamples.configuration(9)));
        assertEquals("store-mended", only(examination, State.READY).code());
        store.load(StoreSamples.HOME);
        assertEquals("store-writable", only(examination, State.READY).code());
        store.close();
    }

    private StoreExamination refusing(String why) throws IOException {
        Disk refusing = new TroubledDisk(new OwnerOnlyDisk(folder)) {
            @Override
            public void write(Path file, byte[] bytes) throws IOException {
                throw new IOException(file + ": " + why);
            }
        };
        return new StoreExamination(folder, refusing, workers);
    }

    private static Diagnosis only(StoreExamination examination, State... states) {
        List<Diagnosis> seen = examination
                .examine(Stream.of(states).map(StoreExaminationTest::home).toList())
                .toCompletableFuture()
                .join();
        assertEquals(1, seen.size(), seen::toString);
        return seen.get(0);
    }

    private static ExaminedBridge home(State state) {
        BridgeStatus status = new BridgeStatus(
                StoreSamples.HOME,
                "Home",
                state,
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                0,
                ConfigurationNumber.FIRST,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "io.latchkey.bridge~home");
        return new ExaminedBridge(status, Optional.empty(), Optional.empty());
    }
}
