// SPDX-License-Identifier: EPL-2.0
package io.latchkey.eve.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The newest {@value HistoryState#CAPACITY} entries of one history in a file of less than 100 kB. An entry is written in one
 * piece in the place of the oldest, so it survives whatever becomes of the process; the disk is not waited for, so the last
 * half minute may be lost with the machine. Each record and each of two heads has a check: what is damaged is passed over.
 *
 * <p>Called on {@code latchkey-disk} only, but for {@link #state}. It holds no file open.
 */
final class EntryRing {
    private static final long NEVER = Long.MAX_VALUE;
    private static final long DAY_SECONDS = 86_400;

    private final Path file;
    private final byte[] signature;
    private volatile HistoryState state = HistoryState.EMPTY;
    private boolean exists;
    private long earlySince = NEVER;

    private EntryRing(Path file, byte[] signature) {
        this.file = file;
        this.signature = signature.clone();
    }

    /**
     * Opens a file. One whose values were others, or both of whose heads are damaged, is begun anew with the next entry.
     *
     * @param signature which values entries have
     * @throws IOException when it can't be read
     */
    static EntryRing open(Path file, byte[] signature) throws IOException {
        EntryRing ring = new EntryRing(file, signature);
        try {
            ring.read(Files.readAllBytes(file));
        } catch (NoSuchFileException begun) {
            ring.exists = false;
        }
        return ring;
    }

    /** How it stands. */
    HistoryState state() {
        return state;
    }

    /**
     * Adds an entry.
     *
     * @param time seconds since 2001-01-01 UTC. Before the reference time nothing is kept, because a computer may begin with a
     *     clock that is behind; when that has lasted a day, the ring begins anew
     * @throws IOException when it isn't kept
     */
    void append(long time, HistorySeries.Values values) throws IOException {
        if (isTooEarly(time)) {
            return;
        }
        if (!exists || time < state.reference() || state.last() == HistoryEntry.MOST_NUMBER) {
            begin(time);
        }
        long seconds = time - state.reference();
        HistoryEntry entry = new HistoryEntry(state.last() + 1, seconds, values.mask(), values.bytes());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            write(channel, RingLayout.record(entry), RingLayout.position(entry.number()));
        } catch (NoSuchFileException deleted) {
            exists = false;
            throw deleted;
        }
        state = new HistoryState(state.reference(), entry.number(), seconds);
    }

    /**
     * The next entries.
     *
     * @param from the lowest number
     * @param most how many at most
     * @throws IOException when they can't be read
     */
    List<HistoryEntry> entries(long from, int most) throws IOException {
        List<HistoryEntry> entries = new ArrayList<>(most);
        long number = Math.max(from, state.first());
        if (number > state.last()) {
            return entries;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (; number <= state.last() && entries.size() < most; number++) {
                entry(channel, number).ifPresent(entries::add);
            }
        }
        return entries;
    }

    private boolean isTooEarly(long time) {
        if (!exists || time >= state.reference()) {
            earlySince = NEVER;
            return false;
        }
        earlySince = Math.min(earlySince, time);
        return time - earlySince < DAY_SECONDS;
    }

    private static Optional<HistoryEntry> entry(FileChannel channel, long number) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(RingLayout.RECORD);
        long position = RingLayout.position(number);
        while (record.hasRemaining() && channel.read(record, position + record.position()) >= 0) {}
        return RingLayout.entry(record.array(), 0).filter(entry -> entry.number() == number);
    }

    private void read(byte[] bytes) {
        Optional<Long> reference = RingLayout.reference(bytes, signature);
        exists = reference.isPresent() && bytes.length == RingLayout.SIZE;
        if (!exists) {
            return;
        }
        HistoryEntry newest = null;
        for (int slot = 0; slot < HistoryState.CAPACITY; slot++) {
            int position = RingLayout.HEAD + slot * RingLayout.RECORD;
            Optional<HistoryEntry> entry = entry(bytes, position);
            if (entry.isPresent() && (newest == null || entry.get().number() > newest.number())) {
                newest = entry.get();
            }
        }
        long last = newest == null ? 1 : beyondDamage(bytes, newest.number());
        state = new HistoryState(reference.get(), last, newest == null ? 0 : newest.seconds());
    }

    /** The last number that may have been given: a controller that has seen it must not get another entry under it. */
    private static long beyondDamage(byte[] bytes, long newest) {
        long last = newest;
        while (last - newest < HistoryState.CAPACITY && isDamaged(bytes, RingLayout.position(last + 1))) {
            last++;
        }
        return last;
    }

    private static boolean isDamaged(byte[] bytes, int position) {
        return entry(bytes, position).isEmpty() && !RingLayout.isBlank(bytes, position);
    }

    private static Optional<HistoryEntry> entry(byte[] bytes, int position) {
        return RingLayout.entry(bytes, position).filter(each -> RingLayout.position(each.number()) == position);
    }

    private void begin(long time) throws IOException {
        Files.createDirectories(file.getParent());
        Path begun = file.resolveSibling(file.getFileName() + ".new");
        Files.write(begun, RingLayout.blank(time, signature));
        Files.move(begun, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        exists = true;
        state = new HistoryState(time, 1, 0);
    }

    private static void write(FileChannel channel, byte[] record, long position) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(record);
        while (rest.hasRemaining()) {
            channel.write(rest, position + rest.position());
        }
    }
}
