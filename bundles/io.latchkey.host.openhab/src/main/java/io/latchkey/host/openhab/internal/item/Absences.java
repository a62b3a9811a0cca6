// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.item;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How long items have been away. openHAB takes away and brings back all items of a file when a bundle of its own is
 * refreshed, which takes seconds, and controllers delete rooms and automations of what is gone: so an item counts as
 * removed only after {@link #GRACE}. Goes by rounds, one for each reading; for one thread at a time.
 */
final class Absences {
    static final Duration GRACE = Duration.ofSeconds(20);

    private final LongSupplier nanoTime;
    private Map<String, Long> since = new HashMap<>();
    private Map<String, Long> round = new HashMap<>();

    Absences(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Whether an item that isn't there may come back yet. */
    boolean isTolerated(String item) {
        long now = nanoTime.getAsLong();
        long begun = since.getOrDefault(item, now);
        boolean isTolerated = now - begun < GRACE.toNanos();
        if (isTolerated) {
            round.put(item, begun);
        }
        return isTolerated;
    }

    /** Forgets all items but those that this round has tolerated; says whether there are any. */
    boolean endRound() {
        since = round;
        round = new HashMap<>();
        return !since.isEmpty();
    }
}
