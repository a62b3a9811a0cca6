// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Remembers since when something is missing and how long it may still be. Used under the lock of its owner, in rounds:
 * what isn't asked for in a round has come back or is gone.
 */
final class Grace {
    private final Duration length;
    private final LongSupplier clock;
    private final Map<String, Long> since = new HashMap<>();
    private final Set<String> held = new HashSet<>();

    Grace(Duration length, LongSupplier clock) {
        this.length = length;
        this.clock = clock;
    }

    /** Whether what is missing shall stay for now. */
    boolean holds(String key) {
        long first = since.computeIfAbsent(key, missing -> clock.getAsLong());
        boolean isInTime = clock.getAsLong() - first < length.toNanos();
        if (isInTime) {
            held.add(key);
        }
        return isInTime;
    }

    /** Ends a round; tells whether something is held. */
    boolean endRound() {
        since.keySet().retainAll(held);
        held.clear();
        return !since.isEmpty();
    }
}
