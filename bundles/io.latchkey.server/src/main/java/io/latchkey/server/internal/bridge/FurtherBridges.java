// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.store.BridgeMemory;
import io.latchkey.server.internal.database.AccessoryDatabase;
import io.latchkey.server.internal.database.BridgeOwner;
import io.latchkey.server.internal.database.FurtherBridgeStarter;
import io.latchkey.server.internal.database.RememberedBridge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
    private final BridgeOwner owner;
    private final Runnable trustChanged;
    private final List<String> members = new ArrayList<>();
    private final OwnedBridges<Integer> bridges;
    private volatile Settings settings;

    /**
     * Begins with none.
     *
     * @param trustChanged runs when controllers have begun or ceased to know one of them
     */
    FurtherBridges(Settings settings, BridgeServices parts, BridgeIds ids, Runnable trustChanged) {
        this.first = settings.id();
        this.settings = settings;
        this.parts = parts;
        this.ids = ids;
        this.owner = BridgeOwner.further(first);
        this.trustChanged = trustChanged;
        this.bridges = new OwnedBridges<>(parts.workers());
    }

    /** Those of former runs, in the order of their numbers; read on the disk thread. */
    CompletionStage<List<RememberedBridge>> stored() {
        return bridges.onDisk(this::found).thenApply(this::taken);
    }

    @Override
    public CompletionStage<Optional<AccessoryDatabase>> start(int index) {
        CompletionStage<Set<String>> names = index < members()
                ? CompletableFuture.completedFuture(Set.of())
                : bridges.onDisk(parts.store()::bridges);
        return names.thenCompose(stored -> bridges.start(index, () -> bridge(index, stored)));
    }

    @Override
    public boolean rest(int index) {
        return bridges.rest(index);
    }

    /** Ends when those that rest have ended. */
    CompletableFuture<Void> rested() {
        return bridges.rested();
    }

    /** Those that run, by number. */
    List<Bridge> running() {
        return bridges.running();
    }

    /** Takes another configuration of the same first id. */
    void change(Settings changed) {
        settings = changed;
        bridges.change(now -> of(now.id()));
    }

    /** Lets controllers use the accessories of all of them, or not. */
    void permit(boolean isGranted) {
        bridges.permit(isGranted);
    }

    /** Starts none any more. */
    void stop() {
        bridges.stop();
    }

    /** Gives the ids back, once all have ended. */
    synchronized void release() {
        members.forEach(id -> ids.release(id, owner.text()));
    }

    private synchronized int members() {
        return members.size();
    }

    private synchronized Bridge bridge(int index, Set<String> stored) {
        String id = index < members.size() ? members.get(index) : claim(stored);
        return new Bridge(
                of(id), parts, Optional.of(owner), loaded -> CompletableFuture.completedFuture(null), trustChanged);
    }

    private String claim(Set<String> stored) {
        int number = 2;
        while (stored.contains(first + "-" + number) || !ids.claim(first + "-" + number, owner.text())) {
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
                if (BridgeOwner.of(memory).equals(Optional.of(owner))) {
                    found.put(Integer.valueOf(number(id)), memory);
                }
            }
        }
        return found;
    }

    private synchronized List<RememberedBridge> taken(SortedMap<Integer, BridgeMemory> found) {
        members.clear();
        List<RememberedBridge> stored = new ArrayList<>();
        if (!bridges.isStopped()) {
            found.forEach((number, memory) -> {
                String id = first + "-" + number;
                ids.take(id, owner.text());
                members.add(id);
                stored.add(RememberedBridge.of(memory));
            });
        }
        return stored;
    }

    private Settings of(String id) {
        return settings.further(id, number(id));
    }

    private String number(String id) {
        return id.substring(first.length() + 1);
    }
}
