// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.StoreException;
import io.latchkey.store.internal.JointChanges.DueSettings;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes changes of several bridges count together. Each is written beside what counts; then a note of all that is to be
 * gets its name, which decides it; then each is made to count, for which a full disk has room. A note that is found later is
 * carried out before anything else, and what was prepared without one is taken back. Not safe for several threads.
 */
final class JointTransaction {
    private static final Logger LOG = LoggerFactory.getLogger(JointTransaction.class);
    private static final String NEW = ".new";

    private final Disk disk;
    private final Path location;
    private final Path decided;
    private final Path due;
    private final Function<String, BridgeFolder> folders;
    private boolean isOpen = true;

    /**
     * Looks at nothing yet.
     *
     * @param folders of bridges, by id
     */
    JointTransaction(Disk disk, Path location, Function<String, BridgeFolder> folders) {
        this.disk = disk;
        this.location = location;
        this.decided = location.resolve(".joint-change.json");
        this.due = location.resolve(".due-settings.json");
        this.folders = folders;
    }

    /** One bridge of several. */
    private record Part(BridgeFolder folder, BridgeFolder.State before, BridgeMemory after) {}

    /** One that is written beside. */
    private record Prepared(BridgeFolder folder, PreparedChange change) {}

    /**
     * Carries out what was decided, by an earlier run or before trouble with the disk, and takes back what was not. To be
     * called before all else.
     */
    void finish() throws IOException {
        if (isOpen) {
            takeBackUndecided();
            Optional<JointNote> found = read(decided);
            if (found.isPresent()) {
                for (Map.Entry<String, BridgeMemory> each :
                        found.get().memories().entrySet()) {
                    folders.apply(each.getKey()).change(now -> each.getValue());
                }
                end(found.get().due());
                LOG.info(
                        "What was decided for {} is done",
                        found.get().memories().keySet());
            }
            isOpen = false;
        }
    }

    /** Makes changes; when it throws, nothing has changed. */
    void change(Map<String, UnaryOperator<BridgeMemory>> changes, List<DueSettings> settings) throws IOException {
        List<Part> parts = new ArrayList<>();
        List<Prepared> prepared = new ArrayList<>();
        try {
            Map<String, BridgeMemory> memories = new TreeMap<>();
            for (Map.Entry<String, UnaryOperator<BridgeMemory>> each : changes.entrySet()) {
                Part part = part(each.getKey(), each.getValue());
                parts.add(part);
                memories.put(each.getKey(), part.after());
            }
            List<DueSettings> all = withEarlier(settings);
            write(fresh(decided), new JointNote(memories, all));
            write(fresh(due), new JointNote(Map.of(), all));
            for (Part part : parts) {
                part.folder()
                        .prepare(part.before(), part.after())
                        .ifPresent(change -> prepared.add(new Prepared(part.folder(), change)));
            }
            decide(prepared);
        } catch (IOException | RuntimeException failure) {
            if (!isDecidedAllTheSame(parts, failure)) {
                throw failure;
            }
            return;
        }
        close();
        prepared.forEach(each -> each.folder().tidy(each.change()));
    }

    /** What configurations are to say. */
    List<DueSettings> due() throws IOException {
        return read(due).map(JointNote::due).orElse(List.of());
    }

    /** It has been seen to. */
    void settled() throws IOException {
        disk.delete(due);
        disk.sync(location);
    }

    private Part part(String bridge, UnaryOperator<BridgeMemory> change) throws IOException {
        BridgeFolder folder = folders.apply(bridge);
        BridgeFolder.State before = folder.state();
        return new Part(folder, before, change.apply(before.memory()));
    }

    /** What nobody has seen to yet is not forgotten for what is due now. */
    private List<DueSettings> withEarlier(List<DueSettings> settings) throws IOException {
        List<DueSettings> all = new ArrayList<>(due());
        all.removeIf(earlier -> settings.stream().anyMatch(each -> each.bridge().equals(earlier.bridge())));
        all.addAll(settings);
        return all;
    }

    private void decide(List<Prepared> prepared) throws IOException {
        disk.move(fresh(decided), decided);
        disk.sync(location);
        for (Prepared each : prepared) {
            each.folder().commit(each.change());
        }
    }

    /** All of it counts; a note that stays would undo what follows, so nothing follows before it is gone. */
    private void close() {
        isOpen = true;
        try {
            disk.move(fresh(due), due);
            forget();
            isOpen = false;
        } catch (IOException e) {
            LOG.warn("{} stays for now: {}", decided, e.toString());
        }
    }

    private void end(List<DueSettings> settings) throws IOException {
        write(fresh(due), new JointNote(Map.of(), settings));
        disk.move(fresh(due), due);
        forget();
    }

    private void forget() throws IOException {
        disk.sync(location);
        disk.delete(decided);
        disk.sync(location);
    }

    /** Takes everything back, unless what is to be seen on the disk then says that it is decided. */
    private boolean isDecidedAllTheSame(List<Part> parts, Exception failure) {
        try {
            for (Part part : parts) {
                part.folder().discard(part.before());
            }
            disk.delete(decided);
            disk.delete(fresh(decided));
            disk.delete(fresh(due));
            disk.sync(location);
            return false;
        } catch (IOException stuck) {
            failure.addSuppressed(stuck);
            isOpen = true;
        }
        boolean isDecided = isThere(decided);
        if (isDecided) {
            LOG.error("{} is decided, but can't be carried out now: check the disk", decided, failure);
        }
        return isDecided;
    }

    private void takeBackUndecided() throws IOException {
        for (String bridge : undecided()) {
            try {
                BridgeFolder folder = folders.apply(bridge);
                folder.discard(folder.state());
            } catch (StoreException unreadable) {
                LOG.warn("What was begun for bridge {} stays: {}", bridge, unreadable.getMessage());
            }
        }
        disk.delete(fresh(decided));
        disk.delete(fresh(due));
    }

    private Set<String> undecided() throws IOException {
        Path begun = fresh(decided);
        try {
            return JointNote.of(begun, disk.read(begun)).memories().keySet();
        } catch (NoSuchFileException | DamageException nothing) {
            return Set.of();
        }
    }

    private boolean isThere(Path file) {
        try {
            disk.read(file);
            return true;
        } catch (NoSuchFileException none) {
            return false;
        } catch (IOException unreadable) {
            return true;
        }
    }

    private Optional<JointNote> read(Path file) throws IOException {
        try {
            return Optional.of(JointNote.of(file, disk.read(file)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (DamageException damage) {
            LOG.error(
                    "{} {}: what it says can't be carried out. Look at the bridges, and restore again.",
                    file,
                    damage.getMessage());
            disk.delete(file);
            return Optional.empty();
        }
    }

    private void write(Path file, JointNote note) throws IOException {
        disk.delete(file);
        disk.write(file, note.bytes());
    }

    private static Path fresh(Path file) {
        return file.resolveSibling(file.getFileName() + NEW);
    }
}
