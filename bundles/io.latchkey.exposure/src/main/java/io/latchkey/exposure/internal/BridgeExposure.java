// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.accessory.CheckReport;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.item.Item;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.provider.BridgeView;
import io.latchkey.exposure.internal.check.Showing;
import io.latchkey.exposure.internal.language.Vocabulary;
import io.latchkey.exposure.internal.live.Host;
import io.latchkey.exposure.internal.live.ItemIndex;
import io.latchkey.exposure.internal.live.LiveAccessory;
import io.latchkey.exposure.internal.live.Memory;
import io.latchkey.exposure.internal.live.Stage;
import io.latchkey.exposure.internal.plan.AccessoryPlan;
import io.latchkey.exposure.internal.plan.Composition;
import io.latchkey.exposure.internal.plan.Numbers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The items that one bridge shows. Composes them on a work thread once things have settled: an accessory whose plan
 * stays isn't touched. One whose host has left stays as it is for a grace time, and of one whose type has left a shadow
 * stays, because controllers delete rooms and automations of what is gone.
 */
final class BridgeExposure implements AutoCloseable {
    static final Duration SETTLE = Duration.ofSeconds(1);
    static final Duration FIRST_SETTLE = Duration.ofMillis(300);
    static final Duration GRACE = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(BridgeExposure.class);

    private final BridgeView bridge;
    private final AccessorySink sink;
    private final Workers workers;
    private final Memory memory;
    private final Stage stage;
    private final Reading reading;
    private final Supplier<Collection<Host>> hosts;
    private final Supplier<Vocabulary> vocabulary;
    private final Map<String, LiveAccessory> accessories = new LinkedHashMap<>();
    private final Grace grace;
    private final BooleanSupplier isMoving;
    private volatile ItemIndex index = ItemIndex.EMPTY;
    private volatile Map<String, List<CheckReport>> reports = Map.of();
    private volatile boolean isClosed;
    private Optional<Future<?>> settling = Optional.empty();
    private Set<String> warned = Set.of();
    private boolean isComplete;
    private boolean isHolding;

    /**
     * Begins to compose.
     *
     * @param memory what was chosen where no item keeps it
     * @param isMoving whether types may be missing only because their bundles haven't started yet
     */
    BridgeExposure(
            BridgeView bridge,
            AccessorySink sink,
            Workers workers,
            Memory memory,
            Supplier<Collection<Host>> hosts,
            Supplier<Vocabulary> vocabulary,
            BooleanSupplier isMoving) {
        this.bridge = bridge;
        this.sink = sink;
        this.workers = workers;
        this.memory = memory;
        this.stage = new Stage(bridge.id(), sink, workers, memory);
        this.hosts = hosts;
        this.vocabulary = vocabulary;
        this.reading = Reading.of(bridge);
        this.isMoving = isMoving;
        this.grace = new Grace(GRACE, workers::nanoTime);
        composeIn(FIRST_SETTLE);
    }

    /** What it made of the items when it composed them last. */
    Showing showing() {
        return Showing.of(bridge, hosts.get().stream().map(Host::name).collect(Collectors.toSet()), reports);
    }

    /** What is known of the bridge. */
    BridgeView bridge() {
        return bridge;
    }

    /** An item got a state: on a host's thread. */
    void updated(String host, String item, ItemState state) {
        index.updated(host, item, state);
    }

    /** Items, hosts or types came, went or changed: composes anew when that has settled. */
    void changed() {
        composeIn(isComplete() ? SETTLE : FIRST_SETTLE);
    }

    @Override
    public void close() {
        isClosed = true;
        synchronized (this) {
            settling.ifPresent(pending -> pending.cancel(false));
            accessories.values().forEach(LiveAccessory::close);
        }
        memory.save();
    }

    private synchronized boolean isComplete() {
        return isComplete;
    }

    private synchronized void composeIn(Duration delay) {
        settling.ifPresent(pending -> pending.cancel(false));
        try {
            settling = isClosed ? Optional.empty() : Optional.of(workers.schedule(delay, this::compose));
        } catch (RejectedExecutionException stopping) {
            LOG.debug("Bridge {} is not composed any more: the threads have stopped", bridge.id());
        }
    }

    private void compose() {
        try {
            workers.work().execute(this::composeNow);
        } catch (RejectedExecutionException busy) {
            composeIn(SETTLE);
        }
    }

    private synchronized void composeNow() {
        if (isClosed) {
            return;
        }
        Map<String, List<CheckReport>> told = new LinkedHashMap<>();
        Map<String, LiveAccessory> wanted = new LinkedHashMap<>();
        Vocabulary words = vocabulary.get();
        boolean isUnresolved = false;
        for (Host host : hosts.get()) {
            Optional<Collection<Item>> items = host.readyRegistry().map(ItemRegistry::items);
            if (items.isPresent()) {
                Composition composition = reading.compose(items.get(), words, numbers(host));
                composition.accessories().forEach(plan -> remember(host, plan));
                composition.accessories().forEach(plan -> want(wanted, host, plan, composition.unresolved()));
                composition.unresolved().forEach(item -> keep(wanted, LiveAccessory.key(host, item)));
                told.put(host.name(), composition.reports());
                isUnresolved |= !composition.unresolved().isEmpty();
            }
        }
        keepAbsent(wanted, told.keySet());
        wanted.replaceAll((key, accessory) -> accessory.isMadeOf(words) ? accessory : accessory.shadow());
        reports = Map.copyOf(told);
        apply(wanted);
        completeWhen(!told.isEmpty(), isUnresolved);
    }

