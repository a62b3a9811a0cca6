// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.StoreException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is stored of one bridge: generations of its whole memory, each of them twice, in two {@link Replica}s. A change
 * writes the parts that are new into both, then the manifests, and makes it count by giving one manifest its name. What is
 * expendable is kept of the newest generation only: nobody needs an older one, and what people want forgotten is gone.
 *
 * <p>Only this object writes there, so what it has read or written once it knows; after any trouble it reads anew. Not safe
 * for several threads.
 */
final class BridgeFolder {
    /** How many generations stay. */
    static final int KEPT = 5;

    private static final Logger LOG = LoggerFactory.getLogger(BridgeFolder.class);

    private final Disk disk;
    private final Path folder;
    private final List<Replica> replicas;
    private final SchemaOneFiles earlier;
    private final NarrowableCopies copies;
    private Optional<State> state = Optional.empty();
    private List<String> losses = List.of();

    /**
     * Looks at nothing yet.
     *
     * @param copies of the bridge: they lose the trust that it loses
     */
    BridgeFolder(Disk disk, Path folder, NarrowableCopies copies) {
        this.disk = disk;
        this.folder = folder;
        this.copies = copies;
        this.replicas = replicas(disk, folder);
        this.earlier = new SchemaOneFiles(disk, folder);
    }

    /** The two places of what is stored of the bridge in that folder. */
    static List<Replica> replicas(Disk disk, Path folder) {
        return List.of(new Replica(disk, folder.resolve("first")), new Replica(disk, folder.resolve("second")));
    }

    /**
     * What is known of the disk.
     *
     * @param memory the newest
     * @param newest its generation; empty before the first one
     * @param highest the largest number that was ever seen, whole or not
     * @param others the parts of the other generations that stay; empty for one whose parts can't be told
     */
    record State(
            BridgeMemory memory,
            Optional<Generation> newest,
            long highest,
            SortedMap<Long, Optional<Set<String>>> others) {}

    /** What could not be had any more when it was read, for people; it stays told until it is read anew. */
    List<String> losses() {
        return losses;
    }

    /** What is remembered. */
    BridgeMemory load() throws IOException {
        return state().memory();
    }

    /** Makes a change; when it throws, nothing has changed. */
    BridgeMemory change(UnaryOperator<BridgeMemory> change) throws IOException {
        State before = state();
        BridgeMemory after = change.apply(before.memory());
        Optional<PreparedChange> prepared = prepare(before, after);
        if (prepared.isPresent()) {
            commit(prepared.get());
            tidy(prepared.get());
        }
        return after;
    }

    /**
     * Writes a change beside what counts, so that nothing which needs room is left to do; empty when it changes nothing.
     * Whoever prepares ends it with {@link #commit} and {@link #tidy}, or with {@link #discard}.
     */
    Optional<PreparedChange> prepare(State before, BridgeMemory after) throws IOException {
        if (after.equals(before.memory())) {
            return Optional.empty();
        }
        boolean trustLost = TrustLoss.between(before.memory(), after);
        Map<String, byte[]> contents = new HashMap<>();
        long epoch = epoch(before, trustLost);
        Generation next = Generation.encode(before.newest(), after, before.highest() + 1, epoch, contents);
        disk.createFolder(folder);
        if (before.newest().isEmpty() && !trustLost) {
            earlier.archive();
        }
        for (Replica replica : replicas) {
            replica.prepare(next.manifest(), missing(replica, next, contents));
        }
        return Optional.of(new PreparedChange(before, next, trustLost));
    }

    /** Makes a change count; when it throws, it doesn't. Older generations stay until {@link #tidy}. */
    void commit(PreparedChange change) throws IOException {
        commit(change.next().number());
        state = Optional.of(new State(
                change.next().memory(),
                Optional.of(change.next()),
                change.next().number(),
                others(change.before(), change.trustLost())));
    }

    /** Takes away what a change that counts has made old, with the trust that it takes away. */
    void tidy(PreparedChange change) {
        if (change.trustLost()) {
            attempt(
                    folder,
                    () -> copies.narrow(
                            Optional.of(change.before().memory()),
                            change.next().memory(),
                            change.next().manifest().epoch()));
        }
        state.ifPresent(now -> tidy(now, change.trustLost()));
    }

    /**
     * Takes back the change that was to follow, wherever it has got to before {@link #tidy}, and leaves nothing of it.
     *
     * @throws IOException when it may count
     */
    void discard(State before) throws IOException {
        state = Optional.empty();
        for (Replica replica : replicas) {
            replica.takeBack(before.highest() + 1);
        }
        if (before.newest().isPresent()) {
            tidy(before, true);
        } else {
            attempt(folder, this::clear);
        }
    }

    private void clear() throws IOException {
        for (Replica replica : replicas) {
            replica.clear();
        }
        disk.delete(folder.resolve(SchemaOneFiles.ARCHIVE));
        try {
            if (disk.list(folder).isEmpty()) {
                disk.delete(folder);
            }
        } catch (NoSuchFileException neverMade) {
            LOG.debug("{} was not made", folder);
        }
    }

    /** The epoch of trust of what is remembered, which a copy of it gets. */
    long epoch() throws IOException {
        return epoch(state(), false);
    }

    /** An epoch that is higher than that of every copy, so that none is forgotten when trust is lost. */
    private long epoch(State before, boolean trustLost) throws IOException {
        Optional<Long> now = before.newest().map(each -> each.manifest().epoch());
        if (!trustLost && now.isPresent()) {
            return now.get();
        }
        return Math.max(now.orElse(0L), copies.highestEpoch()) + (trustLost ? 1 : 0);
    }

