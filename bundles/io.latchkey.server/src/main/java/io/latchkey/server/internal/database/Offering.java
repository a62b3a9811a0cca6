// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.store.Allocation;
import io.latchkey.api.store.StoreException;
import io.latchkey.server.internal.work.StageQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all providers offer to the bridges of one configuration. Providers change it from any thread; once changes have
 * settled it is placed upon the bridges, and not at all until the first set is whole. Calls no foreign code.
 */
public final class Offering {
    private static final Logger LOG = LoggerFactory.getLogger(Offering.class);

    private final String bridge;
    private final AccessoryDatabase first;
    private final Further starter;
    private final List<Further.Stored> stored;
    private final Map<Integer, AccessoryDatabase> further = new ConcurrentSkipListMap<>();
    private final Workers workers;
    private final Timing timing;
    private final Shelf shelf;
    private final StartGate gate;
    private final Settling settling;
    private final List<Contribution> contributions = new CopyOnWriteArrayList<>();
    private final StageQueue composing = new StageQueue(Runnable::run);
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile List<LeftOut> leftOut = List.of();
    private volatile boolean closed;

    /**
     * Begins with nothing on offer.
     *
     * @param bridge the id of the first bridge
     * @param first its accessories
     * @param further the other bridges
     * @param stored what these had in former runs, in the order of their numbers
     */
    public Offering(
            String bridge,
            AccessoryDatabase first,
            Further further,
            List<Further.Stored> stored,
            Workers workers,
            Timing timing) {
        this.bridge = bridge;
        this.first = first;
        this.starter = further;
        this.stored = List.copyOf(stored);
        this.workers = workers;
        this.timing = timing;
        this.shelf = new Shelf(timing.grace().toNanos());
        this.gate = new StartGate(knownProviders());
        this.settling = new Settling(workers, timing, this::compose);
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

    /** What cannot be shown and why. */
    public List<LeftOut> leftOut() {
        return leftOut;
    }

    /** Hands on nothing more. */
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
        return databases().anyMatch(database -> database.isPublished(definition));
    }

    void announce(Characteristic definition, Value value) {
        databases().forEach(database -> database.announce(definition, value));
    }

    void complete(String provider) {
        boolean waited = !gate.isOpen();
        gate.complete(provider);
        if (waited && gate.isOpen() && !closed) {
            settling.now();
        }
    }

    private Stream<AccessoryDatabase> databases() {
        return Stream.concat(Stream.of(first), further.values().stream());
    }

    private List<Allocation> allocations() {
        List<Allocation> allocations = new ArrayList<>(List.of(first.allocation()));
        stored.forEach(each -> allocations.add(each.allocation()));
        further.forEach((place, database) -> {
            if (place < allocations.size()) {
                allocations.set(place, database.allocation());
            } else {
                allocations.add(database.allocation());
            }
        });
        return allocations;
    }

    private Set<String> knownProviders() {
        return allocations().stream()
                .flatMap(allocation -> allocation.accessories().values().stream())
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

    /** One run at a time; more than one that waits would find nothing new. */
    private void compose() {
        if (waiting.compareAndSet(false, true)) {
            composing.add(() -> {
                waiting.set(false);
                return closed ? CompletableFuture.<Void>completedFuture(null) : composed();
            });
        }
    }

    private CompletionStage<Void> composed() {
        return spread(Placement.of(shelf.offers(), allocations())).handle((done, failure) -> {
            if (failure == null) {
                first.problem(Optional.empty());
            } else {
                failed(failure instanceof CompletionException wrapped ? wrapped.getCause() : failure);
            }
            contributions.forEach(Contribution::published);
            return null;
        });
    }

    private void failed(Throwable failure) {
        if (closed) {
            LOG.debug("Bridge {} stopped while it stored the ids of its accessories", bridge);
        } else if (failure instanceof StoreException e) {
            LOG.warn("Bridge {} can't store the ids of its accessories: {}", bridge, e.getMessage());
            first.problem(Optional.of(e.getMessage()));
            settling.touchIn(timing.retry());
        } else {
            LOG.error("Bridge {} can't show its accessories", bridge, failure);
        }
    }

    private CompletionStage<Void> spread(Placement placement) {
        tell(placement.leftOut());
        CompletionStage<Void> shown = first.show(placement.shares().get(0));
        for (int each = 1; each < placement.shares().size(); each++) {
            int place = each;
            List<Offer> share = placement.shares().get(place);
            shown = shown.thenCompose(done -> running(place, !share.isEmpty() || isPaired(place)))
                    .thenCompose(database -> database.map(known -> known.show(share))
                            .orElseGet(() -> CompletableFuture.completedFuture(null)));
        }
        return shown;
    }

    private CompletionStage<Optional<AccessoryDatabase>> running(int place, boolean needed) {
        Optional<AccessoryDatabase> known = Optional.ofNullable(further.get(place));
        if (known.isPresent() || !needed) {
            return CompletableFuture.completedFuture(known);
        }
        return starter.start(place - 1).thenApply(started -> {
            started.ifPresent(database -> further.put(place, database));
            return started;
        });
    }

    private boolean isPaired(int place) {
        return place <= stored.size() && stored.get(place - 1).paired();
    }

    private void tell(List<LeftOut> now) {
        if (!now.equals(leftOut)) {
            leftOut = now;
            now.forEach(what -> LOG.warn("Bridge {} leaves out {}", bridge, what));
        }
    }
}
