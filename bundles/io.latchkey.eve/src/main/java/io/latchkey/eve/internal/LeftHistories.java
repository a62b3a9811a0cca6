// SPDX-License-Identifier: EPL-2.0
package io.latchkey.eve.internal;

import io.latchkey.api.concurrent.Workers;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the histories of accessories that have left: not before all their entries are too old to be shown, so that one that
 * is back has what it had. Returns at once; works on {@code latchkey-disk}. Trouble with it costs room on the disk only.
 */
final class LeftHistories {
    /** How long entries are shown. */
    static final Duration KEPT = Duration.ofDays(28);

    private static final Logger LOG = LoggerFactory.getLogger(LeftHistories.class);

    private final Workers workers;
    private final LongSupplier clock;

    /**
     * Prepares it.
     *
     * @param clock milliseconds since 1970-01-01 UTC
     */
    LeftHistories(Workers workers, LongSupplier clock) {
        this.workers = workers;
        this.clock = clock;
    }

    /** Deletes in a folder what was written last long ago, but for files of these names. */
    void delete(Path folder, Set<String> kept) {
        try {
            workers.disk().execute(() -> deleteNow(folder, kept));
        } catch (RejectedExecutionException full) {
            LOG.debug("Histories in {} are looked through another time", folder);
        }
    }

    private void deleteNow(Path folder, Set<String> kept) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + HistoryKey.ENDING)) {
            for (Path file : files) {
                long age = clock.getAsLong() - Files.getLastModifiedTime(file).toMillis();
                if (!kept.contains(file.getFileName().toString()) && age > KEPT.toMillis()) {
                    Files.deleteIfExists(file);
                    LOG.info("The history {} is deleted: its accessory left four weeks ago", file);
                }
            }
        } catch (NoSuchFileException nothingKept) {
            LOG.debug("There is no history in {}", folder);
        } catch (IOException e) {
            LOG.warn("Histories of accessories that have left stay in {}: {}", folder, e.toString());
        }
    }
}