    /** What is known of the disk, looked at if need be. */
    State state() throws IOException {
        if (state.isEmpty()) {
            State found = found();
            state = Optional.of(found);
            found.newest().ifPresent(newest -> settle(found, newest));
        }
        return state.get();
    }

    private State found() throws IOException {
        Recovery recovery = new Recovery(folder, replicas);
        if (recovery.isEmpty()) {
            if (earlier.isRetired()) {
                throw new StoreException(
                        folder + " lacks all that was stored last. Nothing was changed. Put a backup of the "
                                + "folder in its place, or take the folder away to begin without it; then start the bridge "
                                + "again.");
            }
            return new State(earlier.read(), Optional.empty(), 0, new TreeMap<>());
        }
        Generation newest = recovery.newest();
        losses = recovery.losses();
        return new State(
                newest.memory(), Optional.of(newest), recovery.highest(), new TreeMap<>(recovery.others(newest)));
    }

    private static SortedMap<Long, Optional<Set<String>>> others(State before, boolean trustLost) {
        SortedMap<Long, Optional<Set<String>>> others = new TreeMap<>();
        if (!trustLost) {
            others.putAll(before.others());
            before.newest().ifPresent(newest -> others.put(newest.number(), Optional.of(newest.lastingNames())));
            while (others.size() >= KEPT) {
                others.remove(others.firstKey());
            }
        }
        return others;
    }

    private Map<String, byte[]> missing(Replica replica, Generation generation, Map<String, byte[]> contents)
            throws IOException {
        Map<String, byte[]> missing = new TreeMap<>();
        for (String name : generation.names()) {
            if (!replica.has(name)) {
                byte[] known = contents.get(name);
                missing.put(name, known == null ? part(name) : known);
            }
        }
        return missing;
    }

    private byte[] part(String name) throws IOException {
        try {
            return Recovery.part(replicas, name);
        } catch (DamageException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /**
     * One replica is enough: the other one is made good later. Where neither says that it is done, what is to be seen on
     * the disk decides, so that nothing is reported that isn't there and nothing is there that was refused.
     */
    private void commit(long generation) throws IOException {
        Optional<IOException> trouble = Optional.empty();
        boolean done = false;
        for (Replica replica : replicas) {
            try {
                replica.commit(generation);
                done = true;
            } catch (IOException e) {
                LOG.warn("{} could not be brought up to date: {}", replica.folder(), e.toString());
                trouble = Optional.of(e);
            }
        }
        if (!done && !isThereAllTheSame(generation)) {
            throw trouble.orElseThrow();
        }
    }

    private boolean isThereAllTheSame(long generation) throws IOException {
        state = Optional.empty();
        boolean there = false;
        for (Replica replica : replicas) {
            try {
                replica.takeBack(generation);
            } catch (IOException e) {
                LOG.debug("{} keeps what should be taken back", replica.folder(), e);
            }
            there |= replica.isCommitted(generation);
        }
        if (there) {
            LOG.error("{} has taken a change, but the disk doesn't say that it is there for good: check it", folder);
        }
        return there;
    }

    /** Completes what a killed run has begun and mends what is damaged; trouble with it is told and tried again later. */
    private void settle(State found, Generation newest) {
        for (Replica replica : replicas) {
            try {
                mend(replica, newest);
            } catch (IOException e) {
                LOG.warn("{} could not be mended, the other copy is whole: {}", replica.folder(), e.toString());
            }
        }
        attempt(
                folder,
                () -> copies.narrow(
                        Optional.empty(), newest.memory(), newest.manifest().epoch()));
        tidy(found, true);
    }

    private void mend(Replica replica, Generation newest) throws IOException {
        for (String name : newest.names()) {
            replica.check(name);
        }
        Map<String, byte[]> missing = missing(replica, newest, Map.of());
        if (!missing.isEmpty() || !replica.holds(newest.manifest())) {
            replica.prepare(newest.manifest(), missing);
            replica.commit(newest.number());
            LOG.info("{} was not complete, it is mended from the other copy", replica.folder());
        }
    }

    /** Takes away what counts no more. It never makes a change fail: that is durable already. */
    private void tidy(State now, boolean forGood) {
        Set<Long> kept = new HashSet<>(now.others().keySet());
        kept.add(now.highest());
        Set<String> parts = new HashSet<>();
        now.newest().ifPresent(newest -> {
            kept.add(newest.number());
            parts.addAll(newest.names());
        });
        boolean allKnown = now.others().values().stream().allMatch(Optional::isPresent);
        now.others().values().forEach(names -> names.ifPresent(parts::addAll));
        for (Replica replica : replicas) {
            attempt(replica.folder(), () -> replica.prune(kept, allKnown ? parts : Set.of(), forGood));
        }
        attempt(folder, earlier::retire);
        if (now.newest().filter(newest -> newest.manifest().epoch() > 0).isPresent()) {
            attempt(folder, earlier::forget);
        }
    }

    private static void attempt(Path where, Tidying tidying) {
        try {
            tidying.run();
        } catch (IOException e) {
            LOG.warn("{} keeps what counts no more, it is tried again: {}", where, e.toString());
        }
    }

    /** Something that takes old files away. */
    private interface Tidying {
        void run() throws IOException;
    }
}
