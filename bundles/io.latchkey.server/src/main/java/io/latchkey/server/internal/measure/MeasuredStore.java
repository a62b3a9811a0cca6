// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.measure;

import io.latchkey.api.store.BridgeMemory;
import io.latchkey.server.internal.store.StoreListener;
import java.util.Optional;

/**
 * Counts what becomes of the memory of a bridge, keeps what was wrong last, and hands all of it on. Called on
 * {@code latchkey-disk}; never waits.
 */
public final class MeasuredStore implements StoreListener {
    private final BridgeCounters counters;
    private final StoreListener next;
    private volatile Optional<String> trouble = Optional.empty();

    /**
     * Prepares to count.
     *
     * @param next hears all that this one hears
     */
    public MeasuredStore(BridgeCounters counters, StoreListener next) {
        this.counters = counters;
        this.next = next;
    }

    /** Why the last change couldn't be stored, in the words of the store; empty when it could, or when none was made. */
    public Optional<String> trouble() {
        return trouble;
    }

    @Override
    public void stored(BridgeMemory before, BridgeMemory after) {
        trouble = Optional.empty();
        if (before != after) {
            counters.stored();
        }
        next.stored(before, after);
    }

    @Override
    public void failed(String why) {
        trouble = Optional.of(why);
        counters.storeFailed();
        next.failed(why);
    }
}
