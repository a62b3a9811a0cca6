// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.store.Allocation;
import io.latchkey.api.store.BridgeMemory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bridges of one configuration, each at its place: the first one at 0, the others behind it, and beside them the servers
 * of accessories that stand alone. Shows on each what is
 * placed on it, or keeps it closed while nobody knows what some of its ids stand for. One change at a time, none of which
 * waits; looking is safe for all threads.
 */
public final class PlacedBridges {
    private static final Logger LOG = LoggerFactory.getLogger(PlacedBridges.class);

    /** The place that all have together that stand alone, where it is counted how many leave at once. */
    private static final int ALONE = Placement.MOST_BRIDGES;

    private final String id;
    private final AccessoryDatabase first;
    private final FurtherBridgeStarter starter;
    private final List<RememberedBridge> stored;
    private final Map<Integer, AccessoryDatabase> further = new ConcurrentSkipListMap<>();
    /** What those had that have ended in this run because nothing was left on them. */
    private final Map<Integer, Allocation> resting = new TreeMap<>();

    private final StandalonePlaces alone;
    private final HomeNotices notices;
    private volatile Map<String, Integer> places = Map.of();
    private volatile List<LeftOut> leftOut = List.of();

    /**
     * Begins with the first one.
     *
     * @param further starts the others
     * @param stored what these had in former runs, in the order of their numbers
     * @param standalone starts the servers of accessories that stand alone
     * @param storedAlone what those had in former runs
     */
    public PlacedBridges(
            AccessoryDatabase first,
            FurtherBridgeStarter further,
            List<RememberedBridge> stored,
            StandaloneStarter standalone,
            Map<AccessoryKey, RememberedBridge> storedAlone) {
        this.id = first.id();
        this.first = first;
        this.starter = further;
        this.stored = List.copyOf(stored);
        this.alone = new StandalonePlaces(standalone, storedAlone);
        this.notices = new HomeNotices(id);
        this.places = places(allocations());
    }

    /** The id of the first one. */
    String id() {
        return id;
    }

    /** What is remembered of all of them, the first one's first. */
    List<RememberedBridge> remembered() {
        return Stream.concat(Stream.concat(Stream.of(first.remembered()), stored.stream()), alone.remembered())
                .toList();
    }

