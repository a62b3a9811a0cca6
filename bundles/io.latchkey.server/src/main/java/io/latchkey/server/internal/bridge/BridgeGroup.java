// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.bridge.AbsentAccessory;
import io.latchkey.api.bridge.AccessoryPlace;
import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.server.internal.database.ContributedAccessories;
import io.latchkey.server.internal.database.LeftOut;
import io.latchkey.server.internal.database.PlacedBridges;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * All bridges of one configuration: the first one, and further ones as soon as it has no room for all accessories.
 * Providers are opened once and don't know how many bridges there are. Safe for all threads; no method waits.
 */
final class BridgeGroup {
    private final BridgeServices parts;
    private final Set<AccessoryProvider> known;
    private final Bridge first;
    private final FurtherBridges further;
    private final BridgeEnabling enabling;
    private final StandaloneServers standalone;
    private volatile Optional<Supply> supply = Optional.empty();
    private volatile Optional<ProviderOpenings> contributions = Optional.empty();
    private boolean stopped;

    /**
     * Makes a group that does nothing yet.
     *
     * @param known the providers, which may come and go
     */
    BridgeGroup(Settings settings, BridgeServices parts, BridgeIds ids, Set<AccessoryProvider> known) {
        this.parts = parts;
        this.known = known;
        this.first = new Bridge(settings, parts, Optional.empty(), this::furnish, this::placeAgain);
        this.further = new FurtherBridges(settings, parts, ids, this::placeAgain);
        this.standalone = new StandaloneServers(settings, parts, ids, this::isPaired, this::placeAgain);
        this.enabling = new BridgeEnabling(settings, parts.items(), this::permit, first::switched);
    }

    /** Where accessories come from. */
    private record Supply(ContributedAccessories offering, ProviderOpenings providers) {}

    /** Starts. */
    void start() {
        enabling.start();
        first.start();
    }

    /** The one that has the configured id. */
    Bridge first() {
        return first;
    }

    /** The others that run and show what the first one has no room for. */
    List<Bridge> further() {
        return further.running();
    }

    /** What says whether controllers may use them. */
    BridgeEnabling enabling() {
        return enabling;
    }

    /** The servers that run of those that stand alone. */
    List<Bridge> standalone() {
        return standalone.running();
    }

    /** What became of all that is offered to them. */
    List<AccessoryPlace> places() {
        return Stream.concat(
                        Stream.of(standalone(), List.of(first), further())
                                .flatMap(List::stream)
                                .flatMap(BridgeReport::places),
                        leftOut().stream().map(BridgeReport::place))
                .toList();
    }

    /** What none of them can show and why. */
    List<LeftOut> leftOut() {
        return supply.map(each -> each.offering().leftOut()).orElse(List.of());
    }

    /** What people have to know of them: what none can show, and what is absent for a reason that looks like a mistake. */
    List<String> notices() {
        List<String> notices = new ArrayList<>(enabling.notice().stream().toList());
        if (!leftOut().isEmpty()) {
            notices.add("left out: " + LeftOut.text(leftOut()));
        }
        supply.ifPresent(each -> notices.addAll(each.offering().notices()));
        return notices;
    }

    /** What one of them shows though it isn't there. */
    List<AbsentAccessory> absent(Bridge bridge) {
        return supply.flatMap(each -> bridge.loaded()
                        .map(loaded -> each.offering()
                                .absent(loaded.database(), bridge.settings().id())))
                .orElse(List.of());
    }

    /**
     * What is offered to them.
     *
     * @throws IllegalStateException while they start
     */
    ContributedAccessories offering() {
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
        enabling.change(changed);
        standalone.change(changed);
        supply.ifPresent(each -> each.providers().view(changed.view()));
        placeAgain();
    }

    /**
     * Begins to end everything: all records go, then all sessions, once they have their answers.
     *
     * @return ends when all that has left, and what is to be remembered is stored; whatever hangs may keep it from ever
     *     ending
     */
    CompletableFuture<Void> leave() {
        enabling.close();
        Optional<Supply> last = takeSupply();
        last.ifPresent(each -> each.offering().close());
        further.stop();
        standalone.stop();
        List<CompletableFuture<?>> leaving = new ArrayList<>();
        last.ifPresent(each -> leaving.add(each.offering().write().toCompletableFuture()));
        all().forEach(each -> leaving.add(each.leave()));
        leaving.add(further.rested());
        leaving.add(standalone.rested());
        return CompletableFuture.allOf(leaving.toArray(CompletableFuture[]::new));
    }

    /** Ends what is left after {@link #leave}; the contributions last. */
    void end() {
        all().forEach(Bridge::end);
        contributions.ifPresent(ProviderOpenings::close);
        further.release();
        standalone.release();
    }

    private List<Bridge> all() {
        List<Bridge> all = new ArrayList<>(further.running());
        all.addAll(standalone.running());
        all.add(first);
        return all;
    }

    private void permit(boolean isGranted) {
        first.permit(isGranted);
        further.permit(isGranted);
        standalone.permit(isGranted);
    }

    private CompletionStage<Void> furnish(LoadedBridge loaded) {
        enabling.loaded(loaded);
        return further.stored().thenCombine(standalone.stored(), (stored, alone) -> {
            ContributedAccessories offering = new ContributedAccessories(
                    new PlacedBridges(loaded.database(), further, stored, standalone, alone),
                    parts.workers(),
                    parts.clock(),
                    parts.timing(),
                    () -> first.settings().keepAbsent());
            if (supplied(offering)) {
                offering.start();
                providersChanged();
            }
            return null;
        });
    }

    private void placeAgain() {
        supply.ifPresent(each -> each.offering().placeAgain());
    }

    /** Whether controllers know one of the bridges, those apart that stand alone. */
    private boolean isPaired() {
        return Stream.concat(Stream.of(first), further().stream())
                .flatMap(bridge -> bridge.loaded().stream())
                .anyMatch(loaded -> loaded.trust().isPaired());
    }

    private synchronized boolean supplied(ContributedAccessories offering) {
        if (!stopped) {
            ProviderOpenings providers = new ProviderOpenings(
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
        contributions = last.map(Supply::providers);
        supply = Optional.empty();
        return last;
    }
}
