// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.store.BridgeMemory;
import io.latchkey.server.internal.database.AccessoryDatabase;
import io.latchkey.server.internal.database.FurtherBridgeOwner;
import io.latchkey.server.internal.database.FurtherBridgeStarter;
import io.latchkey.server.internal.database.RememberedBridge;
import java.util.ArrayList;
import java.util.HashMap;
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
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bridges {@code home-2}, {@code home-3} and so on of a configuration {@code home}. One that has been is known by
 * what is stored of it, and runs while something is placed on it or controllers know it; a configuration that asks for its
 * id is refused. An id that belongs to another configuration is never taken. Safe for all threads.
 */
final class FurtherBridges implements FurtherBridgeStarter {
    private static final Logger LOG = LoggerFactory.getLogger(FurtherBridges.class);

    private final String first;
    private final BridgeServices parts;
    private final BridgeIds ids;
    private final String owner;
    private final List<String> members = new ArrayList<>();
    private final SortedMap<Integer, Bridge> running = new ConcurrentSkipListMap<>();
    private final Map<Integer, CompletableFuture<Void>> resting = new HashMap<>();
    private Settings settings;
    private boolean isPermitted = true;
    private boolean stopped;

    FurtherBridges(Settings settings, BridgeServices parts, BridgeIds ids) {
        this.first = settings.id();
        this.settings = settings;
        this.parts = parts;
        this.ids = ids;
        this.owner = "further one of " + first;
    }

    /** Those of former runs, in the order of their numbers; read on the disk thread. */
    CompletionStage<List<RememberedBridge>> stored() {
        return onDisk(this::found).thenApply(this::taken);
    }

    @Override
    public CompletionStage<Optional<AccessoryDatabase>> start(int index) {
        boolean isKnown = index < members();
        CompletionStage<Set<String>> names =
                isKnown ? CompletableFuture.completedFuture(Set.of()) : onDisk(parts.store()::bridges);
        return rested(index)
                .thenCompose(rested -> names)
                .thenCompose(stored -> bridge(index, stored)
                        .map(FurtherBridges::loaded)
                        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty())));
    }

    @Override
    public synchronized boolean rest(int index) {
        Optional<Bridge> idle = Optional.ofNullable(running.get(index))
                .filter(bridge ->
                        bridge.loaded().filter(each -> !each.trust().isPaired()).isPresent());
        idle.ifPresent(bridge -> {
            running.remove(index);
            resting.put(index, BridgeEnding.of(parts.workers(), bridge.leave(), bridge::end));
            LOG.info(
                    "Bridge {} has nothing left to show and nobody knows it: it rests",
                    of(members.get(index)).id());
        });
        return idle.isPresent();
    }

    /** Ends when those that rest have ended. */
    synchronized CompletableFuture<Void> rested() {
        return CompletableFuture.allOf(resting.values().toArray(CompletableFuture[]::new));
    }

    private synchronized CompletionStage<Void> rested(int index) {
        return Optional.ofNullable(resting.remove(index)).orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /** Those that run, by number. */
    List<Bridge> running() {
        return List.copyOf(running.values());
    }

    /** Takes another configuration of the same first id. */
    synchronized void change(Settings changed) {
        settings = changed;
        running.values().forEach(bridge -> bridge.change(of(bridge.settings().id())));
    }

    /** Lets controllers use the accessories of all of them, or not. */
    synchronized void permit(boolean isGranted) {
        isPermitted = isGranted;
        running.values().forEach(bridge -> bridge.permit(isGranted));
    }

    /** Starts none any more. */
    synchronized void stop() {
        stopped = true;
    }

    /** Gives the ids back, once all have ended. */
    synchronized void release() {
        members.forEach(id -> ids.release(id, owner));
    }

    private static CompletionStage<Optional<AccessoryDatabase>> loaded(Bridge bridge) {
        return bridge.load().thenApply(done -> bridge.loaded().map(LoadedBridge::database));
    }

    private synchronized int members() {
        return members.size();
    }

    private synchronized Optional<Bridge> bridge(int index, Set<String> stored) {
        if (stopped) {
            return Optional.empty();
        }
        if (!running.containsKey(index)) {
            String id = index < members.size() ? members.get(index) : claim(stored);
            Bridge bridge =
                    new Bridge(of(id), parts, Optional.of(first), loaded -> CompletableFuture.completedFuture(null));
            bridge.permit(isPermitted);
            running.put(index, bridge);
        }
        return Optional.of(running.get(index));
    }

    private String claim(Set<String> stored) {
        int number = 2;
        while (stored.contains(first + "-" + number) || !ids.claim(first + "-" + number, owner)) {
            number++;
        }
        String id = first + "-" + number;
        members.add(id);
        LOG.info("Bridge {} shows what bridge {} has no room for: pair it, too", id, first);
        return id;
    }

    private SortedMap<Integer, BridgeMemory> found() {
        Pattern ours = Pattern.compile(Pattern.quote(first) + "-[1-9]\\d{0,8}");
        SortedMap<Integer, BridgeMemory> found = new TreeMap<>();
        for (String id : parts.store().bridges()) {
            if (ours.matcher(id).matches()) {
                BridgeMemory memory = parts.store().load(id);
                if (FurtherBridgeOwner.first(memory).equals(Optional.of(first))) {
                    found.put(Integer.valueOf(number(id)), memory);
                }
            }
        }
        return found;
    }

    private synchronized List<RememberedBridge> taken(SortedMap<Integer, BridgeMemory> found) {
        members.clear();
        List<RememberedBridge> stored = new ArrayList<>();
        if (!stopped) {
            found.forEach((number, memory) -> {
                String id = first + "-" + number;
                ids.take(id, owner);
                members.add(id);
                stored.add(RememberedBridge.of(memory));
            });
        }
        return stored;
    }

    private <T> CompletionStage<T> onDisk(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, parts.workers().disk())
                .thenApplyAsync(Function.identity(), parts.workers().home());
    }

    private Settings of(String id) {
        return settings.further(id, number(id));
    }

    private String number(String id) {
        return id.substring(first.length() + 1);
    }
}
