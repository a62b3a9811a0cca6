// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.store.Allocation;
import io.latchkey.api.store.BridgeMemory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The servers of those accessories of one configuration that stand alone. Each shows its accessory, or nothing but itself
 * once that has moved back and controllers still know the server. One change at a time, none of which waits; looking is
 * safe for all threads.
 */
final class StandalonePlaces {
    private final StandaloneStarter starter;
    /** What the servers had in former runs that haven't run in this one. */
    private final Map<AccessoryKey, RememberedBridge> stored;

    private final Map<AccessoryKey, AccessoryDatabase> running = new ConcurrentHashMap<>();
    /** What those had that have ended in this run because nothing was left on them. */
    private final Map<AccessoryKey, Allocation> resting = new ConcurrentHashMap<>();

    /**
     * Begins with none running.
     *
     * @param stored what they had in former runs
     */
    StandalonePlaces(StandaloneStarter starter, Map<AccessoryKey, RememberedBridge> stored) {
        this.starter = starter;
        this.stored = Map.copyOf(stored);
    }

    /** Those that run. */
    Stream<AccessoryDatabase> databases() {
        return running.values().stream();
    }

    /** What is remembered of all of them. */
    Stream<RememberedBridge> remembered() {
        return stored.values().stream();
    }

    /** The one that runs for that accessory. */
    Optional<AccessoryDatabase> database(AccessoryKey key) {
        return Optional.ofNullable(running.get(key));
    }

    /** Whether its server shows an accessory. */
    boolean shows(AccessoryKey key) {
        return Optional.ofNullable(allocation(key).accessories().get(key.stored()))
                .filter(Allocator::isInUse)
                .isPresent();
    }

    /**
     * Who shows what of all that is to be shown.
     *
     * @param onBridge whether a bridge shows an accessory
     */
    StandaloneShares split(List<OfferedAccessory> offers, Predicate<AccessoryKey> onBridge) {
        return StandaloneShares.of(
                offers,
                new StandaloneShares.Present(
                        offer -> starter.category(offer.accessory()).isPresent(),
                        onBridge,
                        this::shows,
                        this::isPaired,
                        starter.isHomePaired()));
    }

    /**
     * Shows these and nothing else. One that can't be started or shown keeps no other from that; the stage fails then, when
     * all are done.
     *
     * @param known all that is known
     */
    CompletionStage<Void> show(List<OfferedAccessory> alone, List<KnownAccessory> known) {
        Map<AccessoryKey, OfferedAccessory> shown =
                alone.stream().collect(Collectors.toMap(OfferedAccessory::key, Function.identity()));
        Map<AccessoryKey, KnownAccessory> unknown = known.stream()
                .filter(each -> each.merged().isEmpty() && shows(each.key()))
                .collect(Collectors.toMap(KnownAccessory::key, Function.identity()));
        Set<AccessoryKey> all = new HashSet<>(shown.keySet());
        all.addAll(unknown.keySet());
        all.addAll(running.keySet());
        stored.forEach((key, before) -> {
            if (before.paired()) {
                all.add(key);
            }
        });
        List<CompletableFuture<Void>> done = new ArrayList<>();
        all.forEach(
                key -> done.add(show(key, Optional.ofNullable(shown.get(key)), Optional.ofNullable(unknown.get(key)))
                        .toCompletableFuture()));
        return CompletableFuture.allOf(done.toArray(CompletableFuture[]::new));
    }

    /** Ends one and changes what is stored of it; the next showing starts it from that. */
    CompletionStage<Void> replace(AccessoryKey key, UnaryOperator<BridgeMemory> change) {
        Optional.ofNullable(running.remove(key)).ifPresent(ended -> resting.put(key, ended.allocation()));
        return starter.replace(key, change);
    }

    private CompletionStage<Void> show(
            AccessoryKey key, Optional<OfferedAccessory> offer, Optional<KnownAccessory> unknown) {
        return starter.start(key, offer.map(OfferedAccessory::accessory)).thenCompose(started -> {
            started.ifPresent(database -> {
                running.put(key, database);
                resting.remove(key);
            });
            return started.map(database -> show(database, offer, unknown))
                    .orElseGet(() -> CompletableFuture.completedFuture(null))
                    .thenRun(() -> rest(key, offer.isPresent() || unknown.isPresent()));
        });
    }

    private static CompletionStage<Void> show(
            AccessoryDatabase database, Optional<OfferedAccessory> offer, Optional<KnownAccessory> unknown) {
        return unknown.filter(awaited -> !database.isShown())
                .map(awaited -> database.await(Set.of(awaited.key().stored()), HomeNotices.closed(List.of(awaited))))
                .orElseGet(() -> database.show(offer.stream().toList()));
    }

    /** One that was paired when it began stays as long as this run does, as further bridges do. */
    private void rest(AccessoryKey key, boolean isNeeded) {
        boolean wasPaired = Optional.ofNullable(stored.get(key))
                .filter(RememberedBridge::paired)
                .isPresent();
        if (!isNeeded && !wasPaired && running.containsKey(key) && starter.rest(key)) {
            resting.put(key, running.remove(key).allocation());
        }
    }

    private boolean isPaired(AccessoryKey key) {
        return running.containsKey(key)
                ? starter.isPaired(key)
                : Optional.ofNullable(stored.get(key))
                        .filter(RememberedBridge::paired)
                        .isPresent();
    }

    private Allocation allocation(AccessoryKey key) {
        return database(key)
                .map(AccessoryDatabase::allocation)
                .or(() -> Optional.ofNullable(resting.get(key)))
                .or(() -> Optional.ofNullable(stored.get(key)).map(RememberedBridge::allocation))
                .orElse(Allocation.EMPTY);
    }
}
