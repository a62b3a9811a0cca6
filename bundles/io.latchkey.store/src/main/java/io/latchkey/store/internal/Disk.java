// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The few things that the store does to a disk, each of them whole or not at all when the process is killed. A test stops
 * after any of them to prove that their order is safe.
 */
interface Disk {

    /** Makes a folder that only its owner may enter, with those above it; nothing happens when it is there. */
    void createFolder(Path folder) throws IOException;

    /** Writes a new file that only its owner may read, and waits until it is on the disk. */
    void write(Path file, byte[] bytes) throws IOException;

    /** Lets a second name stand for a file, for good; where the file system cannot, a copy. */
    void keep(Path file, Path secondName) throws IOException;

    /** Gives a file or folder another name; a file of that name is replaced. */
    void move(Path from, Path to) throws IOException;

    /** Waits until the names in a folder are on the disk. */
    void sync(Path folder) throws IOException;

    /** Takes a file away if it is there. */
    void delete(Path file) throws IOException;
}