    private Numbers numbers(Host host) {
        return (owner, service) -> memory.value(
                        LiveAccessory.key(host, owner), service, CharacteristicTypes.SERVICE_LABEL_INDEX)
                .filter(Value.Whole.class::isInstance)
                .map(value -> ((Value.Whole) value).number());
    }

    private void remember(Host host, AccessoryPlan plan) {
        String key = LiveAccessory.key(host, plan.owner().name());
        plan.services()
                .forEach(service -> service.number()
                        .ifPresent(number -> memory.keep(
                                key, service.key(), CharacteristicTypes.SERVICE_LABEL_INDEX, Value.of((long) number))));
    }

    private void want(Map<String, LiveAccessory> wanted, Host host, AccessoryPlan plan, Set<String> unresolved) {
        String key = LiveAccessory.key(host, plan.owner().name());
        LiveAccessory now = accessories.get(key);
        if (now != null && now.isMadeOf(plan)) {
            wanted.put(key, now);
            return;
        }
        if (unresolved.contains(plan.owner().name())) {
            keep(wanted, key);
        }
        if (!wanted.containsKey(key)) {
            make(host, plan).ifPresent(made -> wanted.put(key, made));
        }
    }

    private Optional<LiveAccessory> make(Host host, AccessoryPlan plan) {
        try {
            return Optional.of(new LiveAccessory(plan, host, stage));
        } catch (RuntimeException broken) {
            LOG.error(
                    "Item {} can't be made an accessory of bridge {}",
                    plan.owner().name(),
                    bridge.id(),
                    broken);
            return Optional.empty();
        }
    }

    /** Keeps an accessory that isn't planned any more, as long as there is grace. */
    private void keep(Map<String, LiveAccessory> wanted, String key) {
        LiveAccessory now = accessories.get(key);
        if (now != null && !wanted.containsKey(key) && grace.holds(key)) {
            wanted.put(key, now);
        }
    }

    private void keepAbsent(Map<String, LiveAccessory> wanted, Set<String> present) {
        accessories.forEach((key, accessory) -> {
            if (!present.contains(accessory.host().name())) {
                keep(wanted, key);
            }
        });
    }

    private void apply(Map<String, LiveAccessory> wanted) {
        Map<String, LiveAccessory> before = Map.copyOf(accessories);
        List<LiveAccessory> fresh = new ArrayList<>(wanted.values());
        fresh.removeAll(before.values());
        List<LiveAccessory> old = new ArrayList<>(before.values());
        old.removeAll(wanted.values());
        Set<String> gone = new HashSet<>(before.keySet());
        gone.removeAll(wanted.keySet());
        accessories.clear();
        accessories.putAll(wanted);
        index = new ItemIndex(wanted.values());
        old.forEach(LiveAccessory::close);
        wanted.values().forEach(LiveAccessory::refresh);
        fresh.forEach(accessory -> put(accessory, before));
        gone.forEach(sink::remove);
        isHolding = grace.endRound();
        if (isHolding) {
            composeIn(GRACE);
        }
        LOG.debug(
                "Bridge {} shows {} accessories, {} new, {} gone",
                bridge.id(),
                wanted.size(),
                fresh.size(),
                gone.size());
    }

    private void put(LiveAccessory fresh, Map<String, LiveAccessory> before) {
        sink.put(fresh.definition());
        Optional.ofNullable(before.get(fresh.definition().key())).ifPresent(fresh::announceUnlike);
    }

    private void completeWhen(boolean hasItems, boolean isUnresolved) {
        boolean isWorthWaiting = isUnresolved && isMoving.getAsBoolean();
        if (!isComplete && hasItems && isWorthWaiting) {
            composeIn(FIRST_SETTLE);
            return;
        }
        if (!isComplete && hasItems) {
            isComplete = true;
            sink.complete();
            LOG.info("Bridge {} shows {} accessories made of items", bridge.id(), accessories.size());
        }
        if (!isHolding) {
            warnOfFaults();
        }
    }

    /** Tells each fault once, as long as it stays; not while something may come back that would mend it. */
    private void warnOfFaults() {
        Set<String> faults = new LinkedHashSet<>();
        reports.values().stream()
                .flatMap(List::stream)
                .forEach(report -> report.findings().stream()
                        .filter(CheckReport.Finding::isFault)
                        .forEach(finding -> faults.add(report.item() + ": " + finding.text())));
        faults.stream()
                .filter(fault -> !warned.contains(fault))
                .forEach(fault -> LOG.warn("Bridge {} doesn't show all of item {}", bridge.id(), fault));
        warned = faults;
    }
}
