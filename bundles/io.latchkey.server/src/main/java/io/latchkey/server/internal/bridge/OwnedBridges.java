// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.server.internal.database.AccessoryDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bridges that belong to a configuration which doesn't name them: they run while they have something to show or controllers
 * know them, and rest otherwise. Safe for all threads; no method waits.
 *
 * @param <K> tells them apart
 */
final class OwnedBridges<K extends Comparable<K>> {
    private static final Logger LOG = LoggerFactory.getLogger(OwnedBridges.class);

    private final Workers workers;
    private final SortedMap<K, Bridge> running = new ConcurrentSkipListMap<>();
    private final Map<K, CompletableFuture<Void>> resting = new HashMap<>();
    private boolean isPermitted = true;
    private boolean stopped;

    OwnedBridges(Workers workers) {
        this.workers = workers;
    }

    /** Does something on the disk thread; the stage ends on {@code latchkey-home}. */
    <T> CompletionStage<T> onDisk(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, workers.disk()).thenApplyAsync(Function.identity(), workers.home());
    }

    /**
     * Starts one, unless it runs, once what it was before has ended.
     *
     * @param maker makes it; not called when none is to be started any more
     * @return ends with its accessories, or empty
     */
    CompletionStage<Optional<AccessoryDatabase>> start(K key, Supplier<Bridge> maker) {
        return rested(key)
                .thenCompose(rested -> bridge(key, maker)
                        .map(OwnedBridges::loaded)
                        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty())));
    }

    /** Lets one rest that controllers don't know; tells whether it does. */
    synchronized boolean rest(K key) {
        Optional<Bridge> idle = find(key)
                .filter(bridge ->
                        bridge.loaded().filter(each -> !each.trust().isPaired()).isPresent());
        idle.ifPresent(bridge -> {
            running.remove(key);
            resting.put(key, BridgeEnding.of(workers, bridge.leave(), bridge::end));
            LOG.info(
                    "Bridge {} has nothing left to show and nobody knows it: it rests",
                    bridge.settings().id());
        });
        return idle.isPresent();
    }

    /** Ends one, whoever knows it, if it runs; it may be started again when that has been done. */
    synchronized CompletionStage<Void> end(K key) {
        Optional.ofNullable(running.remove(key))
                .ifPresent(bridge -> resting.put(key, BridgeEnding.of(workers, bridge.leave(), bridge::end)));
        return Optional.ofNullable(resting.get(key)).orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /** Ends when those that rest have ended. */
    synchronized CompletableFuture<Void> rested() {
        return CompletableFuture.allOf(resting.values().toArray(CompletableFuture[]::new));
    }

    Optional<Bridge> find(K key) {
        return Optional.ofNullable(running.get(key));
    }

    /** Those that run, in order. */
    List<Bridge> running() {
        return List.copyOf(running.values());
    }

    /** Gives each its settings anew. */
    void change(UnaryOperator<Settings> changed) {
        running().forEach(bridge -> bridge.change(changed.apply(bridge.settings())));
    }

    /** Lets controllers use the accessories of all of them, or not, also of those that are started later. */
    synchronized void permit(boolean isGranted) {
        isPermitted = isGranted;
        running.values().forEach(bridge -> bridge.permit(isGranted));
    }

    /** Starts none any more. */
    synchronized void stop() {
        stopped = true;
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    private synchronized CompletionStage<Void> rested(K key) {
        return Optional.ofNullable(resting.remove(key)).orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private synchronized Optional<Bridge> bridge(K key, Supplier<Bridge> maker) {
        if (stopped) {
            return Optional.empty();
        }
        if (!running.containsKey(key)) {
            Bridge made = maker.get();
            made.permit(isPermitted);
            running.put(key, made);
        }
        return find(key);
    }

    private static CompletionStage<Optional<AccessoryDatabase>> loaded(Bridge bridge) {
        return bridge.load().thenApply(done -> bridge.loaded().map(LoadedBridge::database));
    }
}
