// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.store.Allocation;
import io.latchkey.api.store.Domain;
import io.latchkey.server.internal.database.AccessoryDatabase;
import io.latchkey.server.internal.database.Descent;
import io.latchkey.server.internal.database.Further;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bridges {@code home-2}, {@code home-3} and so on of a configuration {@code home}. One that has been is known by
 * what is stored of it, and runs when something is placed on it or controllers know it; a configuration that asks for its
 * id is refused. An id that belongs to another configuration is never taken. Safe for all threads.
 */
final class FurtherBridges implements Further {
    private static final Logger LOG = LoggerFactory.getLogger(FurtherBridges.class);

    private final String first;
    private final Parts parts;
    private final BridgeIds ids;
    private final String owner;
    private final List<String> members = new ArrayList<>();
    private final SortedMap<Integer, Bridge> running = new ConcurrentSkipListMap<>();
    private Settings settings;
    private boolean stopped;

    FurtherBridges(Settings settings, Parts parts, BridgeIds ids) {
        this.first = settings.id();
        this.settings = settings;
        this.parts = parts;
        this.ids = ids;
        this.owner = "further one of " + first;
    }

    @Override
    public synchronized List<Stored> stored() {
        members.clear();
        Pattern ours = Pattern.compile(Pattern.quote(first) + "-[1-9]\\d{0,8}");
        List<String> found = parts.store().bridges().stream()
                .filter(id -> ours.matcher(id).matches())
                .sorted(Comparator.comparing(id -> Integer.valueOf(number(id))))
                .toList();
        List<Stored> stored = new ArrayList<>();
        for (String id : found) {
            Allocation allocation = allocation(id);
            if (isFromHere(allocation) && !stopped) {
                ids.take(id, owner);
                members.add(id);
                stored.add(new Stored(allocation, isPaired(id)));
            }
        }
        return stored;
    }

    @Override
    public Optional<AccessoryDatabase> start(int index) {
        Optional<Bridge> bridge = bridge(index);
        bridge.filter(each -> each.inside().isEmpty()).ifPresent(Bridge::load);
        return bridge.flatMap(Bridge::inside).map(Bridge.Inside::database);
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

    /** Starts none any more. */
    synchronized void stop() {
        stopped = true;
    }

    /** Gives the ids back, once all have ended. */
    synchronized void release() {
        members.forEach(id -> ids.release(id, owner));
    }

    private synchronized Optional<Bridge> bridge(int index) {
        if (stopped) {
            return Optional.empty();
        }
        if (!running.containsKey(index)) {
            String id = index < members.size() ? members.get(index) : claim();
            begin(id);
            running.put(index, new Bridge(of(id), parts, Optional.of(first), inside -> {}));
        }
        return Optional.of(running.get(index));
    }

    private String claim() {
        Set<String> stored = parts.store().bridges();
        int number = 2;
        while (stored.contains(first + "-" + number) || !ids.claim(first + "-" + number, owner)) {
            number++;
        }
        String id = first + "-" + number;
        members.add(id);
        LOG.info("Bridge {} shows what bridge {} has no room for: pair it, too", id, first);
        return id;
    }

    private void begin(String id) {
        if (!isFromHere(allocation(id))) {
            parts.store().save(id, Domain.ALLOCATION, Descent.begin(first));
        }
    }

    private Allocation allocation(String id) {
        return parts.store().load(id, Domain.ALLOCATION).orElse(Allocation.EMPTY);
    }

    private boolean isFromHere(Allocation allocation) {
        return Descent.first(allocation).equals(Optional.of(first));
    }

    private boolean isPaired(String id) {
        return parts.store()
                .load(id, Domain.PAIRINGS)
                .filter(each -> !each.pairings().isEmpty())
                .isPresent();
    }

    private Settings of(String id) {
        return settings.further(id, number(id));
    }

    private String number(String id) {
        return id.substring(first.length() + 1);
    }
}
