// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.concurrent.ContributorException;
import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.provider.BridgeView;
import io.latchkey.exposure.internal.absence.AbsenceCauses;
import io.latchkey.exposure.internal.check.CompositionReport;
import io.latchkey.exposure.internal.describe.StoredDescriptions;
import io.latchkey.exposure.internal.language.Vocabulary;
import io.latchkey.exposure.internal.live.BridgeContext;
import io.latchkey.exposure.internal.live.Host;
import io.latchkey.exposure.internal.live.ItemIndex;
import io.latchkey.exposure.internal.live.LiveAccessory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Composes the accessories of one bridge, on a thread for foreign code once things have settled: an accessory whose plan
 * stays isn't touched. It says what is there and why what the bridge remembers isn't ({@link AccessoryRetention}); it never
 * concludes that something is gone, because controllers delete rooms and automations of what is gone. What fails is tried
 * again; what hangs is given up and tried on another thread ({@link CompositionAttempts}).
 */
final class BridgeComposition {
    /** How often to look whether an absent accessory has left whose items something else asks for. */
    static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(BridgeComposition.class);

    private final BridgeView bridge;
    private final BridgeContext context;
    private final BridgeHosts hosts;
    private final Supplier<Vocabulary> vocabulary;
    private final HostReadings readings;
    private final StoredDescriptions descriptions;
    private final ButtonNumbers numbers;
    private final ShownAccessories shown;
    private final FaultWarnings warnings;
    private final StartCompletion completion;
    private final CompositionAttempts attempts = new CompositionAttempts();
    private final CompositionTimer timer;
    private volatile ItemIndex index = ItemIndex.EMPTY;
    private volatile CompositionReport showing;
    private volatile Map<String, List<String>> served = Map.of();

    /** Has composed nothing yet. */
    BridgeComposition(
            BridgeView bridge,
            BridgeContext context,
            Contributors contributors,
            BridgeHosts hosts,
            Supplier<Vocabulary> vocabulary,
            HostReadings readings,
            StoredDescriptions descriptions) {
        this.bridge = bridge;
        this.context = context;
        this.hosts = hosts;
        this.vocabulary = vocabulary;
        this.readings = readings;
        this.descriptions = descriptions;
        this.numbers = new ButtonNumbers(context.memory());
        this.shown = new ShownAccessories(context.sink());
        this.warnings = new FaultWarnings(bridge.id(), context.workers()::nanoTime);
        this.completion = new StartCompletion(context, hosts);
        String threads = "bridge " + bridge.id();
        this.timer =
                new CompositionTimer(context.workers(), work -> contributors.execute(threads, work), this::composeNow);
        this.showing = CompositionReport.of(bridge, Set.of(), Map.of(), Set.of(), Map.of());
    }

    /** The names of the accessories that it shows by the code of a contributor. */
    List<String> served(String contributor) {
        return served.getOrDefault(contributor, List.of());
    }

    /** What it made of the items last. */
    CompositionReport showing() {
        return showing;
    }

    /** Finds the services that an item feeds. */
    ItemIndex index() {
        return index;
    }

    /** Something isn't as it was: composes when that has settled. */
    void changed() {
        completion.changed();
        timer.changed(completion.settleTime());
    }

    /** What is under way may hang: it changes nothing any more, and what it reads is read anew by others. */
    void giveUp() {
        attempts.giveUp(readings::clear);
        timer.changed(Duration.ZERO);
    }

    /** Composes nothing more, and ends the timers of what is shown. */
    void close() {
        timer.close();
        attempts.close(shown::close);
    }

    private void composeNow() {
        attempts.begin().ifPresent(this::compose);
    }

    private void compose(CompositionAttempts.Attempt attempt) {
        try {
            read(attempt)
                    .filter(all -> attempt.change(() -> index = shown.prepare(all.wanted(), all.missing())))
                    .ifPresent(all -> show(attempt, all));
        } catch (Throwable failure) {
            LOG.error("The items of bridge {} can't be composed and are tried again", bridge.id(), failure);
            attempt.change(readings::clear);
            timer.remind(LOOK_AGAIN);
        } finally {
            if (attempt.end()) {
                timer.changed(Duration.ZERO);
            }
        }
    }

    /** Decides what becomes of each accessory; empty when it was given up. */
    private Optional<AccessoryRetention> read(CompositionAttempts.Attempt attempt) {
        Vocabulary words = vocabulary.get();
        Optional<AccessoryRetention> begun = attempt.get(() -> new AccessoryRetention(context, shown.all()));
        if (begun.isEmpty()) {
            return begun;
        }
        AccessoryRetention all = begun.get();
        for (Host host : hosts.known().get()) {
            Optional<HostReading> items = attempt.get(() -> readings.of(host));
            if (items.isEmpty()) {
                return Optional.empty();
            }
            read(host, items.get(), words, all);
        }
        all.hosts().stream().filter(host -> !all.reports().containsKey(host)).forEach(host -> unknown(all, host));
        all.wanted().values().removeIf(accessory -> !accessory.isMadeOf(words));
        return begun;
    }

    private void read(Host host, HostReading items, Vocabulary words, AccessoryRetention all) {
        try {
            items.compose(words, numbers.of(host)).ifPresent(composition -> {
                composition.accessories().forEach(plan -> numbers.remember(host, plan));
                all.composed(host, composition, items);
            });
        } catch (ContributorException told) {
            items.allChanged();
            all.fails(host.name());
        }
    }

    private void unknown(AccessoryRetention all, String host) {
        Optional<Host> known = hosts.named(host);
        if (!hosts.takes().test(host)) {
            all.unselected(host);
        } else if (known.filter(Host::isHanging).isPresent() || all.isFailing(host)) {
            all.away(host, AbsenceCauses.hostFails(host));
        } else {
            all.away(
                    host,
                    AbsenceCauses.hostAway(host, known.flatMap(Host::registry).isPresent()));
        }
    }

    private void show(CompositionAttempts.Attempt attempt, AccessoryRetention all) {
        all.wanted().values().forEach(LiveAccessory::refresh);
        List<Runnable> announcements = new ArrayList<>();
        attempt.change(() -> announcements.addAll(put(all)));
        announcements.forEach(Runnable::run);
    }

    private List<Runnable> put(AccessoryRetention all) {
        List<Runnable> announcements = shown.put(all.wanted(), all.missing().keySet());
        shown.remove(all.removed());
        showing = CompositionReport.of(bridge, Set.of(), all.reports(), shown.televisions(), shown.absences());
        served = shown.byContributor();
        context.sink().notices(SelectionNotices.of(bridge.selection(), all.isEmpty()));
        if (all.isLearning()) {
            descriptions.changed();
        }
        remind(all);
        return announcements;
    }

    private void remind(AccessoryRetention all) {
        boolean isWaiting = !completion.look(all, shown.count());
        boolean isFaulty = !isWaiting && warnings.look(all.reports().values());
        if (isWaiting && !completion.hasSettled()) {
            timer.remind(StartCompletion.SETTLE);
        } else if (isWaiting || isFaulty || all.isReserving() || all.isFailing()) {
            timer.remind(LOOK_AGAIN);
        }
    }
}
