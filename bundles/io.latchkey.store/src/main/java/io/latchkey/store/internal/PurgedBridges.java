// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bridges that are deleted from a store: each is first renamed and then deleted, so that, killed in between, it is never
 * half there.
 */
final class PurgedBridges {
    private static final Logger LOG = LoggerFactory.getLogger(PurgedBridges.class);
    private static final String PURGED = ".purged-";

    private final Disk disk;
    private final Path location;

    PurgedBridges(Disk disk, Path location) {
        this.disk = disk;
        this.location = location;
    }

    /**
     * Deletes the folder of a bridge and before it that of its copies, if they are there, and what earlier attempts have
     * left.
     */
    void purge(Path folder, Path copies) throws IOException {
        finish();
        putAside(copies, PURGED + "." + copies.getFileName());
        putAside(folder, PURGED + folder.getFileName());
        finish();
    }

    private void putAside(Path folder, String name) throws IOException {
        if (Files.exists(folder)) {
            disk.move(folder, location.resolve(name));
            disk.sync(location);
        }
    }

    /** Deletes what earlier runs have left, or says who else can. */
    void finishThoseOfEarlierRuns() {
        try {
            finish();
        } catch (IOException e) {
            LOG.warn(
                    "A bridge that was purged is still there. Delete the folders {}* in {} by hand: {}",
                    PURGED,
                    location,
                    DiskAttempt.reason(e));
        }
    }

    private void finish() throws IOException {
        for (Path folder : disk.list(location)) {
            if (folder.getFileName().toString().startsWith(PURGED)) {
                deleteTree(folder);
            }
        }
    }

    private void deleteTree(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                disk.delete(path);
            }
        }
    }
}
