// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.StoreException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store in a folder, with a {@link BridgeFolder} for each bridge.
 *
 * <p>Made by SCR; without the lock of its folder it cannot be made, and the error says who holds it. Called on
 * {@code latchkey-disk}; one call at a time touches the disk. A load reads anew, so that a bridge which starts takes a
 * backup that was put in its place; a change builds upon what was read or written last. Once closed it touches nothing
 * more: the folder may then be another instance's.
 */
@Component(service = BridgeStore.class)
public final class FileBridgeStore implements BridgeStore {
    private static final Logger LOG = LoggerFactory.getLogger(FileBridgeStore.class);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");
    private static final String PURGED = ".purged-";

    private final Path location;
    private final Disk disk;
    private final StoreLock lock;
    private final Clock clock;
    private final Map<String, BridgeFolder> known = new HashMap<>();
    private boolean closed;

    /** Called by SCR. */
    @Activate
    public FileBridgeStore(BundleContext context) throws IOException {
        this(Place.of(context::getProperty));
        if (Place.isEmptiedByKaraf(location, context::getProperty)) {
            LOG.warn(
                    "{} lies where a clean start of Karaf deletes everything, pairings too. Name another folder by the "
                            + "framework property {}.",
                    location,
                    Place.PROPERTY);
        }
        LOG.info("The store is {}", location);
    }

    FileBridgeStore(Path location) throws IOException {
        this(location, new OwnerOnlyDisk(location), Clock.systemDefaultZone());
    }

    FileBridgeStore(Path location, Disk disk, Clock clock) {
        this.location = location;
        this.disk = disk;
        this.clock = clock;
        this.lock = attempt("prepare", location, () -> {
            disk.createFolder(location);
            return StoreLock.take(disk, location);
        });
        finishPurgesOfEarlierRuns();
    }

    /** Called by SCR; waits for what touches the disk. */
    @Deactivate
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        attempt("give up", location, () -> {
            lock.close();
            return location;
        });
    }

    @Override
    public Path location() {
        return location;
    }

    @Override
    public synchronized Set<String> bridges() {
        return whileOpen("list", location, () -> {
            Set<String> bridges = new TreeSet<>();
            for (Path folder : list(location)) {
                if (Files.isDirectory(folder)) {
                    BridgeName.bridge(folder.getFileName().toString()).ifPresent(bridges::add);
                }
            }
            return bridges;
        });
    }

    @Override
    public synchronized BridgeMemory load(String bridge) {
        known.remove(bridge);
        return whileOpen("read", folder(bridge), () -> known(bridge).load());
    }

    @Override
    public synchronized BridgeMemory change(String bridge, UnaryOperator<BridgeMemory> change) {
        return whileOpen("write into", folder(bridge), () -> known(bridge).change(change));
    }

    @Override
    public synchronized void purge(String bridge) {
        Path folder = folder(bridge);
        whileOpen("delete", folder, () -> {
            known.remove(bridge);
            finishPurges();
            if (Files.exists(folder)) {
                disk.move(folder, location.resolve(PURGED + folder.getFileName()));
                disk.sync(location);
            }
            return finishPurges();
        });
    }

    @Override
    public synchronized Path backup(String bridge) {
        Path folder = folder(bridge);
        if (!Files.isDirectory(folder)) {
            throw new StoreException("nothing is known of a bridge " + bridge + " in " + location);
        }
        return whileOpen("back up", folder, () -> {
            Path backups = location.resolve(".backups");
            Path file = backups.resolve(folder.getFileName() + "-" + STAMP.format(LocalDateTime.now(clock)) + ".zip");
            disk.createFolder(backups);
            disk.write(
                    file,
                    Archive.of(folder.getFileName().toString(), known(bridge).files()));
            disk.sync(backups);
            return file;
        });
    }

    private BridgeFolder known(String bridge) {
        return known.computeIfAbsent(bridge, id -> new BridgeFolder(disk, folder(id)));
    }

    private Path folder(String bridge) {
        return location.resolve(BridgeName.folder(bridge));
    }

    /** A bridge is first renamed and then deleted: killed in between, it is never half there. */
    private Path finishPurges() throws IOException {
        for (Path folder : list(location)) {
            if (folder.getFileName().toString().startsWith(PURGED)) {
                deleteTree(folder);
            }
        }
        return location;
    }

    private void finishPurgesOfEarlierRuns() {
        try {
            finishPurges();
        } catch (IOException e) {
            LOG.warn(
                    "A bridge that was purged is still there. Delete the folders {}* in {} by hand: {}",
                    PURGED,
                    location,
                    reason(e));
        }
    }

    private void deleteTree(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                disk.delete(path);
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private <R> R whileOpen(String what, Path where, Attempt<R> attempt) {
        if (closed) {
            throw new StoreException("cannot " + what + " " + where + ": the store has been closed");
        }
        return attempt(what, where, attempt);
    }

    private static <R> R attempt(String what, Path where, Attempt<R> attempt) {
        try {
            return attempt.run();
        } catch (IOException e) {
            String file = e instanceof FileSystemException trouble ? trouble.getFile() + ": " : "";
            throw new StoreException(
                    "cannot " + what + " " + where + " (" + file + reason(e) + "). See that the disk has room and that "
                            + "the user who runs this program may read and write there; what was saved before is unharmed.",
                    e);
        }
    }

    private static String reason(IOException e) {
        String type = e.getClass().getSimpleName();
        String told = e instanceof FileSystemException trouble ? trouble.getReason() : e.getMessage();
        return told == null ? type : type + ", " + told;
    }

    /** Something that touches the disk. */
    private interface Attempt<R> {
        R run() throws IOException;
    }
}
