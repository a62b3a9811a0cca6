// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryInfo;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.Allocation;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.Domain;
import java.util.List;
import java.util.Optional;

/**
 * The accessories of one bridge, with their ids. Controllers read an immutable snapshot from any thread; it is
 * replaced as a whole, on work threads, never before the ids in it are stored. Calls no foreign code, and its
 * listener without a lock.
 */
public final class AccessoryDatabase {
    private final String bridge;
    private final BridgeStore store;
    private final Extension extension;
    private final ConfigurationKeeper configuration;
    private final DatabaseListener listener;
    private Accessory self;
    private Optional<List<Offer>> shown = Optional.empty();
    private volatile Allocation allocation;
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
            DatabaseListener listener,
            Extension extension) {
        this.bridge = bridge;
        this.self = self;
        this.store = store;
        this.configuration = configuration;
        this.listener = listener;
        this.extension = extension;
        this.allocation = store.load(bridge, Domain.ALLOCATION).orElse(Allocation.EMPTY);
    }

    /**
     * The accessory that stands for the bridge itself.
     *
     * @param first the id of the bridge that this one takes over from, empty for the first one
     */
    public static Accessory self(Optional<String> first, AccessoryInfo info, Runnable identify) {
        return Accessory.of(Descent.key(first).accessory())
                .info(info)
                .with(InformationService.protocol())
                .identify(identify)
                .build();
    }

    /** Replaces the accessory that stands for the bridge itself; waits for the disk. */
    public void self(Accessory changed) {
        if (renewed(changed)) {
            listener.published(snapshot);
        }
    }

    /** What controllers see now. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** Publishes nothing more. */
    public void close() {
        closed = true;
        extension.close();
    }

    /**
     * Shows these accessories and no others; waits for the disk.
     *
     * @throws io.latchkey.api.store.StoreException when the ids can't be stored; nothing has changed then
     */
    void show(List<Offer> offers) {
        if (composed(offers)) {
            listener.published(snapshot);
        }
    }

    Allocation allocation() {
        return allocation;
    }

    void problem(Optional<String> now) {
        listener.problem(now);
    }

    boolean isPublished(Characteristic definition) {
        return snapshot.find(definition).isPresent();
    }

    void announce(Characteristic definition, Value value) {
        snapshot.find(definition).ifPresent(published -> {
            synchronized (published.memory()) {
                published.legal(value).ifPresent(legal -> {
                    if (!published.isNews(legal)) {
                        listener.repeated(published, legal);
                    } else if (!extension.silences(published, legal)) {
                        listener.changed(published, legal);
                    }
                });
            }
        });
    }

    private synchronized boolean renewed(Accessory changed) {
        self = changed;
        return shown.isPresent() && composed(shown.get());
    }

    private synchronized boolean composed(List<Offer> offers) {
        if (closed) {
            return false;
        }
        shown = Optional.of(offers);
        Composer.Composition composition = Composer.compose(self, extended(offers), allocation, snapshot);
        if (!composition.allocation().equals(allocation)) {
            store.save(bridge, Domain.ALLOCATION, composition.allocation());
            allocation = composition.allocation();
        }
        configuration.shape(composition.snapshot().shape());
        snapshot = composition.snapshot();
        extension.published(snapshot, this::tell);
        return true;
    }

    private List<Offer> extended(List<Offer> offers) {
        return offers.stream()
                .map(offer -> new Offer(
                        offer.key(), extension.extend(offer.key().provider(), offer.accessory()), offer.present()))
                .toList();
    }

    private void tell(PublishedCharacteristic published, Value value) {
        synchronized (published.memory()) {
            published.legal(value).ifPresent(legal -> {
                published.isNews(legal);
                listener.changed(published, legal);
            });
        }
    }
}
