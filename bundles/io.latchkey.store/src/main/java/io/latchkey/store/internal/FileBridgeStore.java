// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
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
@Component(service = {BridgeStore.class, StoredCopies.class, JointChanges.class, FileBridgeStore.class})
public final class FileBridgeStore implements BridgeStore, StoredCopies, JointChanges {
    private static final Logger LOG = LoggerFactory.getLogger(FileBridgeStore.class);
    private static final String COPIES = ".copies";
    private static final String BACKUPS = ".backups";
    private static final String FILES = "files";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    private final Path location;
    private final Disk disk;
    private final StoreLock lock;
    private final Clock clock;
    private final PurgedBridges purged;
    private final JointTransaction joint;
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

    /** Opens the store in a folder, as its component does. */
    public FileBridgeStore(Path location) throws IOException {
        this(location, new OwnerOnlyDisk(location), Clock.systemDefaultZone());
    }

    FileBridgeStore(Path location, Disk disk, Clock clock) {
        this.location = location;
        this.disk = disk;
        this.clock = clock;
        this.purged = new PurgedBridges(disk, location);
        this.lock = DiskAttempt.run("prepare", location, () -> {
            disk.createFolder(location);
            return StoreLock.take(disk, location);
        });
        this.joint = new JointTransaction(disk, location, this::known);
        purged.finishThoseOfEarlierRuns();
        finishJointChange();
    }

    /** Called by SCR; waits for what touches the disk. */
    @Deactivate
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        DiskAttempt.run("give up", location, () -> {
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
            for (Path folder : disk.list(location)) {
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
        return whileOpen("read", folderOf(bridge), () -> known(bridge).load());
    }

    @Override
    public synchronized BridgeMemory change(String bridge, UnaryOperator<BridgeMemory> change) {
        return whileOpen("write into", folderOf(bridge), () -> known(bridge).change(change));
    }

    /** What of a bridge was damaged when it was read, and has been done without since. */
    synchronized List<String> losses(String bridge) {
        return Optional.ofNullable(known.get(bridge)).map(BridgeFolder::losses).orElse(List.of());
    }

    @Override
    public synchronized void changeTogether(
            Map<String, UnaryOperator<BridgeMemory>> changes, List<DueSettings> settings) {
        whileOpen("write into", location, () -> {
            joint.change(changes, settings);
            return location;
        });
    }

    @Override
    public synchronized List<DueSettings> due() {
        return whileOpen("read", location, joint::due);
    }

    @Override
    public synchronized void settled() {
        whileOpen("write into", location, () -> {
            joint.settled();
            return location;
        });
    }

    @Override
    public Optional<Path> folder(String bridge) {
        return Optional.of(folderOf(bridge).resolve(FILES));
    }

    @Override
    public synchronized void purge(String bridge) {
        Path folder = folderOf(bridge);
        whileOpen("delete", folder, () -> {
            known.remove(bridge);
            purged.purge(folder, copiesFolder(bridge));
            return location;
        });
    }

    @Override
    public synchronized Path backup(String bridge) {
        Path folder = folderOf(bridge);
        if (!Files.isDirectory(folder)) {
            throw new StoreException("nothing is known of a bridge " + bridge + " in " + location);
        }
        return whileOpen("back up", folder, () -> {
            BridgeFolder known = known(bridge);
            BridgeCopy copy =
                    new BridgeCopy(bridge, Map.of(), List.of(), known.state().memory());
            Instant now = clock.instant();
            return copiesOf(bridge).made().add(new BackupContents(now, "", List.of(copy)), stamp(now), known.epoch());
        });
    }

    @Override
    public synchronized void copy(BridgeCopy about, String program, int kept, Instant since) {
        String bridge = about.bridge();
        whileOpen("copy", folderOf(bridge), () -> {
            Instant now = clock.instant();
            BridgeFolder known = known(bridge);
            NightlyCopies nightly = copiesOf(bridge).nightly();
            if (known.state().newest().isPresent() && !nightly.isMadeSince(stamp(since))) {
                BridgeCopy copy = about.with(about.settings(), known.state().memory());
                nightly.add(new BackupContents(now, program, List.of(copy)), stamp(now), known.epoch(), kept);
            }
            return location;
        });
    }

    @Override
    public synchronized List<Path> copies(String bridge) {
        Path folder = copiesFolder(bridge);
        return whileOpen("list", folder, () -> copiesOf(bridge).nightly().files());
    }

    private void finishJointChange() {
        try {
            joint.finish();
        } catch (IOException | StoreException e) {
            LOG.error("What was decided for several bridges can't be carried out yet, so none can be read", e);
        }
    }

    private static String stamp(Instant time) {
        return STAMP.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    }

    private BridgeFolder known(String bridge) {
        return known.computeIfAbsent(bridge, id -> new BridgeFolder(disk, folderOf(id), copiesOf(id)));
    }

    private BridgeCopies copiesOf(String bridge) {
        return new BridgeCopies(disk, location.resolve(COPIES), location.resolve(BACKUPS), BridgeName.folder(bridge));
    }

    private Path copiesFolder(String bridge) {
        return location.resolve(COPIES).resolve(BridgeName.folder(bridge));
    }

    private Path folderOf(String bridge) {
        return location.resolve(BridgeName.folder(bridge));
    }

    private <R> R whileOpen(String what, Path where, DiskAttempt<R> attempt) {
        if (closed) {
            throw new StoreException("cannot " + what + " " + where + ": the store has been closed");
        }
        return DiskAttempt.run(what, where, () -> {
            joint.finish();
            return attempt.run();
        });
    }
}
