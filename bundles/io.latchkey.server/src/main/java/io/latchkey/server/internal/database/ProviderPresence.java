// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which providers are there and which of them have told all. A provider may be there twice for a moment, while its bundle
 * is updated. Pure; not for use by several threads.
 */
final class ProviderPresence {
    /** How long after the start one that isn't there may still be on its way. */
    static final Duration COMING_UP = Duration.ofSeconds(30);

    private final long start;
    private final Map<String, List<Object>> there = new HashMap<>();
    private final Set<Object> complete = new HashSet<>();
    private final Set<String> wereComplete = new HashSet<>();

    /** Nobody is there yet. */
    ProviderPresence(KeeperTime start) {
        this.start = start.nanos();
    }

    void join(String provider, Object owner) {
        there.computeIfAbsent(provider, first -> new ArrayList<>()).add(owner);
    }

    void complete(String provider, Object owner) {
        complete.add(owner);
        wereComplete.add(provider);
    }

    void leave(String provider, Object owner) {
        complete.remove(owner);
        there.computeIfPresent(provider, (same, owners) -> {
            owners.remove(owner);
            return owners.isEmpty() ? null : owners;
        });
    }

    boolean isThere(String provider) {
        return there.containsKey(provider);
    }

    /** Whether it is there and has told all. */
    boolean isComplete(String provider) {
        return there.getOrDefault(provider, List.of()).stream().anyMatch(complete::contains);
    }

    /** Whether all that are there, at least one, have told all. */
    boolean areAllComplete() {
        return !there.isEmpty() && there.keySet().stream().allMatch(this::isComplete);
    }

    /** Whether what it has not put yet may come soon. */
    boolean isComingUp(String provider, KeeperTime now) {
        if (isThere(provider)) {
            return !isComplete(provider);
        }
        return !wereComplete.contains(provider) && now.since(start).compareTo(COMING_UP) < 0;
    }
}
