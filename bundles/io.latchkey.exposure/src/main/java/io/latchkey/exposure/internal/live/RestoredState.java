// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.item.ItemState;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Tells a state that a host brings back from one that came about: after a start, and whenever an items file was read anew,
 * a host has an item without state, and gives it the stored one shortly afterwards. Nobody pressed a button then. Used in
 * tasks of one service.
 */
final class RestoredState {
    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

    private final LongSupplier nanoTime;
    private OptionalLong missingSince = OptionalLong.empty();

    RestoredState(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Takes what the item says, a state or that it has none yet; tells whether it is one that was brought back. */
    boolean take(ItemState state) {
        long now = nanoTime.getAsLong();
        if (state == ItemState.Missing.NULL) {
            missingSince = missingSince.isPresent() ? missingSince : OptionalLong.of(now);
            return false;
        }
        boolean isRestored = missingSince.isPresent() && now - missingSince.getAsLong() < PATIENCE;
        missingSince = OptionalLong.empty();
        return isRestored;
    }
}
