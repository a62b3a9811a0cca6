// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.bridge.AbsentAccessory;
import io.latchkey.api.bridge.AccessoryPlace;
import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.server.internal.database.LeftOut;
import io.latchkey.server.internal.database.Offering;
import io.latchkey.server.internal.database.PlacedBridges;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All bridges of one configuration: the first one, and further ones as soon as it has no room for all accessories.
 * Providers are opened once and don't know how many bridges there are. Safe for all threads; only {@link #stop}
 * waits, a few seconds at most.
 */
final class BridgeGroup {
    private static final Logger LOG = LoggerFactory.getLogger(BridgeGroup.class);
    private static final long STOP_SECONDS = 3;

    private final Parts parts;
    private final Set<AccessoryProvider> known;
    private final Bridge first;
    private final FurtherBridges further;
    private volatile Optional<Supply> supply = Optional.empty();
    private boolean stopped;

    /**
     * Makes a group that does nothing yet.
     *
     * @param known the providers, which may come and go
     */
    BridgeGroup(Settings settings, Parts parts, BridgeIds ids, Set<AccessoryProvider> known) {
        this.parts = parts;
        this.known = known;
        this.first = new Bridge(settings, parts, Optional.empty(), this::furnish);
        this.further = new FurtherBridges(settings, parts, ids);
    }

    /** Where accessories come from. */
    private record Supply(Offering offering, Providers providers) {}

    /** Starts, on a work thread. */
    void start() {
        first.start();
    }

    /** The one that has the configured id. */
    Bridge first() {
        return first;
    }

    /** The others that run. */
    List<Bridge> further() {
        return further.running();
    }

    /** What became of all that is offered to them. */
    List<AccessoryPlace> places() {
        return Stream.concat(
                        Stream.concat(Stream.of(first), further().stream()).flatMap(BridgeReport::places),
                        leftOut().stream().map(BridgeReport::place))
                .toList();
    }

    /** What none of them can show and why. */
    List<LeftOut> leftOut() {
        return supply.map(each -> each.offering().leftOut()).orElse(List.of());
    }

    /** What people have to know of them: what none can show, and what is absent for a reason that looks like a mistake. */
    List<String> notices() {
        List<String> notices = new ArrayList<>();
        if (!leftOut().isEmpty()) {
            notices.add("left out: " + leftOut().stream().map(LeftOut::toString).collect(Collectors.joining(", ")));
        }
        supply.ifPresent(each -> notices.addAll(each.offering().notices()));
        return notices;
    }

    /** What one of them shows though it isn't there. */
    List<AbsentAccessory> absent(Bridge bridge) {
        return supply.flatMap(each -> bridge.inside()
                        .map(inside -> each.offering()
                                .absent(inside.database(), bridge.settings().id())))
                .orElse(List.of());
    }

    /**
     * What is offered to them.
     *
     * @throws IllegalStateException while they start
     */
    Offering offering() {
        return supply.map(Supply::offering)
                .orElseThrow(() -> new IllegalStateException("the bridge is still starting: try again"));
    }

    /** Opens the providers that have come and closes those that have gone. */
    void providersChanged() {
        supply.ifPresent(each -> each.providers().update());
    }

    /** Takes another configuration of the same id; sessions stay open unless the address has changed. */
    synchronized void change(Settings changed) {
        first.change(changed);
        further.change(changed);
        supply.ifPresent(each -> each.providers().view(changed.view()));
    }

    /** Ends everything: the records first, then the sessions, then the contributions. */
    void stop() {
        Optional<Supply> last = takeSupply();
        last.ifPresent(each -> each.offering().close());
        further.stop();
        List<Bridge> all = new ArrayList<>(further.running());
        all.add(first);
        List<CompletableFuture<?>> ending = new ArrayList<>();
        last.ifPresent(each -> ending.add(each.offering().write().toCompletableFuture()));
        all.forEach(each -> ending.add(each.leave()));
        await(CompletableFuture.allOf(ending.toArray(CompletableFuture[]::new)));
        all.forEach(Bridge::end);
        last.ifPresent(each -> each.providers().close());
        further.release();
    }

    private CompletionStage<Void> furnish(Bridge.Inside inside) {
        return further.stored().thenAccept(stored -> {
            Offering offering = new Offering(
                    new PlacedBridges(inside.database(), further, stored),
                    parts.workers(),
                    parts.clock(),
                    parts.timing(),
                    () -> first.settings().keepAbsent());
            if (supplied(offering)) {
                offering.start();
                providersChanged();
            }
        });
    }

    private synchronized boolean supplied(Offering offering) {
        if (!stopped) {
            Providers providers = new Providers(
                    known,
                    parts.workers(),
                    parts.lanes(),
                    offering,
                    first.settings().view());
            supply = Optional.of(new Supply(offering, providers));
        }
        return !stopped;
    }

    private synchronized Optional<Supply> takeSupply() {
        stopped = true;
        Optional<Supply> last = supply;
        supply = Optional.empty();
        return last;
    }

    private void await(CompletableFuture<Void> answered) {
        try {
            answered.get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("Bridge {} is stopped by force", first.settings().id(), e);
        }
    }
}
