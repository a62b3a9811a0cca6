// SPDX-License-Identifier: EPL-2.0
package io.latchkey.eve.internal;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapStatusException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The history of one accessory, as controllers ask for it: they name the number of an entry, then read the next ones until
 * nothing is left. Safe for all threads; no method waits: files are read and written on {@code latchkey-disk}, in the order
 * of the calls.
 */
final class StoredHistory {
    /** How many entries are told at once. */
    static final int MOST_ENTRIES = 11;

    private static final Logger LOG = LoggerFactory.getLogger(StoredHistory.class);
    private static final long NOT_ASKED = 0;

    private final Path file;
    private final byte[] signature;
    private final LastActivation activation;
    private final Workers workers;
    private volatile Optional<EntryRing> ring = Optional.empty();
    private volatile boolean closed;
    private boolean isTroubled;
    private long next = NOT_ASKED;

    /** Prepares it; the file is read soon. */
    StoredHistory(Path file, HistorySeries series, Workers workers) {
        this.file = file;
        this.signature = series.signature();
        this.activation = new LastActivation(series);
        this.workers = workers;
        onDisk(this::ring);
    }

    /** What controllers read of how it stands; ends at once when the file has been read. */
    CompletionStage<byte[]> status() {
        return ring.map(CompletableFuture::completedFuture)
                .orElseGet(() -> onDisk(this::ring))
                .thenApply(read -> HistoryMessages.status(signature, read.state()));
    }

    /** When a contact was opened last or something began to move, in seconds since the reference time. */
    CompletionStage<Long> lastActivation() {
        return ring.map(CompletableFuture::completedFuture)
                .orElseGet(() -> onDisk(this::ring))
                .thenApply(read -> activation.seconds());
    }

    /** Adds entries, all of one moment in seconds since 2001-01-01 UTC; fails when they aren't kept. */
    CompletionStage<Void> add(long time, List<HistorySeries.Values> entries) {
        return onDisk(() -> {
            for (HistorySeries.Values each : entries) {
                ring().append(time, each);
                activation.next(each.mask(), each.bytes(), ring().state().seconds());
            }
            isTroubled = false;
            return null;
        });
    }

    /** A controller wants the entries from that number on, zero for all. */
    void ask(long from) {
        onDisk(() -> {
            next = Math.max(from, ring().state().first());
            return next;
        });
    }

    /** The next entries that were asked for. */
    CompletionStage<byte[]> next() {
        return onDisk(this::take);
    }

    /** Touches its file no more. */
    void close() {
        closed = true;
    }

    private byte[] take() throws IOException {
        HistoryState state = ring().state();
        if (next == NOT_ASKED || next > state.last()) {
            next = NOT_ASKED;
            return HistoryMessages.nothing();
        }
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        int room = MOST_ENTRIES;
        if (next <= state.first()) {
            next = state.first();
            told.writeBytes(HistoryMessages.reference(next++, state.reference()));
            room--;
        }
        List<HistoryEntry> entries = ring().entries(next, room);
        entries.forEach(each -> told.writeBytes(HistoryMessages.entry(each)));
        next = entries.size() < room ? state.last() + 1 : entries.get(room - 1).number() + 1;
        return told.size() > 0 ? told.toByteArray() : HistoryMessages.nothing();
    }

    private EntryRing ring() throws IOException {
        if (ring.isEmpty()) {
            EntryRing opened = EntryRing.open(file, signature);
            opened.entries(opened.state().first() + 1, HistoryState.CAPACITY)
                    .forEach(each -> activation.next(each.mask(), each.values(), each.seconds()));
            ring = Optional.of(opened);
        }
        return ring.get();
    }

    /** Something that is done with the file. */
    private interface DiskTask<T> {
        T run() throws IOException;
    }

    private <T> CompletableFuture<T> onDisk(DiskTask<T> task) {
        CompletableFuture<T> done = new CompletableFuture<>();
        try {
            workers.disk().execute(() -> run(task, done));
        } catch (RejectedExecutionException full) {
            done.completeExceptionally(new HapStatusException(HapStatus.BUSY, "too much waits for the disk"));
        }
        return done;
    }

    private <T> void run(DiskTask<T> task, CompletableFuture<T> done) {
        try {
            if (closed) {
                throw new IOException("it has been closed");
            }
            done.complete(task.run());
        } catch (IOException | RuntimeException e) {
            tell(e);
            done.completeExceptionally(
                    new HapStatusException(HapStatus.UNABLE_TO_COMMUNICATE, "the history can't be read or written"));
        }
    }

    /** Once, until it works again. */
    private void tell(Exception trouble) {
        if (!isTroubled && !closed) {
            isTroubled = true;
            LOG.warn(
                    "The history in {} can't be read or written; the bridge goes on without it: {}",
                    file,
                    trouble.toString());
        }
    }
}
