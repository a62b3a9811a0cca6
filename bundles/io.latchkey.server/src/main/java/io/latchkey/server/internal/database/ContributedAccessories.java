// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.bridge.AbsentAccessory;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.Absence;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.provider.RememberedAccessory;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.StoreException;
import io.latchkey.server.internal.work.StageQueue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all providers offer to the bridges of one configuration. Providers change it from any thread; once changes have
 * settled it is placed upon the bridges. What is remembered of former runs is shown from the start on. Calls no foreign
 * code.
 */
public final class ContributedAccessories {
    private static final Logger LOG = LoggerFactory.getLogger(ContributedAccessories.class);

    private final Workers workers;
    private final InstantSource clock;
    private final Timing timing;
    private final Supplier<Duration> longestAbsence;
    private final AccessoryKeeper keeper;
    private final PlacedBridges bridges;
    private final QuietPeriod settling;
    private final List<Contribution> contributions = new CopyOnWriteArrayList<>();
    private final StageQueue composing = new StageQueue(Runnable::run);
    private final AtomicBoolean waiting = new AtomicBoolean();
    private boolean open;
    private volatile boolean closed;

    /**
     * Begins with what is remembered.
     *
     * @param bridges where it is shown
     * @param clock what people read
     * @param longestAbsence how long an absent accessory is kept; zero is for ever
     */
    public ContributedAccessories(
            PlacedBridges bridges,
            Workers workers,
            InstantSource clock,
            Timing timing,
            Supplier<Duration> longestAbsence) {
        this.bridges = bridges;
        this.workers = workers;
        this.clock = clock;
        this.timing = timing;
        this.longestAbsence = longestAbsence;
        this.keeper = new AccessoryKeeper(now());
        this.settling = new QuietPeriod(workers, timing, this::compose);
        bridges.remembered().forEach(each -> each.recall(keeper, now()));
    }

    /** Shows what is remembered; where that is nothing, waits for the providers a little. */
    public void start() {
        if (!keeper.isEmpty()) {
            begin();
        }
        workers.schedule(timing.firstProvider(), this::begin);
        workers.schedule(ProviderPresence.COMING_UP, this::touch);
        workers.schedule(timing.write(), this::writeAgain);
    }

    /** Takes a provider in; what it puts into the sink counts until {@link #leave}. */
    public AccessorySink join(String provider) {
        Contribution contribution = new Contribution(provider, this);
        contributions.add(contribution);
        keeper.join(provider, contribution);
        return contribution;
    }

    /** Lets a provider go: its accessories stay, absent. */
    public void leave(AccessorySink sink) {
        Contribution contribution = (Contribution) sink;
        contribution.end();
        contributions.remove(contribution);
        keeper.leave(contribution, contribution.provider(), now());
        touch();
    }

    /** What cannot be shown and why. */
    public List<LeftOut> leftOut() {
        return bridges.leftOut();
    }

    /** What people have to know of what is absent, and what providers say, for the state of the first bridge. */
    public List<String> notices() {
        return Stream.concat(
                        bridges.notices().stream(), contributions.stream().flatMap(each -> each.notices().stream()))
                .toList();
    }

    /** What a bridge shows though it isn't there, the longest absent first. */
    public List<AbsentAccessory> absent(AccessoryDatabase database, String id) {
        return new AbsenceReport(keeper, now()).of(id, key -> bridges.isOn(database, key));
    }

    /**
     * Takes absent accessories out on a person's word. The stage fails with an {@link IllegalArgumentException} when one of
     * them can't be pruned now, and nothing is taken then; with a {@link StoreException} when that can't be stored, and it
     * is tried again.
     */
    public CompletionStage<Void> prune(Collection<AbsentAccessory> absent) {
        List<AccessoryKey> keys = absent.stream()
                .map(each -> new AccessoryKey(each.provider(), each.key()))
                .toList();
        return composing.add(() -> {
            for (AccessoryKey key : keys) {
                keeper.hindrance(key, now()).ifPresent(why -> {
                    throw new IllegalArgumentException(key.accessory() + " can't be pruned: " + why);
                });
            }
            keys.forEach(keeper::prune);
            LOG.info(
                    "Bridge {}: pruned {}",
                    bridges.id(),
                    keys.stream().map(AccessoryKey::accessory).toList());
            return shown();
        });
    }

    /**
     * Gives the ids and the place of an absent accessory to another one. The stage fails with an
     * {@link IllegalArgumentException} when it can't have them, and with a {@link StoreException} when that can't be
     * stored.
     */
    public CompletionStage<Void> adopt(AbsentAccessory absent, String successor) {
        AccessoryKey old = new AccessoryKey(absent.provider(), absent.key());
        AccessoryKey next = new AccessoryKey(absent.provider(), successor);
        return composing.add(() -> bridges.adopt(keeper, old, next).thenCompose(done -> {
            keeper.forget(old);
            LOG.info("Bridge {}: {} has taken the place of {}", bridges.id(), successor, absent.key());
            return shown();
        }));
    }

