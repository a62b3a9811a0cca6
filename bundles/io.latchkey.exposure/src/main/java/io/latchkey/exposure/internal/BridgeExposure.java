// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.concurrent.ContributorException;
import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.item.ItemChanges;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.provider.BridgeView;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.ItemDescription;
import io.latchkey.api.store.ItemDescriptions;
import io.latchkey.exposure.internal.absence.AbsenceCauses;
import io.latchkey.exposure.internal.check.Showing;
import io.latchkey.exposure.internal.describe.DescriptionMemory;
import io.latchkey.exposure.internal.language.Vocabulary;
import io.latchkey.exposure.internal.live.Host;
import io.latchkey.exposure.internal.live.ItemIndex;
import io.latchkey.exposure.internal.live.LiveAccessory;
import io.latchkey.exposure.internal.live.Memory;
import io.latchkey.exposure.internal.live.MemoryWriter;
import io.latchkey.exposure.internal.live.Stage;
import io.latchkey.exposure.internal.plan.AccessoryPlan;
import io.latchkey.exposure.internal.plan.Numbers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The items that one bridge shows. Composes them on a thread for foreign code once things have settled: an accessory whose plan
 * stays isn't touched. It says what is there and why what the bridge remembers isn't; it never concludes that something
 * is gone, because controllers delete rooms and automations of what is gone.
 */
final class BridgeExposure implements AutoCloseable {
    /** Hosts tell changes once these have settled with them: this gathers those of types and of several hosts. */
    static final Duration SETTLE = Duration.ofMillis(300);
    /** At the start a home that is remembered only comes back, so that little has to be gathered for it. */
    static final Duration RETURN_SETTLE = Duration.ofMillis(10);
    /** How long reads wait for a host whose registry isn't there at all. */
    static final Duration HOST_WAIT = Duration.ofSeconds(30);
    /** How often to look whether an absent accessory has left whose items something else asks for. */
    static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(BridgeExposure.class);

    private final BridgeView bridge;
    private final AccessorySink sink;
    private final Workers workers;
    private final Memory memory;
    private final MemoryWriter writer;
    private final DescriptionMemory descriptions;
    private final boolean isLoaded;
    private final Stage stage;
    private final Reading reading;
    private final BridgeHosts hosts;
    private final Supplier<Vocabulary> vocabulary;
    private final ConcurrentMap<String, HostReading> readings = new ConcurrentHashMap<>();
    private final ShownAccessories shown;
    private final FaultWarnings warnings;
    private final CompositionTimer timer;
    private final long openedAt;
    private final boolean isRemembered;
    private Optional<Object> attempt = Optional.empty();
    private boolean isOutdated;
    private volatile long changedAt;
    private volatile ItemIndex index = ItemIndex.EMPTY;
    private volatile Showing showing;
    private volatile boolean isClosed;
    private volatile boolean isComplete;

    /**
     * Begins to compose.
     *
     * @param contributors where it composes
     * @param memory what was chosen where no item keeps it
     * @param writer writes how the items are described that the bridge uses
     */
    BridgeExposure(
            BridgeView bridge,
            AccessorySink sink,
            Workers workers,
            Contributors contributors,
            Memory memory,
            MemoryWriter writer,
            BridgeHosts hosts,
            Supplier<Vocabulary> vocabulary) {
        this.bridge = bridge;
        this.sink = sink;
        this.workers = workers;
        this.memory = memory;
        this.writer = writer;
        Optional<BridgeMemory> before = writer.load();
        this.isLoaded = before.isPresent();
        this.descriptions = new DescriptionMemory(
                before.flatMap(all -> all.get(Domain.DESCRIPTIONS)).orElse(ItemDescriptions.NONE));
        this.stage = new Stage(bridge.id(), sink, workers, memory);
        this.hosts = hosts;
        this.vocabulary = vocabulary;
        this.reading = Reading.of(bridge);
        this.shown = new ShownAccessories(sink);
        this.warnings = new FaultWarnings(bridge.id(), workers::nanoTime);
        String threads = "bridge " + bridge.id();
        this.timer = new CompositionTimer(workers, work -> contributors.execute(threads, work), this::composeNow);
        this.openedAt = workers.nanoTime();
        this.isRemembered = !sink.remembered().isEmpty();
        this.showing = Showing.of(bridge, Set.of(), Map.of(), Map.of());
        changed();
    }

