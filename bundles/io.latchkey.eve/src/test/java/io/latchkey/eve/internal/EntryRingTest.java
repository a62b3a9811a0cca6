// SPDX-License-Identifier: EPL-2.0
package io.latchkey.eve.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ring keeps the newest entries, over every restart, and loses what is damaged and nothing else. */
class EntryRingTest {
    private static final byte[] SIGNATURE = {1, 7, 2};
    private static final long BEGIN = 816_912_000;
    private static final long MOST_BYTES = 100_000;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("below").resolve("a.history");
    }

    @Property(tries = 60)
    void itIsAListOfWhichTheOldestLeave(
            @ForAll @IntRange(max = 9000) int entries, @ForAll @IntRange(min = 1, max = 5000) int restart)
            throws IOException {
        inFolder(where -> {
            List<HistoryEntry> model = new ArrayList<>();
            EntryRing ring = EntryRing.open(where, SIGNATURE);
            for (int i = 0; i < entries; i++) {
                if (i % restart == restart - 1) {
                    ring = EntryRing.open(where, SIGNATURE);
                }
                ring.append(BEGIN + i, value(i));
                model.add(new HistoryEntry(i + 2L, i, 1, value(i).bytes()));
            }
            assertHolds(model, ring);
            assertHolds(model, EntryRing.open(where, SIGNATURE));
        });
    }

    @Property(tries = 100)
    void whatIsDamagedIsLostAndNothingElse(
            @ForAll @IntRange(min = 1, max = 5000) int entries,
            @ForAll @IntRange(min = 1, max = 300) int length,
            @ForAll long seed)
            throws IOException {
        inFolder(where -> {
            EntryRing ring = filled(where, entries);
            Map<Long, HistoryEntry> before = byNumber(ring);
            Random random = new Random(seed);
            byte[] bytes = Files.readAllBytes(where);
            int at = random.nextInt(bytes.length - length);
            byte[] noise = new byte[length];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, bytes, at, length);
            Files.write(where, bytes);
            EntryRing opened = EntryRing.open(where, SIGNATURE);
            Map<Long, HistoryEntry> after = byNumber(opened);
            before.forEach((number, entry) -> {
                int position = RingLayout.position(number);
                boolean isTouched = position < at + length && at < position + RingLayout.RECORD;
                boolean hasLeft = number < opened.state().first() + 1;
                if (!isTouched && !hasLeft) {
                    assertEquals(entry, after.get(number), () -> "number " + number + ", damage at " + at);
                }
            });
            after.forEach((number, entry) -> assertEquals(before.get(number), entry));
            long last = opened.state().last();
            assertTrue(last >= ring.state().last() || isTouched(ring.state().last(), at, length), "last " + last);
            opened.append(BEGIN + entries, value(7));
            assertEquals(last + 1, opened.state().last(), "it goes on");
        });
    }

    @Property(tries = 100)
    void noFileStopsIt(@ForAll byte[] content) throws IOException {
        inFolder(where -> {
            Files.createDirectories(where.getParent());
            Files.write(where, content);
            EntryRing ring = EntryRing.open(where, SIGNATURE);
            ring.append(BEGIN, value(1));
            assertEquals(1, ring.entries(0, 100).size());
            assertEquals(1, EntryRing.open(where, SIGNATURE).entries(0, 100).size());
        });
    }

    @Test
    void oneDamagedHeadIsMadeUpForByTheOther() throws IOException {
        for (int at : new int[] {3, RingLayout.SIZE - 3}) {
            EntryRing ring = filled(file, 20);
            byte[] bytes = Files.readAllBytes(file);
            bytes[at] ^= 1;
            Files.write(file, bytes);
            assertEquals(byNumber(ring), byNumber(EntryRing.open(file, SIGNATURE)));
            Files.delete(file);
        }
    }

    @Test
    void aNumberThatMayHaveBeenGivenIsNotGivenAgain() throws IOException {
        EntryRing ring = filled(file, 20);
        long last = ring.state().last();
        byte[] bytes = Files.readAllBytes(file);
        bytes[RingLayout.position(last)] ^= 1;
        Files.write(file, bytes);
        EntryRing opened = EntryRing.open(file, SIGNATURE);
        opened.append(BEGIN + 100, value(1));
        assertEquals(last + 1, opened.state().last());
    }

    @Test
    void otherValuesBeginItAnew() throws IOException {
        filled(file, 20);
        EntryRing other = EntryRing.open(file, new byte[] {1, 1, 2});
        assertEquals(HistoryState.EMPTY, other.state());
        other.append(BEGIN + 1000, value(3));
        assertEquals(new HistoryState(BEGIN + 1000, 2, 0), other.state());
    }

    @Test
    void aClockThatIsBehindForAWhileCostsNothingAndForADayTheRing() throws IOException {
        EntryRing ring = filled(file, 20);
        HistoryState before = ring.state();
        long early = BEGIN - 100 * 86_400;
        ring.append(early, value(3));
        ring.append(early + 86_399, value(3));
        assertEquals(before, ring.state());
        ring.append(BEGIN + 30, value(3));
        assertEquals(before.last() + 1, ring.state().last());
        ring.append(early + 86_400, value(3));
        assertEquals(before.last() + 1, ring.state().last(), "it was right in between");
        ring.append(early + 2 * 86_400, value(3));
        assertEquals(new HistoryState(early + 2 * 86_400, 2, 0), ring.state());
        assertEquals(1, ring.entries(0, 100).size());
    }

    @Test
    void itTakesLessThanAHundredKilobytesOnTheDisk() throws IOException {
        EntryRing ring = filled(file, 1);
        long begun = bytes();
        for (int i = 0; i < 3 * HistoryState.CAPACITY; i++) {
            ring.append(BEGIN + i, value(i));
        }
        assertEquals(begun, bytes(), "it never grows");
        assertTrue(begun <= MOST_BYTES, begun + " bytes");
        assertEquals(HistoryState.CAPACITY, ring.state().used());
    }

    private long bytes() throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            return files.mapToLong(each -> each.toFile().length()).sum();
        }
    }

    private static boolean isTouched(long number, int at, int length) {
        int position = RingLayout.position(number);
        return position < at + length && at < position + RingLayout.RECORD;
    }

    private static EntryRing filled(Path where, int entries) throws IOException {
        EntryRing ring = EntryRing.open(where, SIGNATURE);
        for (int i = 0; i < entries; i++) {
            ring.append(BEGIN + i, value(i));
        }
        return ring;
    }

    private static void assertHolds(List<HistoryEntry> model, EntryRing ring) throws IOException {
        int kept = Math.min(model.size(), HistoryState.CAPACITY - 1);
        List<HistoryEntry> newest = model.subList(model.size() - kept, model.size());
        assertEquals(newest, ring.entries(ring.state().first() + 1, Integer.MAX_VALUE >> 8));
        if (!model.isEmpty()) {
            HistoryEntry last = model.get(model.size() - 1);
            assertEquals(new HistoryState(BEGIN, last.number(), last.seconds()), ring.state());
            assertEquals(
                    Math.min(model.size() + 1, HistoryState.CAPACITY),
                    ring.state().used());
        }
    }

    private static Map<Long, HistoryEntry> byNumber(EntryRing ring) throws IOException {
        Map<Long, HistoryEntry> entries = new HashMap<>();
        ring.entries(ring.state().first() + 1, HistoryState.CAPACITY).forEach(each -> entries.put(each.number(), each));
        return entries;
    }

    static HistorySeries.Values value(int number) {
        return new HistorySeries.Values(1, new byte[] {(byte) number, (byte) (number >> 8)});
    }

    /** Something that is tried with a file. */
    private interface Attempt {
        void run(Path where) throws IOException;
    }

    /** Properties have no temporary folder of JUnit's. */
    private static void inFolder(Attempt attempt) throws IOException {
        Path where = Files.createTempDirectory("ring");
        Path ring = where.resolve("below").resolve("a.history");
        try {
            attempt.run(ring);
        } finally {
            Files.deleteIfExists(ring);
            Files.deleteIfExists(ring.getParent());
            Files.delete(where);
        }
    }
}
