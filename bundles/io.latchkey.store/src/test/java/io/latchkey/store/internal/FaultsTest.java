// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.BeforeRestore;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Configuration;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.store.internal.TroubledDisk.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The disk fails, fills up or the process ends at any step of any kind of change: what is loaded then is the memory before
 * or after and nothing between, what was reported is there, what failed is not, and trust that was taken away is gone.
 */
class FaultsTest {
    private static final Path FOLDER = Path.of("store", "home");
    private static final Path COPIES = Path.of("store", ".copies", "home");

    /** The kinds of change. */
    enum Kind {
        CREATED(BridgeMemory.EMPTY, now -> StoreSamples.unpaired(3)),
        WRONG_CODE(StoreSamples.unpaired(3), now -> now.with(Domain.SETUP, StoreSamples.setup(code(), 1, 1))),
        PAIRED(
                StoreSamples.unpaired(3),
                now -> now.with(Domain.SETUP, StoreSamples.setup(Optional.empty(), 1, 0))
                        .with(Domain.PAIRINGS, StoreSamples.pairings("ADMIN"))),
        NEW_CODE(
                StoreSamples.unpaired(3),
                now -> now.with(Domain.SETUP, StoreSamples.setup(Optional.of(SetupCode.of("831-77-204")), 2, 0))),
        PAIRING_ADDED(
                StoreSamples.paired(3),
                now -> now.with(Domain.PAIRINGS, StoreSamples.pairings("ADMIN", "GUEST", "NEW"))),
        PAIRING_REMOVED(StoreSamples.paired(3), now -> now.with(Domain.PAIRINGS, StoreSamples.pairings("ADMIN"))),
        RESET(
                StoreSamples.paired(3),
                now -> now.with(Domain.IDENTITY, StoreSamples.identity(9))
                        .with(Domain.SETUP, StoreSamples.setup(code(), 9, 0))
                        .with(Domain.PAIRINGS, Pairings.NONE)
                        .with(Domain.CONFIGURATION, StoreSamples.configuration(1))),
        ACCESSORY_ADDED(
                StoreSamples.paired(3),
                now -> now.with(Domain.ALLOCATION, StoreSamples.allocation(4))
                        .with(Domain.CONFIGURATION, StoreSamples.configuration(9))),
        MANY_ACCESSORIES_ADDED(StoreSamples.paired(3), now -> now.with(Domain.ALLOCATION, StoreSamples.allocation(90))),
        TAKEN_OVER(
                StoreSamples.unpaired(3),
                now -> now.with(Domain.BEFORE_TAKEOVER, now)
                        .with(Domain.IDENTITY, StoreSamples.identity(5))
                        .with(Domain.PAIRINGS, StoreSamples.pairings("PHONE"))),
        RESTORED(
                StoreSamples.unpaired(3),
                now -> StoreSamples.paired(5)
                        .with(Domain.IDENTITY, StoreSamples.identity(5))
                        .with(Domain.BEFORE_RESTORE, new BeforeRestore(now, Optional.of(Map.of("name", "Home"))))),
        ROLLED_BACK(
                StoreSamples.paired(3).with(Domain.BEFORE_TAKEOVER, StoreSamples.unpaired(2)),
                now -> now.get(Domain.BEFORE_TAKEOVER).orElseThrow());

        private final BridgeMemory before;
        private final UnaryOperator<BridgeMemory> change;

        Kind(BridgeMemory before, UnaryOperator<BridgeMemory> change) {
            this.before = before;
            this.change = change;
        }

