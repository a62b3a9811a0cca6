// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryInfo;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.Allocation;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import io.latchkey.server.internal.store.StoredBridge;
import io.latchkey.server.internal.work.StageQueue;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The accessories of one bridge, with their ids. Controllers read an immutable snapshot from any thread; it is
 * replaced as a whole, on work threads, never before the ids in it are stored, one replacement after the other. Calls no
 * foreign code, and its listener without a lock.
 */
public final class AccessoryDatabase {
    private final StoredBridge stored;
    private final Extension extension;
    private final DatabaseListener listener;
    private final StageQueue changes = new StageQueue(Runnable::run);
    private Accessory self;
    private Optional<List<Offer>> shown = Optional.empty();
    private volatile Snapshot snapshot = Snapshot.EMPTY;
    private volatile boolean closed;

    /**
     * Begins with what was allocated in former runs.
     *
     * @param self the bridge as an accessory
     * @param stored the memory of the bridge, loaded
     */
    public AccessoryDatabase(Accessory self, StoredBridge stored, DatabaseListener listener, Extension extension) {
        this.self = self;
        this.stored = stored;
        this.listener = listener;
        this.extension = extension;
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

    /** Replaces the accessory that stands for the bridge itself. */
    public CompletionStage<Void> self(Accessory changed) {
        return changes.add(() -> {
            self = changed;
            return shown.map(this::composed).orElseGet(() -> CompletableFuture.completedFuture(null));
        });
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
     * Shows these accessories and no others. The stage fails with a {@link io.latchkey.api.store.StoreException} when the
     * ids can't be stored; nothing has changed then.
     */
    CompletionStage<Void> show(List<Offer> offers) {
        return changes.add(() -> composed(offers));
    }

    Allocation allocation() {
        return allocation(stored.memory());
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

    private CompletionStage<Void> composed(List<Offer> offers) {
        if (closed) {
            return CompletableFuture.completedFuture(null);
        }
        shown = Optional.of(offers);
        Composer.Composition composition = Composer.compose(self, extended(offers), allocation(), snapshot);
        String shape = composition.snapshot().shape();
        BridgeMemory now = stored.memory();
        BridgeMemory next = remembered(now, composition.allocation(), shape);
        CompletionStage<BridgeMemory> durable = next.equals(now)
                ? CompletableFuture.completedFuture(now)
                : stored.change(memory -> remembered(memory, composition.allocation(), shape));
        return durable.thenAccept(memory -> publish(composition.snapshot()));
    }

    private void publish(Snapshot next) {
        if (!closed) {
            snapshot = next;
            extension.published(next, this::tell);
            listener.published(next);
        }
    }

    private static BridgeMemory remembered(BridgeMemory memory, Allocation allocation, String shape) {
        BridgeMemory shaped = ConfigurationKeeper.shaped(memory, shape);
        return allocation(memory).equals(allocation) ? shaped : shaped.with(Domain.ALLOCATION, allocation);
    }

    private static Allocation allocation(BridgeMemory memory) {
        return memory.get(Domain.ALLOCATION).orElse(Allocation.EMPTY);
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
