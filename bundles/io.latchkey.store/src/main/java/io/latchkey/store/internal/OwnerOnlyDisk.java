// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The real disk. What it makes belongs to its owner alone from the first moment: POSIX permissions where there are some,
 * an access control list elsewhere (Windows). Never changes the permissions of what is already there.
 */
public final class OwnerOnlyDisk implements Disk {
    private static final Logger LOG = LoggerFactory.getLogger(OwnerOnlyDisk.class);

    private final boolean posix;
    private final FileAttribute<?>[] forFiles;
    private final FileAttribute<?>[] forFolders;

    /**
     * Looks how a file system knows owners.
     *
     * @param place on it, there or still to be made
     */
    public OwnerOnlyDisk(Path place) throws IOException {
        Set<String> views = place.getFileSystem().supportedFileAttributeViews();
        posix = views.contains("posix");
        if (posix) {
            forFiles = attributes(PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            forFolders = attributes(PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else if (views.contains("acl")) {
            forFiles = attributes(accessFor(owner(place)));
            forFolders = forFiles;
        } else {
            LOG.warn(
                    "The file system {} knows no owners: other users may be able to read the keys of the bridges. "
                            + "Name a folder on another one by latchkey.store.",
                    place.getFileSystem());
            forFiles = attributes();
            forFolders = forFiles;
        }
    }

    @Override
    public byte[] read(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (NotDirectoryException e) {
            Files.readAttributes(folder, BasicFileAttributes.class); // tells apart what some file systems don't
            throw e;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null) {
            createFolder(parent);
        }
        Files.createDirectory(folder, forFolders);
        if (parent != null) {
            sync(parent);
        }
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, forFiles)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            LOG.debug("{} cannot be moved in one step: {}", from, e.toString());
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void sync(Path folder) throws IOException {
        if (posix) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /**
     * Who owns what this process makes there, found out by making something: the name of the user is no account that could
     * be looked up where a service runs as the system itself (Windows).
     */
    static UserPrincipal owner(Path place) throws IOException {
        Path folder = place.toAbsolutePath();
        while (!Files.isDirectory(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        Path probe = Files.createTempFile(folder, ".latchkey", ".probe");
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }

    private static FileAttribute<?>[] attributes(FileAttribute<?>... attributes) {
        return attributes;
    }

    private static FileAttribute<List<AclEntry>> accessFor(UserPrincipal owner) {
        List<AclEntry> entries = List.of(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(owner)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build());
        return new FileAttribute<>() {
            @Override
            public String name() {
                return "acl:acl";
            }

            @Override
            public List<AclEntry> value() {
                return entries;
            }
        };
    }
}