        private static Optional<SetupCode> code() {
            return Optional.of(SetupCode.of("518-08-582"));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aChangeIsWholeOrNotThere(Kind kind) throws IOException {
        MemoryDisk prepared = new MemoryDisk();
        if (!kind.before.equals(BridgeMemory.EMPTY)) {
            BridgeFolder folder = new BridgeFolder(prepared, FOLDER, new NightlyCopies(prepared, COPIES));
            for (int number = 1; number <= 8; number++) {
                Configuration next = StoreSamples.configuration(number);
                folder.change(now -> now.with(Domain.CONFIGURATION, next));
            }
            folder.change(now -> kind.before);
            for (int night = 1; night <= 2; night++) {
                Configuration next = StoreSamples.configuration(night);
                BackupContents copy = copy(folder.load().with(Domain.CONFIGURATION, next));
                new NightlyCopies(prepared, COPIES).add(copy, "2026110" + night, folder.epoch());
            }
        }
        for (Trouble trouble : Trouble.values()) {
            assertTrue(steps(prepared, kind, kind.before, trouble) > 8, "hardly a step was met");
        }
    }

    private static BackupContents copy(BridgeMemory memory) {
        return new BackupContents(Instant.EPOCH, "1.0", List.of(new BridgeCopy("home", Map.of(), List.of(), memory)));
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void aStoreOfSchemaOneIsMovedOverWholeOrNotAtAll(Trouble trouble) throws IOException {
        MemoryDisk prepared = new MemoryDisk();
        prepared.take(SchemaOneStore.fixture().resolve("home"), FOLDER);
        for (Kind kind : new Kind[] {Kind.ACCESSORY_ADDED, Kind.RESET}) {
            assertTrue(steps(prepared, kind, SchemaOneStore.expected(1), trouble) > 8, "hardly a step was met");
        }
    }

    /** Lets the trouble come at each step in turn, and says how many there are. */
    private static int steps(MemoryDisk prepared, Kind kind, BridgeMemory before, Trouble trouble) throws IOException {
        int step = 0;
        boolean came = true;
        while (came) {
            step++;
            came = new Attempt(prepared.copy(), kind, before, trouble, step).holds();
        }
        return step;
    }

    /** One change with trouble, and a look at what came of it. */
    private static final class Attempt {
        private final MemoryDisk disk;
        private final Kind kind;
        private final BridgeMemory before;
        private final BridgeMemory after;
        private final Trouble trouble;
        private final String name;
        private final int step;

        Attempt(MemoryDisk disk, Kind kind, BridgeMemory before, Trouble trouble, int step) {
            this.disk = disk;
            this.kind = kind;
            this.before = before;
            this.after = kind.change.apply(before);
            this.trouble = trouble;
            this.step = step;
            this.name = kind + " " + trouble + " at step " + step;
        }

        /** False when the change needed fewer steps, so that the trouble has not come. */
        boolean holds() throws IOException {
            TroubledDisk troubled = new TroubledDisk(disk);
            BridgeFolder folder = new BridgeFolder(troubled, FOLDER, new NightlyCopies(troubled, COPIES));
            assertEquals(before, folder.load());
            troubled.trouble(trouble, step);
            boolean reported = reports(folder);
            boolean came = troubled.hasCome();
            troubled.heal();
            if (trouble != Trouble.KILLED) {
                assertEquals(reported ? after : before, folder.load(), name + " in this run");
            }
            check(reported, new BridgeFolder(disk, FOLDER, new NightlyCopies(disk, COPIES)).load());
            return came;
        }

        private boolean reports(BridgeFolder folder) {
            try {
                assertEquals(after, folder.change(kind.change));
                return true;
            } catch (IOException e) {
                return false;
            }
        }

        private void check(boolean reported, BridgeMemory found) {
            boolean isAfter = found.equals(after);
            assertTrue(isAfter || found.equals(before), name + ": something between");
            assertTrue(isAfter || !reported, name + ": what was reported is lost");
            assertTrue(reported || !isAfter || trouble == Trouble.KILLED, name + ": what failed is there");
            if (isAfter && TrustLoss.between(before, after)) {
                disk.files().forEach(this::assertNothingLeft);
            }
        }

        private void assertNothingLeft(Path file, byte[] bytes) {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            for (String controller : new String[] {"GUEST", "removed-1", "guest-1"}) {
                boolean trusted = after.get(Domain.PAIRINGS).orElse(Pairings.NONE).pairings().stream()
                        .anyMatch(each -> each.controller().text().equals(controller));
                assertTrue(trusted || !text.contains(controller), name + ": " + controller + " in " + file);
            }
            assertFalse(file.toString().endsWith(".zip"), name + ": " + file);
        }
    }
}
