// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The few things that the store does to a disk; each change is whole or not there at all when the process is killed. A
 * test lets any of them fail, or stops after it, to prove that their order is safe. Absence is a
 * {@link java.nio.file.NoSuchFileException} and nothing else is.
 */
public interface Disk {

    /** What a file holds. */
    byte[] read(Path file) throws IOException;

    /** What lies in a folder, in no order. */
    List<Path> list(Path folder) throws IOException;

    /** Makes a folder that only its owner may enter, with those above it; nothing happens when it is there. */
    void createFolder(Path folder) throws IOException;

    /** Writes a new file that only its owner may read, and waits until it is on the disk. */
    void write(Path file, byte[] bytes) throws IOException;

    /** Gives a file or folder another name; a file of that name is replaced. */
    void move(Path from, Path to) throws IOException;

    /** Waits until the names in a folder are on the disk. */
    void sync(Path folder) throws IOException;

    /** Takes a file or an empty folder away if it is there. */
    void delete(Path file) throws IOException;
}
