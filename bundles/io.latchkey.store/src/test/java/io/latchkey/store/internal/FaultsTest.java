// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import static io.latchkey.store.internal.Samples.HOME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.StoreException;
import io.latchkey.store.internal.TroubledDisk.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The disk fails, fills up or the process ends at any step of any kind of change: what is loaded then is the memory before
 * or after and nothing between, what was reported is there, what failed is not, and trust that was taken away is gone.
 */
class FaultsTest {
    @TempDir
    Path folder;

    /** The kinds of change. */
    enum Kind {
        CREATED(BridgeMemory.EMPTY, now -> Samples.unpaired(3)),
        WRONG_CODE(Samples.unpaired(3), now -> now.with(Domain.SETUP, Samples.setup(code(), 1, 1))),
        PAIRED(
                Samples.unpaired(3),
                now -> now.with(Domain.SETUP, Samples.setup(Optional.empty(), 1, 0))
                        .with(Domain.PAIRINGS, Samples.pairings("ADMIN"))),
        NEW_CODE(
                Samples.unpaired(3),
                now -> now.with(Domain.SETUP, Samples.setup(Optional.of(SetupCode.of("831-77-204")), 2, 0))),
        PAIRING_ADDED(Samples.paired(3), now -> now.with(Domain.PAIRINGS, Samples.pairings("ADMIN", "GUEST", "NEW"))),
        PAIRING_REMOVED(Samples.paired(3), now -> now.with(Domain.PAIRINGS, Samples.pairings("ADMIN"))),
        RESET(
                Samples.paired(3),
                now -> now.with(Domain.IDENTITY, Samples.identity(9))
                        .with(Domain.SETUP, Samples.setup(code(), 9, 0))
                        .with(Domain.PAIRINGS, Pairings.NONE)
                        .with(Domain.CONFIGURATION, Samples.configuration(1))),
        ACCESSORY_ADDED(
                Samples.paired(3),
                now -> now.with(Domain.ALLOCATION, Samples.allocation(4))
                        .with(Domain.CONFIGURATION, Samples.configuration(9))),
        MANY_ACCESSORIES_ADDED(Samples.paired(3), now -> now.with(Domain.ALLOCATION, Samples.allocation(90))),
        TAKEN_OVER(
                Samples.unpaired(3),
                now -> now.with(Domain.BEFORE_TAKEOVER, now)
                        .with(Domain.IDENTITY, Samples.identity(5))
                        .with(Domain.PAIRINGS, Samples.pairings("PHONE"))),
        ROLLED_BACK(
                Samples.paired(3).with(Domain.BEFORE_TAKEOVER, Samples.unpaired(2)),
                now -> now.get(Domain.BEFORE_TAKEOVER).orElseThrow());

        private final BridgeMemory before;
        private final UnaryOperator<BridgeMemory> change;

        Kind(BridgeMemory before, UnaryOperator<BridgeMemory> change) {
            this.before = before;
            this.change = change;
        }

        boolean takesTrust() {
            return TrustLoss.between(before, change.apply(before));
        }

        private static Optional<SetupCode> code() {
            return Optional.of(SetupCode.of("518-08-582"));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aChangeIsWholeOrNotThere(Kind kind) throws IOException {
        Path prepared = prepared(kind);
        BridgeMemory after = kind.change.apply(kind.before);
        for (Trouble trouble : Trouble.values()) {
            int step = 0;
            boolean came = true;
            while (came) {
                step++;
                Path place = folder.resolve(trouble + "-" + step);
                Samples.copy(prepared, place);
                came = new Attempt(place, kind, trouble, step).holds(after);
            }
            assertTrue(step > 8, "only " + step + " steps");
        }
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void aStoreOfSchemaOneIsMovedOverWholeOrNotAtAll(Trouble trouble) throws IOException {
        BridgeMemory before = SchemaOneTest.expected(1);
        for (Kind kind : new Kind[] {Kind.ACCESSORY_ADDED, Kind.RESET}) {
            BridgeMemory after = kind.change.apply(before);
            int step = 0;
            boolean came = true;
            while (came) {
                step++;
                Path place = folder.resolve(kind + "-" + step);
                Samples.copy(SchemaOneTest.fixture(), place);
                came = new Attempt(place, kind, before, trouble, step).holds(after);
            }
        }
    }

    private Path prepared(Kind kind) throws IOException {
        Path place = folder.resolve("prepared");
        FileBridgeStore store = Samples.open(place);
        if (!kind.before.equals(BridgeMemory.EMPTY)) {
            Samples.changeConfiguration(store, 2, 8);
            store.change(HOME, now -> kind.before);
        }
        store.close();
        return place;
    }

    /** One change with trouble, and a look at what came of it. */
    private static final class Attempt {
        private final Path place;
        private final Kind kind;
        private final BridgeMemory before;
        private final Trouble trouble;
        private final int step;

        Attempt(Path place, Kind kind, Trouble trouble, int step) {
            this(place, kind, kind.before, trouble, step);
        }

        Attempt(Path place, Kind kind, BridgeMemory before, Trouble trouble, int step) {
            this.place = place;
            this.kind = kind;
            this.before = before;
            this.trouble = trouble;
            this.step = step;
        }

        /** False when the change needed fewer steps, so that the trouble has not come. */
        boolean holds(BridgeMemory after) throws IOException {
            TroubledDisk disk = new TroubledDisk(new UnforcedDisk());
            FileBridgeStore store = new FileBridgeStore(place, disk, Clock.systemUTC());
            assertEquals(before, store.load(HOME));
            disk.trouble(trouble, step);
            boolean reported = reports(store);
            boolean came = disk.hasCome();
            if (trouble != Trouble.KILLED) {
                disk.heal();
                assertEquals(reported ? after : before, store.load(HOME), name() + " in this run");
            }
            disk.heal();
            store.close();
            check(reported, after);
            return came;
        }

        private boolean reports(FileBridgeStore store) {
            try {
                store.change(HOME, kind.change);
                return true;
            } catch (StoreException e) {
                return false;
            }
        }

        private void check(boolean reported, BridgeMemory after) throws IOException {
            FileBridgeStore store = Samples.open(place);
            BridgeMemory found = store.load(HOME);
            boolean isAfter = found.equals(after);
            assertTrue(isAfter || found.equals(before), name() + ": something between");
            assertTrue(isAfter || !reported, name() + ": what was reported is lost");
            assertTrue(reported || !isAfter || trouble == Trouble.KILLED, name() + ": what failed is there");
            store.close();
            if (isAfter && TrustLoss.between(before, after)) {
                assertNothingLeft(after);
            }
        }

        private void assertNothingLeft(BridgeMemory after) throws IOException {
            for (String controller : new String[] {"GUEST", "removed-1", "guest-1"}) {
                boolean trusted = after.get(Domain.PAIRINGS).orElse(Pairings.NONE).pairings().stream()
                        .anyMatch(each -> each.controller().text().equals(controller));
                for (Path file : Samples.files(place.resolve(HOME))) {
                    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                    assertFalse(!trusted && text.contains(controller), name() + ": " + controller + " in " + file);
                    assertFalse(file.toString().endsWith(".zip"), name() + ": " + file);
                }
            }
        }

        private String name() {
            return kind + " " + trouble + " at step " + step;
        }
    }
}