    /**
     * Changes what is stored of the server of an accessory that stands alone, while that rests, and starts it from that.
     *
     * @param change pure and fast
     * @return fails with what the change or the store threw; the server has begun to start again in any case
     */
    public CompletionStage<Void> replace(AccessoryKey standalone, UnaryOperator<BridgeMemory> change) {
        return composing.add(() -> bridges.replace(standalone, change)
                .handle((done, failure) -> shown().thenCompose(again -> failure == null
                        ? CompletableFuture.<Void>completedFuture(null)
                        : CompletableFuture.<Void>failedFuture(failure)))
                .thenCompose(Function.identity()));
    }

    /** Writes values and absences down; the stage fails when that can't be done. */
    public CompletionStage<Void> write() {
        try {
            return composing.add(() -> bridges.write(keeper.offers(now())));
        } catch (RejectedExecutionException full) {
            return CompletableFuture.failedFuture(full);
        }
    }

    /** Places once more what is offered: controllers have begun or ceased to know a bridge, or the configuration changed. */
    public void placeAgain() {
        touch();
    }

    /** Hands on nothing more. */
    public void close() {
        closed = true;
        settling.stop();
    }

    void put(Contribution owner, AccessoryKey key, Accessory accessory) {
        if (!keeper.put(owner, key, accessory, now())) {
            touch();
        } else if (!closed && isOpen()) {
            settling.touchSoon();
        }
    }

    void absent(Contribution owner, AccessoryKey key, Absence why) {
        if (keeper.absent(owner, key, why, now())) {
            touch();
        }
    }

    void remove(Contribution owner, AccessoryKey key) {
        if (keeper.remove(owner, key)) {
            touch();
        }
    }

    Collection<RememberedAccessory> remembered(String provider) {
        return keeper.remembered(provider);
    }

    void tell(List<String> notices) {
        notices.forEach(each -> LOG.info("Bridge {}: {}", bridges.id(), each));
    }

    boolean isPublished(Characteristic definition) {
        return databases().anyMatch(database -> database.isPublished(definition));
    }

    void announce(Characteristic definition, Value value) {
        databases().forEach(database -> database.announce(definition, value));
    }

    void complete(Contribution owner) {
        keeper.complete(owner, owner.provider(), now());
        if (isOpen()) {
            settling.now();
        } else if (keeper.areAllComplete()) {
            begin();
        }
    }

    private Stream<AccessoryDatabase> databases() {
        return bridges.databases();
    }

    private KeeperTime now() {
        return new KeeperTime(workers.nanoTime(), clock.instant());
    }

    private synchronized boolean isOpen() {
        return open;
    }

    private synchronized boolean opens() {
        boolean first = !open && !closed;
        open = true;
        return first;
    }

    private void begin() {
        if (opens()) {
            settling.now();
        }
    }

    private void touch() {
        if (!closed && isOpen()) {
            settling.touch();
        }
    }

    private void writeAgain() {
        if (closed) {
            return;
        }
        try {
            workers.home().execute(this::countAndWrite);
        } catch (RejectedExecutionException busy) {
            LOG.debug("Bridge {} writes its accessories down later: it is busy", bridges.id());
        }
        workers.schedule(timing.write(), this::writeAgain);
    }

    private void countAndWrite() {
        if (keeper.count(now(), longestAbsence.get())) {
            touch();
        }
        write().exceptionally(failure -> {
            LOG.warn("Bridge {} can't write down how its accessories are", bridges.id(), failure);
            return null;
        });
    }

    /** One run at a time; more than one that waits would find nothing new. */
    private void compose() {
        if (waiting.compareAndSet(false, true)) {
            composing.add(() -> {
                waiting.set(false);
                return closed ? CompletableFuture.<Void>completedFuture(null) : shown().exceptionally(told -> null);
            });
        }
    }

    private CompletionStage<Void> shown() {
        return bridges.show(keeper, now()).whenComplete((done, failure) -> {
            if (failure == null) {
                bridges.problem(Optional.empty());
                keeper.nextLeaving().ifPresent(settling::touchAt);
            } else {
                failed(failure instanceof CompletionException wrapped ? wrapped.getCause() : failure);
            }
            databases().forEach(AccessoryDatabase::resume);
            contributions.forEach(Contribution::published);
        });
    }

    private void failed(Throwable failure) {
        if (closed) {
            LOG.debug("Bridge {} stopped while it stored the ids of its accessories", bridges.id());
        } else if (failure instanceof StoreException e) {
            LOG.warn("Bridge {} can't store the ids of its accessories: {}", bridges.id(), e.getMessage());
            bridges.problem(Optional.of(e.getMessage()));
            settling.touchIn(timing.retry());
        } else {
            LOG.error("Bridge {} can't show its accessories", bridges.id(), failure);
        }
    }
}