    /** Those that run. */
    Stream<AccessoryDatabase> databases() {
        return Stream.concat(Stream.concat(Stream.of(first), further.values().stream()), alone.databases());
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    List<String> notices() {
        return notices.now();
    }

    void problem(Optional<String> what) {
        first.problem(what);
    }

    /** Whether an accessory is placed on that bridge. */
    boolean isOn(AccessoryDatabase database, AccessoryKey key) {
        return alone.database(key).filter(own -> own == database).isPresent()
                ? alone.shows(key)
                : isBridge(database) && place(database) == places.getOrDefault(key.stored(), -1);
    }

    /** Lets leave what has to, places the rest and shows it. */
    CompletionStage<Void> show(AccessoryKeeper keeper, KeeperTime now) {
        List<Allocation> allocations = allocations();
        Map<String, Integer> before = places(allocations);
        keeper.settle(now, key -> before.getOrDefault(key.stored(), alone.shows(key) ? ALONE : -1));
        StandaloneShares shares = alone.split(keeper.offers(now), key -> before.containsKey(key.stored()));
        List<OfferedAccessory> offers = shares.bridged();
        Placement placement = Placement.of(offers, allocations);
        tellLeftOut(placement, offers);
        List<KnownAccessory> known = keeper.all();
        notices.update(known, key -> name(before.getOrDefault(key.stored(), 0)), placement, allocations.size());
        return show(placement.shares(), known, before)
                .thenRun(() -> places = places(allocations()))
                .thenCompose(done -> alone.show(shares.alone(), known));
    }

    private CompletionStage<Void> show(
            List<List<OfferedAccessory>> shares, List<KnownAccessory> known, Map<String, Integer> before) {
        CompletionStage<Void> shown = done();
        for (int each = 0; each < shares.size(); each++) {
            int place = each;
            shown = shown.thenCompose(done -> show(place, shares.get(place), known, before));
        }
        return shown;
    }

    /** Ends the server of an accessory and changes what is stored of it, until it is shown once more. */
    CompletionStage<Void> replace(AccessoryKey standalone, UnaryOperator<BridgeMemory> change) {
        return alone.replace(standalone, change);
    }

    /** Writes down how the accessories are. */
    CompletionStage<Void> write(List<OfferedAccessory> offers) {
        Map<String, OfferedAccessory> byName =
                offers.stream().collect(Collectors.toMap(each -> each.key().stored(), Function.identity()));
        CompletableFuture<?>[] written = databases()
                .map(database -> database.write(byName).toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(written);
    }

    /** Gives ids and place of an absent accessory to another one; see {@link ContributedAccessories#adopt}. */
    CompletionStage<Void> adopt(AccessoryKeeper keeper, AccessoryKey absent, AccessoryKey successor) {
        Map<AccessoryKey, KnownAccessory> known =
                keeper.all().stream().collect(Collectors.toMap(KnownAccessory::key, Function.identity()));
        if (alone.shows(absent) || alone.shows(successor)) {
            throw new IllegalArgumentException((alone.shows(absent) ? absent : successor).accessory()
                    + " stands alone, and its server is its own for ever: give the item its old name");
        }
        KnownAccessory old = required(known, absent);
        KnownAccessory next = required(known, successor);
        if (old.isThere() || !next.isThere() || old.merged().isEmpty()) {
            throw new IllegalArgumentException(absent.accessory() + " has to be absent, and " + successor.accessory()
                    + " has to be there, for one to take the place of the other");
        }
        Adoption adoption = Adoption.of(
                        old.merged().get().shape(), next.merged().orElseThrow().shape())
                .orElseThrow(() -> new IllegalArgumentException(
                        successor.accessory() + " lacks a service of " + absent.accessory()));
        return reallocated(absent.stored(), successor, adoption);
    }

    private CompletionStage<Void> reallocated(String absent, AccessoryKey successor, Adoption adoption) {
        AccessoryDatabase to = database(places.getOrDefault(absent, -1));
        Map<String, Allocation.Entry> entries = new HashMap<>(to.allocation().accessories());
        Allocation.Entry given = adoption.ids(entries.remove(absent), successor.provider());
        Optional.ofNullable(entries.remove(successor.stored()))
                .ifPresent(own -> entries.put(absent, Allocator.released(own)));
        entries.put(successor.stored(), given);
        AccessoryDatabase from = database(places.getOrDefault(successor.stored(), -1));
        Map<String, Allocation.Entry> others = new HashMap<>(from.allocation().accessories());
        others.computeIfPresent(successor.stored(), (name, own) -> Allocator.released(own));
        return to.reallocate(new Allocation(entries))
                .thenCompose(done -> from == to ? done() : from.reallocate(new Allocation(others)));
    }

    private CompletionStage<Void> show(
            int place, List<OfferedAccessory> share, List<KnownAccessory> known, Map<String, Integer> before) {
        List<KnownAccessory> unknown = known.stream()
                .filter(each -> each.merged().isEmpty())
                .filter(each -> before.getOrDefault(each.key().stored(), -1) == place)
                .toList();
        boolean needed = !share.isEmpty() || !unknown.isEmpty() || isPaired(place);
        return running(place, needed)
                .thenCompose(found -> found.map(database -> show(database, share, unknown, known))
                        .orElseGet(PlacedBridges::done))
                .thenRun(() -> rest(place, needed));
    }

    private void rest(int place, boolean needed) {
        if (place > 0 && !needed && further.containsKey(place) && starter.rest(place - 1)) {
            resting.put(place, further.remove(place).allocation());
        }
    }

    private static CompletionStage<Void> show(
            AccessoryDatabase database,
            List<OfferedAccessory> share,
            List<KnownAccessory> unknown,
            List<KnownAccessory> known) {
        if (unknown.isEmpty() || database.isShown()) {
            return database.show(share);
        }
        Set<String> inUse = new HashSet<>();
        known.forEach(each -> inUse.add(each.key().stored()));
        return database.await(inUse, HomeNotices.closed(unknown));
    }

    private CompletionStage<Optional<AccessoryDatabase>> running(int place, boolean needed) {
        Optional<AccessoryDatabase> known = Optional.ofNullable(place == 0 ? first : further.get(place));
        if (known.isPresent() || !needed) {
            return CompletableFuture.completedFuture(known);
        }
        return starter.start(place - 1).thenApply(started -> {
            started.ifPresent(database -> {
                further.put(place, database);
                resting.remove(place);
            });
            return started;
        });
    }

    private static CompletionStage<Void> done() {
        return CompletableFuture.completedFuture(null);
    }

    private AccessoryDatabase database(int place) {
        return Optional.ofNullable(place == 0 ? first : further.get(place))
                .orElseThrow(() -> new IllegalArgumentException("its bridge doesn't run"));
    }

    private boolean isBridge(AccessoryDatabase database) {
        return database == first || further.containsValue(database);
    }

    private int place(AccessoryDatabase database) {
        return further.entrySet().stream()
                .filter(each -> each.getValue() == database)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(0);
    }

    private String name(int place) {
        return place == 0 || !further.containsKey(place)
                ? id
                : further.get(place).id();
    }

    private boolean isPaired(int place) {
        return place > 0 && place <= stored.size() && stored.get(place - 1).paired();
    }

    private List<Allocation> allocations() {
        List<Allocation> allocations = new ArrayList<>(List.of(first.allocation()));
        stored.forEach(each -> allocations.add(each.allocation()));
        SortedMap<Integer, Allocation> ofThisRun = new TreeMap<>(resting);
        further.forEach((place, database) -> ofThisRun.put(place, database.allocation()));
        ofThisRun.forEach((place, allocation) -> {
            if (place < allocations.size()) {
                allocations.set(place, allocation);
            } else {
                allocations.add(allocation);
            }
        });
        return allocations;
    }

    private static Map<String, Integer> places(List<Allocation> allocations) {
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < allocations.size(); place++) {
            for (String name : RememberedBridge.inUse(allocations.get(place))) {
                places.putIfAbsent(name, place);
            }
        }
        return places;
    }

    private void tellLeftOut(Placement placement, List<OfferedAccessory> offers) {
        List<LeftOut> now = new ArrayList<>(placement.leftOut());
        offers.stream()
                .filter(each -> !each.merged().crowdedOut().isEmpty())
                .forEach(each -> now.add(new LeftOut(
                        each.key().provider(),
                        each.key().accessory(),
                        "there is no room for " + each.merged().crowdedOut()
                                + " beside its absent parts: prune them, see latchkey:absent")));
        if (!now.equals(leftOut)) {
            leftOut = now;
            if (!now.isEmpty()) {
                LOG.warn("Bridge {} leaves out {}", id, LeftOut.text(now));
            }
        }
    }

    private static KnownAccessory required(Map<AccessoryKey, KnownAccessory> known, AccessoryKey key) {
        return Optional.ofNullable(known.get(key))
                .orElseThrow(() -> new IllegalArgumentException("there is no accessory " + key.accessory()));
    }
}
