// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryInfo;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.EventUrgency;
import io.latchkey.api.model.Permission;
import io.latchkey.api.model.Value;
import io.latchkey.api.store.AccessoryShape;
import io.latchkey.api.store.AccessoryShapes;
import io.latchkey.api.store.AccessoryStates;
import io.latchkey.api.store.Allocation;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.ExtensionShapes;
import io.latchkey.server.internal.store.StoredBridge;
import io.latchkey.server.internal.work.StageQueue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/**
 * The accessories of one bridge, with their ids. Controllers read an immutable snapshot from any thread; it is
 * replaced as a whole, on {@code latchkey-home}, never before the ids in it are stored, one replacement after the other. Calls no
 * foreign code, and its listener without a lock.
 */
public final class AccessoryDatabase {
    private final Optional<AccessoryKey> alone;
    private final StoredBridge stored;
    private final Extensions extensions;
    private final DatabaseListener listener;
    private final StageQueue changes = new StageQueue(Runnable::run);
    private final WaitingCalls waiting = new WaitingCalls(this::snapshot);
    private final List<ReturnedCharacteristic> returned = new ArrayList<>();
    private Accessory self;
    private volatile Optional<List<OfferedAccessory>> shown = Optional.empty();
    private volatile Snapshot snapshot = Snapshot.EMPTY;
    private volatile boolean closed;

    /**
     * Begins with what was allocated in former runs.
     *
     * @param self the bridge as an accessory
     * @param alone the accessory that it shows and nothing else, for one that stands alone
     * @param stored the memory of the bridge, loaded
     */
    public AccessoryDatabase(
            Accessory self,
            Optional<AccessoryKey> alone,
            StoredBridge stored,
            DatabaseListener listener,
            Extensions extensions) {
        this.self = self;
        this.alone = alone;
        this.stored = stored;
        this.listener = listener;
        this.extensions = extensions;
    }

    /** The accessory that stands for the bridge itself. */
    public static Accessory self(AccessoryInfo info, Runnable identify) {
        return Accessory.of(SnapshotComposer.BRIDGE.accessory())
                .info(info)
                .with(InformationService.protocol())
                .identify(identify)
                .build();
    }

    /** Replaces the accessory that stands for the bridge itself. */
    public CompletionStage<Void> self(Accessory changed) {
        return changes.add(() -> {
            self = changed;
            return composedAgain();
        });
    }

    /** Shows the same accessories once more, with what extensions add now. */
    public CompletionStage<Void> extensionsChanged() {
        return changes.add(this::composedAgain).thenRun(this::resume);
    }

    /** The id of the bridge. */
    String id() {
        return stored.id();
    }

    /** What controllers see now. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** Publishes nothing more. */
    public void close() {
        closed = true;
        extensions.close();
    }

    /** Tells subscribers the value of a characteristic that is back, if they have to hear of it. */
    public void tell(ReturnedCharacteristic characteristic, Value value) {
        PublishedCharacteristic published = characteristic.characteristic();
        synchronized (published.memory()) {
            published.legal(value).filter(characteristic::isNews).ifPresent(legal -> {
                published.isNews(legal);
                listener.changed(published, legal);
            });
        }
    }

    /** Has these read, whatever is known of them, so that subscribers hear of them; what is absent is told when it is back. */
    public void owed(Set<CharacteristicId> ids) {
        Snapshot now = snapshot;
        for (CharacteristicId id : ids) {
            now.find(id).filter(AccessoryDatabase::isTold).ifPresent(owed -> {
                owed.missed();
                if (owed.presence() == Presence.ATTACHED) {
                    note(owed);
                }
            });
        }
        resume();
    }

    /**
     * Shows these accessories and no others. The stage fails with a {@link io.latchkey.api.store.StoreException} when the
     * ids can't be stored; nothing has changed then.
     */
    CompletionStage<Void> show(List<OfferedAccessory> offers) {
        return changes.add(() -> composed(offers));
    }

    /**
     * Shows nothing yet: there are ids in use of which nobody knows what they stand for.
     *
     * @param inUse the stored keys of all that is still to be shown; the ids of others are nobody's any more
     * @param why for people
     */
    CompletionStage<Void> await(Set<String> inUse, String why) {
        return changes.add(() -> changed(memory -> released(memory, inUse)))
                .thenAccept(done -> listener.waits(Optional.of(why)));
    }

    /** Lets those go on who wait for what has been attached, and has what is back read; without a lock. */
    void resume() {
        waiting.published();
        List<ReturnedCharacteristic> back;
        synchronized (returned) {
            back = List.copyOf(returned);
            returned.clear();
        }
        if (!back.isEmpty()) {
            listener.returned(back);
        }
    }

    /** Writes values and absences down, if they have changed, and beside them, in one change, what its listener has noted. */
    CompletionStage<Void> write(Map<String, OfferedAccessory> offers) {
        return changes.add(() -> {
            UnaryOperator<BridgeMemory> noted = listener.noted();
            if (shown.isEmpty()) {
                return changed(noted);
            }
            List<OfferedAccessory> now = new ArrayList<>();
            for (OfferedAccessory each : shown.get()) {
                now.add(offers.getOrDefault(each.key().stored(), each));
            }
            AccessoryStates current = LastValues.states(snapshot, now);
            return changed(memory -> noted.apply(memory.with(Domain.STATES, current)));
        });
    }

    /** Gives ids to other accessories than before. */
    CompletionStage<Void> reallocate(Allocation other) {
        return changes.add(() -> changed(memory -> memory.with(Domain.ALLOCATION, other)));
    }

    Allocation allocation() {
        return allocation(stored.memory());
    }

    /** What is remembered of it. */
    RememberedBridge remembered() {
        return RememberedBridge.of(stored.memory());
    }

