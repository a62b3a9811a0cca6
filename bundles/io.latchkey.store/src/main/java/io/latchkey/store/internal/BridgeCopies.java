// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import io.latchkey.api.store.BridgeMemory;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All copies of one bridge in the store: the nightly ones, and those that were made before somebody let it take another's
 * place. Earlier versions packed the latter into archives, which can't be narrowed: they go when trust is lost. Not safe for
 * several threads.
 */
final class BridgeCopies implements NarrowableCopies {
    private static final Logger LOG = LoggerFactory.getLogger(BridgeCopies.class);

    private final Disk disk;
    private final Path backups;
    private final Pattern archive;
    private final NightlyCopies nightly;
    private final NightlyCopies made;

    /**
     * Looks at nothing yet.
     *
     * @param copies the folder of all nightly copies
     * @param backups the folder of all other ones
     * @param name of the folder of the bridge
     */
    BridgeCopies(Disk disk, Path copies, Path backups, String name) {
        this.disk = disk;
        this.backups = backups;
        this.archive = Pattern.compile(Pattern.quote(name) + "-[0-9]{8}-[0-9]{6}-[0-9]{3}\\.zip");
        this.nightly = new NightlyCopies(disk, copies.resolve(name));
        this.made = new NightlyCopies(disk, backups.resolve(name));
    }

    /** The nightly ones. */
    NightlyCopies nightly() {
        return nightly;
    }

    /** Those that were made on occasion. */
    NightlyCopies made() {
        return made;
    }

    @Override
    public long highestEpoch() throws IOException {
        return Math.max(nightly.highestEpoch(), made.highestEpoch());
    }

    @Override
    public void narrow(Optional<BridgeMemory> before, BridgeMemory after, long epoch) throws IOException {
        nightly.narrow(before, after, epoch);
        made.narrow(before, after, epoch);
        if (before.isPresent()) {
            deleteArchives();
        }
    }

    private void deleteArchives() throws IOException {
        boolean changed = false;
        for (Path file : list()) {
            if (archive.matcher(file.getFileName().toString()).matches()) {
                disk.delete(file);
                changed = true;
                LOG.warn("{} is deleted: it trusts whom the bridge doesn't trust any more", file);
            }
        }
        if (changed) {
            disk.sync(backups);
        }
    }

    private List<Path> list() throws IOException {
        try {
            return disk.list(backups);
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }
}
