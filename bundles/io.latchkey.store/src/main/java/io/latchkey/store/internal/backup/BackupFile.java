// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.backup;

import io.latchkey.api.store.StoreException;
import io.latchkey.store.internal.Disk;
import io.latchkey.store.internal.OwnerOnlyDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The file that a person has named: written whole or not at all, readable by its owner alone, and never over another one. */
final class BackupFile {
    private static final long LARGEST = 256L << 20;

    private BackupFile() {}

    /**
     * Writes a new file.
     *
     * @throws StoreException when it is there already or can't be written; nothing is left then
     */
    static void write(Path file, byte[] bytes) {
        try {
            write(new OwnerOnlyDisk(file), file, bytes);
        } catch (IOException refused) {
            throw unwritable(file, refused);
        }
    }

    static void write(Disk disk, Path file, byte[] bytes) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new StoreException(file + " is there already: choose another name");
        }
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new StoreException("there is no folder for " + file + ": make it first");
        }
        Path begun = folder.resolve(file.getFileName() + ".new");
        try {
            try {
                disk.delete(begun);
                disk.write(begun, bytes);
                disk.move(begun, file);
                settle(disk, folder, file);
            } finally {
                disk.delete(begun);
            }
        } catch (IOException refused) {
            throw unwritable(file, refused);
        }
    }

    /** What may be gone after a loss of power is not said to be there. */
    private static void settle(Disk disk, Path folder, Path file) throws IOException {
        try {
            disk.sync(folder);
        } catch (IOException unsure) {
            disk.delete(file);
            throw unsure;
        }
    }

    private static StoreException unwritable(Path file, IOException refused) {
        return new StoreException(
                file + " can't be written (" + refused.getClass().getSimpleName() + ", " + refused.getMessage()
                        + "): see that the disk has room and that this program may write there",
                refused);
    }

    /**
     * Reads one.
     *
     * @throws StoreException when it can't be read
     */
    static byte[] read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new StoreException(file + " is too large for a backup");
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new StoreException(
                    file + " can't be read (" + unreadable.getClass().getSimpleName() + ")", unreadable);
        }
    }
}
