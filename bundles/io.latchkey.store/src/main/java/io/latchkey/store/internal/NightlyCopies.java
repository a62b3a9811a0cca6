// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import io.latchkey.api.store.BridgeMemory;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of one bridge in one folder, a file for each. The name of a file says when it was made and in which epoch of trust (see
 * {@link Manifest}): one of an earlier epoch than the bridge's is narrowed before anything else is done with it, so a
 * process that was killed in between leaves nothing behind. Not safe for several threads.
 */
final class NightlyCopies implements NarrowableCopies {
    private static final Logger LOG = LoggerFactory.getLogger(NightlyCopies.class);
    private static final Pattern NAME = Pattern.compile("([0-9-]{1,40})\\.(0|[1-9][0-9]{0,17})\\.json");
    private static final String NEW = ".new";

    private final Disk disk;
    private final Path folder;

    NightlyCopies(Disk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
    }

    /**
     * One of them.
     *
     * @param made when, as a text that sorts by time
     * @param epoch the epoch of trust in which it may be believed
     */
    private record Copy(Path file, String made, long epoch) {}

    /** The files, the newest first. */
    List<Path> files() throws IOException {
        return copies().stream().map(Copy::file).toList();
    }

    /** Whether there is one that was made then or later. */
    boolean isMadeSince(String made) throws IOException {
        return copies().stream().anyMatch(copy -> copy.made().compareTo(made) >= 0);
    }

    @Override
    public long highestEpoch() throws IOException {
        return copies().stream().mapToLong(Copy::epoch).max().orElse(0);
    }

    /**
     * Adds one, whatever there is.
     *
     * @param made when, as a text that sorts by time
     * @param epoch that of the bridge
     * @return where it is
     */
    Path add(BackupContents contents, String made, long epoch) throws IOException {
        Path file = folder.resolve(made + "." + epoch + ".json");
        write(contents, file);
        return file;
    }

    /**
     * Adds one, unless the newest says the same, and deletes the oldest.
     *
     * @param made when, as a text that sorts by time
     * @param epoch that of the bridge
     * @param kept how many stay
     */
    void add(BackupContents contents, String made, long epoch, int kept) throws IOException {
        if (!isSaidAlready(contents)) {
            add(contents, made, epoch);
        }
        List<Copy> all = copies();
        for (Copy old : all.subList(Math.min(kept, all.size()), all.size())) {
            disk.delete(old.file());
        }
        disk.sync(folder);
    }

    /**
     * Deletes what a killed run has begun as well. One that can't be written anew is deleted instead, for which a full disk
     * has room.
     */
    @Override
    public void narrow(Optional<BridgeMemory> before, BridgeMemory after, long epoch) throws IOException {
        boolean changed = false;
        for (Path begun : list()) {
            if (begun.getFileName().toString().endsWith(NEW)) {
                disk.delete(begun);
                changed = true;
            }
        }
        List<Copy> earlier =
                copies().stream().filter(copy -> copy.epoch() < epoch).toList();
        for (Copy copy : earlier) {
            try {
                write(narrowed(copy, before, after), folder.resolve(copy.made() + "." + epoch + ".json"));
            } catch (IOException | DamageException e) {
                LOG.warn(
                        "{} is deleted: what isn't trusted any more can't be taken out of it ({})",
                        copy.file(),
                        e.toString());
            }
            disk.delete(copy.file());
        }
        if (changed || !earlier.isEmpty()) {
            disk.sync(folder);
        }
    }

    private BackupContents narrowed(Copy copy, Optional<BridgeMemory> before, BridgeMemory after)
            throws IOException, DamageException {
        BackupContents contents = BackupContents.of(copy.file(), disk.read(copy.file()));
        return new BackupContents(
                contents.takenAt(),
                contents.program(),
                contents.bridges().stream()
                        .map(each ->
                                each.with(withoutCode(each.settings()), NarrowedTrust.of(each.memory(), before, after)))
                        .toList());
    }

    /** Whoever has taken trust away may have changed the setup code, and the old one is not to come back. */
    private static Map<String, String> withoutCode(Map<String, String> settings) {
        Map<String, String> others = new HashMap<>(settings);
        others.remove("setupCode");
        return others;
    }

    private boolean isSaidAlready(BackupContents contents) throws IOException {
        List<Copy> all = copies();
        if (all.isEmpty()) {
            return false;
        }
        Path newest = all.get(0).file();
        try {
            return BackupContents.of(newest, disk.read(newest)).bridges().equals(contents.bridges());
        } catch (DamageException e) {
            LOG.warn("{} {}, so it is of no use", newest, e.getMessage());
            return false;
        }
    }

    private void write(BackupContents contents, Path file) throws IOException {
        Path next = folder.resolve(file.getFileName() + NEW);
        disk.createFolder(folder);
        disk.delete(next);
        disk.write(next, contents.bytes());
        disk.move(next, file);
        disk.sync(folder);
    }

    private List<Copy> copies() throws IOException {
        return list().stream()
                .flatMap(file -> copy(file).stream())
                .sorted(Comparator.comparing(Copy::made)
                        .thenComparing(Copy::epoch)
                        .reversed())
                .toList();
    }

    private List<Path> list() throws IOException {
        try {
            return disk.list(folder);
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    private static Optional<Copy> copy(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches()
                ? Optional.of(new Copy(file, name.group(1), Long.parseLong(name.group(2))))
                : Optional.empty();
    }
}