    /** Whether it has ever shown something in this run. */
    boolean isShown() {
        return shown.isPresent();
    }

    void problem(Optional<String> now) {
        listener.problem(now);
    }

    boolean isPublished(Characteristic definition) {
        return snapshot.find(definition).isPresent();
    }

    void announce(Characteristic definition, Value value) {
        snapshot.find(definition)
                .ifPresent(published -> published.legal(value).ifPresent(legal -> announce(published, legal)));
    }

    private void announce(PublishedCharacteristic published, Value legal) {
        boolean isSilenced = published.wouldBeNews(legal) && extensions.silences(published, legal);
        synchronized (published.memory()) {
            if (!published.isNews(legal)) {
                listener.repeated(published, legal);
            } else if (!isSilenced) {
                listener.changed(published, legal);
            }
        }
    }

    private CompletionStage<Void> composedAgain() {
        return shown.map(this::composed).orElseGet(AccessoryDatabase::done);
    }

    private CompletionStage<Void> composed(List<OfferedAccessory> offers) {
        if (closed) {
            return done();
        }
        shown = Optional.of(offers);
        return extensions
                .additions(ExtendedOffers.accessories(offers))
                .thenCompose(answers -> closed ? done() : composed(offers, answers));
    }

    private CompletionStage<Void> composed(List<OfferedAccessory> offers, List<ExtensionAnswer> answers) {
        BridgeMemory now = stored.memory();
        AccessoryStates states = now.get(Domain.STATES).orElse(AccessoryStates.EMPTY);
        ExtendedOffers extended =
                ExtendedOffers.of(offers, answers, FormerAdditions.of(now, offers), extensions::isWanted);
        SnapshotComposer.Former former = new SnapshotComposer.Former(snapshot, allocation(now), states, waiting);
        SnapshotComposer.Composition composition = composition(extended.offers(), former);
        return changed(memory -> remembered(remembered(memory, composition, offers), extended.shapes(), offers))
                .thenAccept(durable -> publish(composition.snapshot()));
    }

    private SnapshotComposer.Composition composition(List<OfferedAccessory> offers, SnapshotComposer.Former former) {
        return alone.map(key ->
                        SnapshotComposer.composeAlone(key, self, offers.stream().findFirst(), former))
                .orElseGet(() -> SnapshotComposer.compose(self, offers, former));
    }

    private void publish(Snapshot next) {
        if (!closed) {
            noteReturned(next);
            snapshot = next;
            extensions.published(next, this::tell);
            listener.waits(Optional.empty());
            listener.published(next);
        }
    }

    /** Changes what is remembered, if that makes a difference. */
    private CompletionStage<Void> changed(UnaryOperator<BridgeMemory> change) {
        BridgeMemory now = stored.memory();
        return change.apply(now).equals(now) ? done() : stored.change(change).thenAccept(durable -> {});
    }

    private static BridgeMemory remembered(
            BridgeMemory memory, SnapshotComposer.Composition composition, List<OfferedAccessory> offers) {
        BridgeMemory next =
                ConfigurationKeeper.shaped(memory, composition.snapshot().shape());
        if (!allocation(memory).equals(composition.allocation())) {
            next = next.with(Domain.ALLOCATION, composition.allocation());
        }
        AccessoryShapes shapes = shapes(offers);
        return memory.get(Domain.ACCESSORIES).orElse(AccessoryShapes.EMPTY).equals(shapes)
                ? next
                : next.with(Domain.ACCESSORIES, shapes)
                        .with(Domain.STATES, LastValues.states(composition.snapshot(), offers));
    }

    private static BridgeMemory remembered(BridgeMemory memory, ExtensionShapes shapes, List<OfferedAccessory> offers) {
        return FormerAdditions.of(memory, offers).equals(shapes) ? memory : memory.with(Domain.EXTENSIONS, shapes);
    }

    private static BridgeMemory released(BridgeMemory memory, Set<String> inUse) {
        Map<String, Allocation.Entry> entries = new HashMap<>(allocation(memory).accessories());
        entries.replaceAll((name, entry) ->
                inUse.contains(name) || SnapshotComposer.isOfBridge(entry) ? entry : Allocator.released(entry));
        return memory.with(Domain.ALLOCATION, new Allocation(entries));
    }

    private static AccessoryShapes shapes(List<OfferedAccessory> offers) {
        Map<String, AccessoryShape> shapes = new HashMap<>();
        offers.forEach(offer -> shapes.put(offer.key().stored(), offer.merged().shape()));
        return new AccessoryShapes(shapes);
    }

    private static Allocation allocation(BridgeMemory memory) {
        return memory.get(Domain.ALLOCATION).orElse(Allocation.EMPTY);
    }

    private static CompletionStage<Void> done() {
        return CompletableFuture.completedFuture(null);
    }

    private void noteReturned(Snapshot next) {
        for (PublishedAccessory accessory : next.accessories()) {
            for (PublishedService service : accessory.services()) {
                service.characteristics().stream().filter(this::isBack).forEach(this::note);
            }
        }
    }

    private void note(PublishedCharacteristic back) {
        synchronized (returned) {
            returned.add(new ReturnedCharacteristic(back, back.memory().state()));
        }
    }

    private boolean isBack(PublishedCharacteristic now) {
        return now.presence() == Presence.ATTACHED
                && isTold(now)
                && snapshot.find(now.id())
                        .filter(before -> before.presence() != Presence.ATTACHED)
                        .isPresent();
    }

    /** Whether subscribers have to hear of its value also when nobody has announced it just now. */
    private static boolean isTold(PublishedCharacteristic characteristic) {
        return characteristic.allows(Permission.PAIRED_READ)
                && characteristic.allows(Permission.EVENTS)
                && characteristic.urgency() != EventUrgency.EACH;
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
