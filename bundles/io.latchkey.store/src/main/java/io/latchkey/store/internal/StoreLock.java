// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import io.latchkey.api.store.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Keeps a second instance out of the store. The lock is the operating system's, on the file {@code .lock}, and ends with
 * the process, however that ends; {@code .holder} only says who holds it.
 *
 * <p>Within one process the file must not be opened a second time: closing it again would give up the lock (POSIX). So what
 * this process holds is noted in its system properties, which all versions of this bundle share.
 */
final class StoreLock implements AutoCloseable {
    private static final String HELD = Place.PROPERTY + ".held:";

    private final Path holder;
    private final FileChannel channel;
    private final String note;

    private StoreLock(Path holder, FileChannel channel, String note) {
        this.holder = holder;
        this.channel = channel;
        this.note = note;
    }

    /**
     * Takes the lock at once or not at all.
     *
     * @throws StoreException when another instance holds it; the message says which
     */
    static StoreLock take(Disk disk, Path folder) throws IOException {
        String note = HELD + folder.toRealPath();
        if (System.getProperties().putIfAbsent(note, ourselves()) != null) {
            throw heldBy(folder, Optional.of(ourselves()));
        }
        try {
            return lock(disk, folder, note);
        } catch (IOException | RuntimeException e) {
            System.clearProperty(note);
            throw e;
        }
    }

    /** Lets another instance in, whatever the disk says. */
    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(holder);
        } finally {
            try {
                channel.close();
            } finally {
                System.clearProperty(note);
            }
        }
    }

    private static StoreLock lock(Disk disk, Path folder, String note) throws IOException {
        Path holder = folder.resolve(".holder");
        Path file = folder.resolve(".lock");
        if (!Files.exists(file)) {
            disk.write(file, new byte[0]);
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            if (!isLocked(channel)) {
                throw heldBy(folder, read(holder));
            }
            disk.delete(holder);
            disk.write(holder, ourselves().getBytes(StandardCharsets.UTF_8));
            return new StoreLock(holder, channel, note);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static StoreException heldBy(Path folder, Optional<String> holder) {
        return new StoreException(folder + " is in use by "
                + holder.orElse("another program").trim()
                + ". Stop that one, or give this one a folder of its own by the framework property " + Place.PROPERTY
                + ".");
    }

    private static String ourselves() throws IOException {
        ProcessHandle self = ProcessHandle.current();
        String since =
                self.info().startInstant().map(start -> ", started " + start).orElse("");
        return "process " + self.pid() + " on " + host() + since + "\n";
    }

    private static String host() throws IOException {
        Path file = Path.of("/etc/hostname");
        for (String name : new String[] {"COMPUTERNAME", "HOSTNAME"}) {
            if (System.getenv(name) != null) {
                return System.getenv(name);
            }
        }
        return Files.isReadable(file) ? Files.readString(file).trim() : "this computer";
    }

    private static Optional<String> read(Path holder) throws IOException {
        return Files.exists(holder) ? Optional.of(Files.readString(holder)) : Optional.empty();
    }
}
