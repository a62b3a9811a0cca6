// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal;

import io.latchkey.api.bridge.BridgeStatus.State;
import io.latchkey.api.bridge.Diagnosis;
import io.latchkey.api.bridge.Examination;
import io.latchkey.api.bridge.ExaminedBridge;
import io.latchkey.api.bridge.Severity;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Looks whether the store can be used: who holds it where we can't, whether the disk takes a small file, and whether what is
 * stored of a bridge is damaged, beyond mending or not. It is there without the store. Works on {@code latchkey-disk}; what it writes it takes
 * away again, and it changes nothing that belongs to a bridge.
 */
@Component(service = Examination.class)
public final class StoreExamination implements Examination {
    private static final String PROBE = ".doctor";
    private static final long LEAST_BYTES = 16L * 1024 * 1024;

    private final Path location;
    private final Disk disk;
    private final Workers workers;
    private volatile Optional<FileBridgeStore> store = Optional.empty();

    /** Looks where the store of this framework lies. */
    @Activate
    public StoreExamination(BundleContext context, @Reference Workers workers) throws IOException {
        this(Place.of(context::getProperty), workers);
    }

    private StoreExamination(Path location, Workers workers) throws IOException {
        this(location, new OwnerOnlyDisk(location), workers);
    }

    StoreExamination(Path location, Disk disk, Workers workers) {
        this.location = location;
        this.disk = disk;
        this.workers = workers;
    }

    /** There is a store, so that nobody else holds its place. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setStore(FileBridgeStore ours) {
        store = Optional.of(ours);
    }

    /** There is none any more. */
    void unsetStore(FileBridgeStore ours) {
        if (store.equals(Optional.of(ours))) {
            store = Optional.empty();
        }
    }

    @Override
    public String subject() {
        return "the store";
    }

    @Override
    public CompletionStage<List<Diagnosis>> examine(List<ExaminedBridge> bridges) {
        try {
            return CompletableFuture.supplyAsync(() -> seen(bridges), workers.disk());
        } catch (RejectedExecutionException full) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("too much waits for the disk that the store is on"));
        }
    }

    private List<Diagnosis> seen(List<ExaminedBridge> bridges) {
        List<Diagnosis> seen = new ArrayList<>();
        Optional<Diagnosis> held = store.isPresent() ? Optional.empty() : held();
        held.ifPresent(seen::add);
        if (held.isEmpty()) {
            unwritable().ifPresent(seen::add);
            bridges.forEach(bridge -> lost(bridge.id()).ifPresent(seen::add));
            bridges.stream()
                    .filter(bridge -> bridge.status().state() != State.READY)
                    .forEach(bridge -> damaged(bridge.id()).ifPresent(seen::add));
        }
        if (seen.isEmpty()) {
            seen.add(new Diagnosis(
                    "store-writable", Severity.RIGHT, Optional.empty(), location + " takes what is stored.", "", ""));
        }
        return seen;
    }

    private Optional<Diagnosis> held() {
        try {
            disk.createFolder(location);
            StoreLock.take(disk, location).close();
            return Optional.empty();
        } catch (StoreException taken) {
            return Optional.of(unreachable(
                    "store-shared",
                    taken.getMessage(),
                    "No bridge can run here: two that share a store would be the same bridge twice, and spoil it.",
                    "Stop the other one, then restart Latchkey. For a second installation of its own, name another folder by"
                            + " the framework property " + Place.PROPERTY + "."));
        } catch (IOException refused) {
            return Optional.of(refused(refused));
        }
    }

    private Optional<Diagnosis> unwritable() {
        Path probe = location.resolve(PROBE);
        try {
            disk.createFolder(location);
            disk.delete(probe);
            disk.write(probe, new byte[] {1});
            disk.delete(probe);
            long free = Files.getFileStore(location).getUsableSpace();
            return free < LEAST_BYTES ? Optional.of(full(free)) : Optional.empty();
        } catch (IOException refused) {
            return Optional.of(refused(refused));
        }
    }

    private Diagnosis refused(IOException refused) {
        String said = String.valueOf(refused.getMessage());
        if (said.contains("No space left") || said.contains("not enough space")) {
            return full(0);
        }
        return unreachable(
                "store-unwritable",
                "The folder of the store, " + location + ", can't be written: " + refused + ".",
                "Pairings and ids can't be kept, so that nobody can pair, and bridges don't start.",
                "Give the folder to the user that runs Latchkey (for openHAB: chown -R openhab), and see that its disk isn't"
                        + " mounted for reading alone, as a worn SD card is.");
    }

    private Diagnosis full(long free) {
        String seen = "The disk of the store, " + location + ", is full: " + free / 1024 + " kB are left.";
        String why = "What changes can't be kept: nobody can pair, and new accessories don't appear.";
        String cure = "Make room on that disk; old logs and backups are what fills it most often.";
        return free == 0
                ? unreachable("store-full", seen, why, cure)
                : new Diagnosis("store-full", Severity.MEND, Optional.empty(), seen, why, cure);
    }

    private static Diagnosis unreachable(String code, String seen, String why, String cure) {
        return new Diagnosis(code, Severity.UNREACHABLE, Optional.empty(), seen, why, cure);
    }

    private Optional<Diagnosis> lost(String bridge) {
        List<String> losses = store.map(open -> open.losses(bridge)).orElse(List.of());
        return losses.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Diagnosis.mend(
                                "store-mended",
                                bridge,
                                "What was stored of the bridge was damaged, and it goes on without a part of it: "
                                        + String.join("; ", losses) + ".",
                                "What was changed last is lost: a controller that was paired last may show \"No Response\", an"
                                        + " accessory may lose its room, the history may begin anew.",
                                "Look whether the disk is failing; SD cards wear out. See in Home whether all is as it was. If not,"
                                        + " latchkey:restore brings a backup back. This is said until the bridge is started again."));
    }

    private Optional<Diagnosis> damaged(String bridge) {
        Path folder = location.resolve(BridgeName.folder(bridge));
        try {
            if (Files.isDirectory(folder)) {
                Recovery recovery = new Recovery(folder, BridgeFolder.replicas(disk, folder));
                if (!recovery.isEmpty()) {
                    recovery.newest();
                }
            }
            return Optional.empty();
        } catch (StoreException | IOException damage) {
            return Optional.of(Diagnosis.unreachable(
                    "store-damaged",
                    bridge,
                    "What is stored of the bridge is damaged or can't be read: " + damage.getMessage(),
                    "The bridge doesn't start, so that it isn't taken for a new one: pairings and ids are in what can't be"
                            + " read.",
                    "Look whether the disk is failing, and whether the folder belongs to the user that runs Latchkey. Then"
                            + " put a backup of " + folder
                            + " in its place. Taking that folder away begins without it: then"
                            + " remove the bridge from Home and pair it anew."));
        }
    }
}
