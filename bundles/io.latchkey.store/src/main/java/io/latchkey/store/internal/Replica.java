// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the two folders that each hold all of a bridge's memory and share no file, so that no bad sector costs anything:
 * a manifest for each generation, and the parts. A part is written once and never changed. Not safe for several threads.
 */
final class Replica {
    private static final String NEW = ".new";
    private static final Pattern MANIFEST = Pattern.compile("generation-([1-9][0-9]{0,17})\\.json");
    private static final Pattern PART = Pattern.compile("([0-9a-f]{64})\\.json");

    private final Disk disk;
    private final Path folder;
    private final Set<String> whole = new HashSet<>();

    Replica(Disk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** The numbers of the generations that are here, whole or not. */
    SortedSet<Long> generations() throws IOException {
        SortedSet<Long> numbers = new TreeSet<>();
        for (Path file : list()) {
            Matcher matcher = MANIFEST.matcher(file.getFileName().toString());
            if (matcher.matches()) {
                numbers.add(Long.parseLong(matcher.group(1)));
            }
        }
        return numbers;
    }

    /** Reads a manifest. */
    Manifest manifest(long generation) throws IOException, DamageException {
        Path file = manifestFile(generation);
        try {
            return Manifest.of(file, generation, disk.read(file));
        } catch (NoSuchFileException e) {
            throw new DamageException("is missing");
        }
    }

    /** Reads a part; it is checked. */
    byte[] part(String name) throws IOException, DamageException {
        whole.remove(name);
        try {
            byte[] bytes = disk.read(partFile(name));
            if (!DomainParts.name(bytes).equals(name)) {
                throw new DamageException(partFile(name) + " has been changed or was not written to its end");
            }
            whole.add(name);
            return bytes;
        } catch (NoSuchFileException e) {
            throw new DamageException(partFile(name) + " is missing");
        }
    }

    /** Looks whether a part is here and whole, unless that is known. */
    void check(String name) throws IOException {
        if (!whole.contains(name)) {
            try {
                part(name);
            } catch (DamageException e) {
                whole.remove(name);
            }
        }
    }

    /** Whether a manifest is here as it should be. */
    boolean holds(Manifest manifest) throws IOException {
        try {
            return manifest(manifest.generation()).equals(manifest);
        } catch (DamageException e) {
            return false;
        }
    }

    /** Whether a part is known to be here and whole. */
    boolean has(String name) {
        return whole.contains(name);
    }

    /** Writes what a generation needs and its manifest, under a name that doesn't count yet. */
    void prepare(Manifest manifest, Map<String, byte[]> missing) throws IOException {
        disk.createFolder(folder);
        for (Map.Entry<String, byte[]> part : missing.entrySet()) {
            disk.delete(partFile(part.getKey()));
            disk.write(partFile(part.getKey()), part.getValue());
            whole.add(part.getKey());
        }
        disk.delete(newFile(manifest.generation()));
        disk.write(newFile(manifest.generation()), manifest.bytes());
        disk.sync(folder);
    }

    /** Makes a prepared generation count. */
    void commit(long generation) throws IOException {
        disk.move(newFile(generation), manifestFile(generation));
        disk.sync(folder);
    }

    /** Makes a generation count no more. */
    void takeBack(long generation) throws IOException {
        disk.delete(manifestFile(generation));
        try {
            disk.sync(folder);
        } catch (NoSuchFileException neverMade) {
            whole.clear();
        }
    }

    /** Deletes all that is here, the folder too. */
    void clear() throws IOException {
        whole.clear();
        for (Path file : list()) {
            disk.delete(file);
        }
        disk.delete(folder);
    }

    /** Whether a generation counts. */
    boolean isCommitted(long generation) throws IOException {
        try {
            disk.read(manifestFile(generation));
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /**
     * Deletes all other generations, all other parts and what a killed run has left.
     *
     * @param parts those to keep; empty keeps all
     * @param forGood whether to wait until they are gone from the disk
     */
    void prune(Set<Long> generations, Set<String> parts, boolean forGood) throws IOException {
        boolean changed = false;
        for (Path file : list()) {
            String name = file.getFileName().toString();
            Matcher manifest = MANIFEST.matcher(name);
            Matcher part = PART.matcher(name);
            boolean stays = manifest.matches()
                    ? generations.contains(Long.parseLong(manifest.group(1)))
                    : part.matches() && (parts.isEmpty() || parts.contains(part.group(1)));
            if (!stays) {
                disk.delete(file);
                changed = true;
            }
        }
        if (!parts.isEmpty()) {
            whole.retainAll(parts);
        }
        if (changed && forGood) {
            disk.sync(folder);
        }
    }

    private List<Path> list() throws IOException {
        try {
            return disk.list(folder);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private Path manifestFile(long generation) {
        return folder.resolve("generation-" + generation + ".json");
    }

    private Path newFile(long generation) {
        return folder.resolve("generation-" + generation + ".json" + NEW);
    }

    private Path partFile(String name) {
        return folder.resolve(name + ".json");
    }
}