    /** What it made of the items when it composed them last. */
    Showing showing() {
        return showing.on(hosts.known().get().stream().map(Host::name).collect(Collectors.toSet()));
    }

    /** What is known of the bridge. */
    BridgeView bridge() {
        return bridge;
    }

    /** An item got a state: on a host's thread. */
    void updated(String host, String item, ItemState state) {
        index.updated(host, item, state);
    }

    /** Items of a host came, went or changed: composes anew when that has settled. */
    void changed(Host host, ItemChanges changes) {
        of(host).changed(changes.names());
        changed();
    }

    /** The registry of a host came or went. */
    void changed(Host host) {
        of(host).allChanged();
        changed();
    }

    /** Types came or went. */
    void changed() {
        changedAt = workers.nanoTime();
        timer.changed(isRemembered && !isComplete ? RETURN_SETTLE : SETTLE);
    }

    /**
     * A type or a host is left out or back: what is under way may be what it hangs in, so that is given up. Whoever is in
     * there changes nothing any more when he is back.
     */
    void giveUp() {
        synchronized (this) {
            attempt = Optional.empty();
            readings.clear();
        }
        timer.changed(Duration.ZERO);
    }

    @Override
    public void close() {
        isClosed = true;
        timer.close();
        synchronized (this) {
            attempt = Optional.empty();
            shown.close();
        }
        memory.save();
        writer.save(this::described);
    }

    /** What could not be read at the start is kept. */
    private BridgeMemory described(BridgeMemory before) {
        Map<String, ItemDescription> items = new HashMap<>();
        if (!isLoaded) {
            before.get(Domain.DESCRIPTIONS).ifPresent(old -> items.putAll(old.items()));
        }
        items.putAll(descriptions.known().items());
        return before.with(Domain.DESCRIPTIONS, new ItemDescriptions(items));
    }

    private synchronized HostReading of(Host host) {
        return readings.computeIfAbsent(host.name(), name -> new HostReading(host, reading, descriptions));
    }

    private void composeNow() {
        Optional<Object> mine = begin();
        if (mine.isEmpty()) {
            return;
        }
        try {
            CompositionRound round = round();
            if (isCurrent(mine, () -> index = shown.prepare(round.wanted(), round.missing()))) {
                round.wanted().values().forEach(LiveAccessory::refresh);
                List<Runnable> announcements = new ArrayList<>();
                isCurrent(mine, () -> announcements.addAll(show(round)));
                announcements.forEach(Runnable::run);
            }
        } catch (Throwable failure) {
            LOG.error("The items of bridge {} can't be composed and are tried again", bridge.id(), failure);
            isCurrent(mine, readings::clear);
            timer.remind(LOOK_AGAIN);
        } finally {
            end(mine);
        }
    }

    /** One at a time; who comes meanwhile is done afterwards. */
    private synchronized Optional<Object> begin() {
        isOutdated = attempt.isPresent();
        if (isClosed || isOutdated) {
            return Optional.empty();
        }
        attempt = Optional.of(new Object());
        return attempt;
    }

    private synchronized boolean isCurrent(Optional<Object> mine, Runnable change) {
        boolean isCurrent = attempt.equals(mine) && !isClosed;
        if (isCurrent) {
            change.run();
        }
        return isCurrent;
    }

    private synchronized void end(Optional<Object> mine) {
        if (attempt.equals(mine)) {
            attempt = Optional.empty();
            if (isOutdated) {
                timer.changed(Duration.ZERO);
            }
        }
    }

