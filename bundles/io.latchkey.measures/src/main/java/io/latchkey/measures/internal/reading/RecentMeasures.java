// SPDX-License-Identifier: EPL-2.0
package io.latchkey.measures.internal.reading;

import io.latchkey.api.bridge.BridgeMeasures;
import io.latchkey.api.bridge.CountingBridge;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The measures of a bridge for those who ask for one number after the other: what was read a moment ago serves all of them,
 * so that the numbers of one look belong together. Safe for all threads.
 */
public final class RecentMeasures {
    private static final long MOMENT = Duration.ofMillis(100).toNanos();

    private final CountingBridge bridge;
    private final LongSupplier nanoTime;
    private volatile Reading last;

    /** What was read, and when. */
    private record Reading(BridgeMeasures measures, long at) {}

    /**
     * Prepares to read.
     *
     * @param nanoTime the clock
     */
    public RecentMeasures(CountingBridge bridge, LongSupplier nanoTime) {
        this.bridge = bridge;
        this.nanoTime = nanoTime;
    }

    /** What holds now. */
    public BridgeMeasures now() {
        long now = nanoTime.getAsLong();
        Reading known = last;
        if (known == null || now - known.at() > MOMENT) {
            known = new Reading(bridge.measures(), now);
            last = known;
        }
        return known.measures();
    }
}
