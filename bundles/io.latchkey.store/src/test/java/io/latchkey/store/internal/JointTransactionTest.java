// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import io.latchkey.store.internal.JointChanges.DueSettings;
import io.latchkey.store.internal.TroubledDisk.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The disk fails, fills up or the process ends at any step of a change of three bridges: all are what they were or all are
 * what they are to be, and nothing half-written is left.
 */
class JointTransactionTest {
    private static final Path LOCATION = Path.of("store");
    private static final List<DueSettings> DUE = List.of(
            new DueSettings("home", Optional.of(Map.of("name", "Home"))), new DueSettings("attic", Optional.empty()));

    private final MemoryDisk prepared = new MemoryDisk();
    private final Map<String, BridgeMemory> before = new LinkedHashMap<>();
    private final Map<String, BridgeMemory> after = new LinkedHashMap<>();

    /** One process with its store. */
    private static final class Run {
        private final Map<String, BridgeFolder> folders = new HashMap<>();
        private final Disk disk;
        private final JointTransaction joint;

        Run(Disk disk) {
            this.disk = disk;
            this.joint = new JointTransaction(disk, LOCATION, this::folder);
        }

        private BridgeFolder folder(String bridge) {
            NightlyCopies copies =
                    new NightlyCopies(disk, LOCATION.resolve(".copies").resolve(bridge));
            return folders.computeIfAbsent(bridge, id -> new BridgeFolder(disk, LOCATION.resolve(id), copies));
        }

        Map<String, BridgeMemory> load() throws IOException {
            joint.finish();
            Map<String, BridgeMemory> all = new LinkedHashMap<>();
            for (String bridge : List.of("home", "attic", "shed")) {
                all.put(bridge, folder(bridge).load());
            }
            return all;
        }
    }

    @BeforeEach
    void prepare() throws IOException {
        prepared.createFolder(LOCATION);
        Run run = new Run(prepared);
        run.folder("home").change(now -> StoreSamples.paired(3));
        run.folder("home").change(now -> now.with(Domain.CONFIGURATION, StoreSamples.configuration(2)));
        run.folder("shed").change(now -> StoreSamples.unpaired(1));
        before.putAll(run.load());
        after.put("home", before.get("home").with(Domain.PAIRINGS, StoreSamples.pairings("ADMIN")));
        after.put("attic", StoreSamples.paired(2));
        after.put("shed", StoreSamples.paired(40).with(Domain.IDENTITY, StoreSamples.identity(7)));
    }

    private Map<String, UnaryOperator<BridgeMemory>> changes() {
        Map<String, UnaryOperator<BridgeMemory>> changes = new LinkedHashMap<>();
        after.forEach((bridge, memory) -> changes.put(bridge, now -> memory));
        return changes;
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void allOfThemOrNone(Trouble trouble) throws IOException {
        int step = 0;
        boolean came = true;
        while (came) {
            step++;
            came = holds(trouble, step);
        }
        assertTrue(step > 25, "hardly a step was met: " + step);
    }

    /** Lets the trouble come at a step; false when there are fewer. */
    private boolean holds(Trouble trouble, int step) throws IOException {
        String name = trouble + " at step " + step;
        MemoryDisk disk = prepared.copy();
        TroubledDisk troubled = new TroubledDisk(disk);
        Run run = new Run(troubled);
        assertEquals(before, run.load());
        troubled.trouble(trouble, step);
        boolean reported = reports(run);
        boolean came = troubled.hasCome();
        troubled.heal();
        if (trouble != Trouble.KILLED) {
            assertEquals(reported ? after : before, run.load(), name + " in this run");
        }
        if (trouble == Trouble.FULL && !reported) {
            assertSame(prepared, disk, name);
        }
        Run next = new Run(disk);
        Map<String, BridgeMemory> found = next.load();
        boolean isAfter = found.equals(after);
        assertTrue(isAfter || found.equals(before), name + ": something between");
        assertTrue(isAfter || !reported, name + ": what was reported is lost");
        assertTrue(reported || !isAfter || trouble == Trouble.KILLED, name + ": what failed is there");
        assertEquals(isAfter ? DUE : List.of(), next.joint.due(), name);
        assertNothingHalf(disk, isAfter, name);
        return came;
    }

    private boolean reports(Run run) {
        try {
            run.joint.change(changes(), DUE);
            return true;
        } catch (IOException failed) {
            return false;
        }
    }

    private static void assertSame(MemoryDisk one, MemoryDisk other, String name) {
        assertEquals(one.files().keySet(), other.files().keySet(), name);
        one.files()
                .forEach((file, bytes) -> assertArrayEquals(bytes, other.files().get(file), name + ": " + file));
    }

    private static void assertNothingHalf(MemoryDisk disk, boolean isAfter, String name) {
        for (Path file : disk.files().keySet()) {
            assertFalse(file.toString().endsWith(".new"), name + ": " + file);
            assertFalse(file.toString().contains("joint"), name + ": " + file);
            assertTrue(isAfter || !file.startsWith(LOCATION.resolve("attic")), name + ": " + file);
        }
    }

    @Test
    void whatIsNotYetSettledIsNotForgotten() throws IOException {
        Run run = new Run(prepared);
        run.load();
        run.joint.change(changes(), DUE);
        DueSettings other = new DueSettings("shed", Optional.of(Map.of()));
        run.joint.change(Map.of("shed", now -> now.without(Domain.STATES)), List.of(other));
        assertEquals(List.of(DUE.get(0), DUE.get(1), other), run.joint.due());
        run.joint.settled();
        assertEquals(List.of(), new Run(prepared).joint.due());
    }

    @Test
    void whatAChangeThrowsIsPassedOnAndNothingIsLeft() throws IOException {
        MemoryDisk disk = prepared.copy();
        Run run = new Run(disk);
        run.load();
        Map<String, UnaryOperator<BridgeMemory>> changes = changes();
        changes.put("shed", now -> {
            throw new IllegalStateException("paired meanwhile");
        });
        assertThrows(IllegalStateException.class, () -> run.joint.change(changes, DUE));
        assertEquals(before, run.load());
        assertSame(prepared, disk, "nothing");
    }
}
