// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryInfo;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.store.Allocation;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.StoreException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accessories of one bridge, with their ids. Providers change it from any thread; controllers read an immutable
 * snapshot, which is replaced as a whole once changes have settled, never before the ids in it are stored, and not at all
 * until the first set is whole. Calls no foreign code.
 */
public final class AccessoryDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(AccessoryDatabase.class);

    private final String bridge;
    private final BridgeStore store;
    private final Workers workers;
    private final Timing timing;
    private final DatabaseListener listener;
    private final ConfigurationKeeper configuration;
    private final Shelf shelf;
    private final StartGate gate;
    private final Settling settling;
    private final List<Contribution> contributions = new CopyOnWriteArrayList<>();
    private final Object composing = new Object();
    private Allocation allocation;
    private List<String> leftOut = List.of();
    private volatile Accessory self;
    private volatile Snapshot snapshot = Snapshot.EMPTY;
    private volatile boolean closed;

    /**
     * Loads what was allocated in former runs; waits for the disk.
     *
     * @param bridge the id of the bridge
     * @param self the bridge as an accessory
     */
    public AccessoryDatabase(
            String bridge,
            Accessory self,
            BridgeStore store,
            ConfigurationKeeper configuration,
            Workers workers,
            Timing timing,
            DatabaseListener listener) {
        this.bridge = bridge;
        this.self = self;
        this.store = store;
        this.configuration = configuration;
        this.workers = workers;
        this.timing = timing;
        this.listener = listener;
        this.allocation = store.load(bridge, Domain.ALLOCATION).orElse(Allocation.EMPTY);
        this.shelf = new Shelf(timing.grace().toNanos());
        this.gate = new StartGate(knownProviders());
        this.settling = new Settling(workers, timing, this::compose);
    }

    /** The accessory that stands for the bridge itself. */
    public static Accessory self(AccessoryInfo info, Runnable identify) {
        return Accessory.of(Composer.BRIDGE.accessory())
                .info(info)
                .with(InformationService.protocol())
                .identify(identify)
                .build();
    }

    /** Begins to wait for the first set; the listener hears when it is published. */
    public void start() {
        workers.schedule(timing.firstProvider(), () -> {
            if (gate.awaitsNobody()) {
                openGate();
            }
        });
        workers.schedule(timing.start(), this::openGate);
    }

    /** Takes a provider in; what it puts into the sink counts until {@link #leave}. */
    public AccessorySink join(String provider) {
        Contribution contribution = new Contribution(provider, this);
        contributions.add(contribution);
        gate.join(provider);
        return contribution;
    }

    /** Lets a provider go: shadows of its accessories stay for the grace time. */
    public void leave(AccessorySink sink) {
        Contribution contribution = (Contribution) sink;
        contribution.end();
        contributions.remove(contribution);
        shelf.leave(contribution, workers.nanoTime());
        expireLater();
    }

    /** Replaces the accessory that stands for the bridge itself. */
    public void self(Accessory changed) {
        self = changed;
        touch();
    }

    /** What controllers see now. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** What cannot be shown and why, for people. */
    public List<String> leftOut() {
        synchronized (composing) {
            return leftOut;
        }
    }

    /** Publishes nothing more. */
    public void close() {
        closed = true;
        settling.stop();
    }

    void put(Contribution owner, AccessoryKey key, Accessory accessory) {
        gate.begin(owner.provider());
        shelf.put(owner, key, accessory);
        touch();
    }

    void remove(Contribution owner, AccessoryKey key) {
        if (shelf.remove(owner, key)) {
            touch();
        }
    }

    boolean isPublished(Characteristic definition) {
        return snapshot.find(definition).isPresent();
    }

    void announce(Characteristic definition, Value value) {
        snapshot.find(definition).ifPresent(published -> {
            synchronized (published.memory()) {
                published.legal(value).ifPresent(legal -> {
                    if (published.isNews(legal)) {
                        listener.changed(published, legal);
                    } else {
                        listener.repeated(published, legal);
                    }
                });
            }
        });
    }

    void complete(String provider) {
        boolean waited = !gate.isOpen();
        gate.complete(provider);
        if (waited && gate.isOpen() && !closed) {
            settling.now();
        }
    }

    private Set<String> knownProviders() {
        return allocation.accessories().values().stream()
                .map(Allocation.Entry::provider)
                .filter(provider -> !provider.equals(Allocator.NOBODY))
                .filter(provider -> !provider.equals(Composer.BRIDGE.provider()))
                .collect(Collectors.toSet());
    }

    private void openGate() {
        if (closed || gate.isOpen()) {
            return;
        }
        Set<String> missing = gate.force();
        if (!missing.isEmpty()) {
            LOG.warn("Bridge {} starts without {}: start it soon, or its accessories leave Home", bridge, missing);
        }
        settling.now();
    }

    private void touch() {
        if (!closed && gate.isOpen()) {
            settling.touch();
        }
    }

    private void expireLater() {
        touch();
        workers.schedule(timing.grace(), () -> {
            if (shelf.expire(workers.nanoTime())) {
                touch();
            }
        });
    }

    private void compose() {
        synchronized (composing) {
            if (closed) {
                return;
            }
            try {
                publish(Composer.compose(self, shelf.offers(), allocation, snapshot));
                listener.problem(Optional.empty());
            } catch (StoreException e) {
                LOG.warn("Bridge {} can't store the ids of its accessories: {}", bridge, e.getMessage());
                listener.problem(Optional.of(e.getMessage()));
                settling.touchIn(timing.retry());
            }
        }
        contributions.forEach(Contribution::published);
    }

    private void publish(Composer.Composition composition) {
        if (!composition.allocation().equals(allocation)) {
            store.save(bridge, Domain.ALLOCATION, composition.allocation());
            allocation = composition.allocation();
        }
        configuration.shape(composition.snapshot().shape());
        snapshot = composition.snapshot();
        if (!composition.leftOut().equals(leftOut)) {
            leftOut = composition.leftOut();
            leftOut.forEach(what -> LOG.warn("Bridge {} leaves out {}", bridge, what));
        }
        listener.published(snapshot);
    }
}