    private List<Runnable> show(CompositionRound round) {
        List<Runnable> announcements = shown.put(round.wanted(), round.missing().keySet());
        shown.remove(round.removed());
        showing = Showing.of(bridge, Set.of(), round.reports(), shown.absences());
        if (round.isLearning()) {
            writer.changed(this::described);
        }
        boolean isWaiting = !completeWhen(round);
        boolean isFaulty = isComplete && warnings.look(round.reports().values());
        if (isWaiting && !hasSettled()) {
            timer.remind(SETTLE);
        } else if (isWaiting || isFaulty || round.isReserving() || round.isFailing()) {
            timer.remind(LOOK_AGAIN);
        }
        return announcements;
    }

    private CompositionRound round() {
        Vocabulary words = vocabulary.get();
        CompositionRound round = begun();
        for (Host host : hosts.known().get()) {
            HostReading items = of(host);
            try {
                items.compose(words, numbers(host)).ifPresent(composition -> {
                    composition.accessories().forEach(plan -> remember(host, plan));
                    round.composed(host, composition, items);
                });
            } catch (ContributorException told) {
                items.allChanged();
                round.fails(host.name());
            }
        }
        round.hosts().stream()
                .filter(host -> !round.reports().containsKey(host))
                .forEach(host -> unknown(round, host));
        round.wanted().values().removeIf(accessory -> !accessory.isMadeOf(words));
        return round;
    }

    private synchronized CompositionRound begun() {
        return new CompositionRound(stage, shown, sink.remembered());
    }

    private void unknown(CompositionRound round, String host) {
        Optional<Host> known = hosts.named(host);
        if (hosts.takes().test(host)) {
            round.away(
                    host,
                    known.filter(Host::isHanging).isPresent() || round.isFailing(host)
                            ? AbsenceCauses.hostFails(host)
                            : AbsenceCauses.hostAway(
                                    host, known.flatMap(Host::registry).isPresent()));
        } else {
            round.unselected(host);
        }
    }

    private Numbers numbers(Host host) {
        return (owner, service) -> memory.value(
                        LiveAccessory.key(host, owner), service, CharacteristicTypes.SERVICE_LABEL_INDEX)
                .filter(Value.Whole.class::isInstance)
                .map(value -> ((Value.Whole) value).number());
    }

    private void remember(Host host, AccessoryPlan plan) {
        String key = LiveAccessory.key(host, plan.owner());
        plan.services()
                .forEach(service -> service.number()
                        .ifPresent(number -> memory.keep(
                                key, service.key(), CharacteristicTypes.SERVICE_LABEL_INDEX, Value.of((long) number))));
    }

    /**
     * Says that all is told that is there, once the hosts of all that the bridge remembers have told their items. A host
     * whose registry isn't there is waited for a while, one that is loading for as long as that takes: until this is said,
     * reads of what is absent wait, and nothing leaves because of it. Types that come one after another are waited for, too.
     *
     * @return whether it has been said
     */
    private boolean completeWhen(CompositionRound round) {
        boolean isWaitOver = workers.nanoTime() - openedAt >= HOST_WAIT.toNanos();
        Set<String> told = round.reports().keySet();
        boolean isAllTold = round.hosts().stream()
                .filter(hosts.takes())
                .allMatch(host -> told.contains(host)
                        || round.isFailing(host)
                        || isWaitOver
                                && hosts.named(host).flatMap(Host::registry).isEmpty());
        if (!isComplete && hasSettled() && isAllTold && (!told.isEmpty() || isWaitOver)) {
            isComplete = true;
            sink.complete();
            LOG.info("Bridge {} shows {} accessories made of items", bridge.id(), shown.count());
        }
        return isComplete;
    }

    private boolean hasSettled() {
        return workers.nanoTime() - changedAt >= SETTLE.toNanos();
    }
}
