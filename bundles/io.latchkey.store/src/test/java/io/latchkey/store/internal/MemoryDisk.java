// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A disk without a disk, so that a test can go through thousands of troubles; a copy of it costs nothing. */
final class MemoryDisk implements Disk {
    private final SortedMap<Path, byte[]> files = new TreeMap<>();
    private final SortedSet<Path> folders = new TreeSet<>();

    /** The same content on another disk. */
    MemoryDisk copy() {
        MemoryDisk copy = new MemoryDisk();
        copy.files.putAll(files);
        copy.folders.addAll(folders);
        return copy;
    }

    /** Takes in the files of a real folder. */
    void take(Path real, Path folder) throws IOException {
        createFolder(folder);
        for (Path file : StoreSamples.files(real)) {
            write(folder.resolve(file.getFileName().toString()), Files.readAllBytes(file));
        }
    }

    /** All files and what they hold. */
    Map<Path, byte[]> files() {
        return files;
    }

    @Override
    public byte[] read(Path file) throws IOException {
        return require(file).clone();
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        if (!folders.contains(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        return Stream.concat(files.keySet().stream(), folders.stream())
                .filter(each -> folder.equals(each.getParent()))
                .toList();
    }

    @Override
    public void createFolder(Path folder) {
        for (Path each = folder; each != null; each = each.getParent()) {
            folders.add(each);
        }
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        if (files.putIfAbsent(file, bytes.clone()) != null) {
            throw new FileAlreadyExistsException(file.toString());
        }
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        files.put(to, require(from));
        files.remove(from);
    }

    @Override
    public void sync(Path folder) {
        // there is nothing to wait for
    }

    @Override
    public void delete(Path file) {
        files.remove(file);
        folders.remove(file);
    }

    private byte[] require(Path file) throws IOException {
        byte[] bytes = files.get(file);
        if (bytes == null) {
            throw new NoSuchFileException(file.toString());
        }
        return bytes;
    }
}
