// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A disk that gets into trouble at one of its steps, and whose files may become unreadable. */
class TroubledDisk implements Disk {
    /** What may happen at a step. */
    enum Trouble {
        /** That step fails and the next one works. */
        ONCE,
        /** That step and all after it fail. */
        FOR_EVER,
        /** From that step on nothing can be written; the rest works. */
        FULL,
        /** That step is done, and then the process ends: nothing more is done. */
        KILLED
    }

    final Set<Path> unreadable = new HashSet<>();
    private final Disk disk;
    private Trouble trouble = Trouble.ONCE;
    private int left = Integer.MAX_VALUE;

    TroubledDisk(Disk disk) {
        this.disk = disk;
    }

    /** Lets trouble come at a step, counted from 1. */
    void trouble(Trouble kind, int step) {
        trouble = kind;
        left = step;
    }

    /** Lets all be well again. */
    void heal() {
        left = Integer.MAX_VALUE;
    }

    /** Whether the trouble has come. */
    boolean hasCome() {
        return left <= 0;
    }

    @Override
    public byte[] read(Path file) throws IOException {
        if (unreadable.contains(file)) {
            throw new IOException("Input/output error");
        }
        return disk.read(file);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        return disk.list(folder);
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        step(true, () -> disk.createFolder(folder));
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        step(true, () -> disk.write(file, bytes));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step(false, () -> disk.move(from, to));
    }

    @Override
    public void sync(Path folder) throws IOException {
        step(false, () -> disk.sync(folder));
    }

    @Override
    public void delete(Path file) throws IOException {
        step(false, () -> disk.delete(file));
    }

    private void step(boolean needsRoom, Step step) throws IOException {
        left--;
        boolean fails = switch (trouble) {
            case ONCE -> left == 0;
            case FOR_EVER -> left <= 0;
            case FULL -> left <= 0 && needsRoom;
            case KILLED -> left < 0;
        };
        if (fails) {
            throw new IOException("No space left on device");
        }
        step.run();
        if (trouble == Trouble.KILLED && left == 0) {
            throw new IOException("killed");
        }
    }

    /** What a step does. */
    private interface Step {
        void run() throws IOException;
    }
}
