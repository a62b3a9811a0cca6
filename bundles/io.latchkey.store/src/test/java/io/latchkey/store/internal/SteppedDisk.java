// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import java.io.IOException;
import java.nio.file.Path;

/** A disk that calls back after every step that changed something. */
class SteppedDisk implements Disk {
    private final Disk disk;
    private final Step after;

    SteppedDisk(Disk disk, Step after) {
        this.disk = disk;
        this.after = after;
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        disk.createFolder(folder);
        after.done();
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        disk.write(file, bytes);
        after.done();
    }

    @Override
    public void keep(Path file, Path secondName) throws IOException {
        disk.keep(file, secondName);
        after.done();
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        disk.move(from, to);
        after.done();
    }

    @Override
    public void sync(Path folder) throws IOException {
        disk.sync(folder);
        after.done();
    }

    @Override
    public void delete(Path file) throws IOException {
        disk.delete(file);
        after.done();
    }

    /** Called after a step; an exception stops the store there. */
    interface Step {
        void done() throws IOException;
    }
}
