// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Value;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What is remembered of one characteristic. The value last known and the value last announced are two things: a read that
 * overtakes an announcement must not make subscribers miss it, and one that an announcement overtakes must not bring back
 * the value before. Safe for all threads.
 */
final class Memory {
    private final AtomicReference<State> state =
            new AtomicReference<>(new State(Optional.empty(), Optional.empty(), 0));

    private record State(Optional<Value> known, Optional<Value> announced, long announcements) {}

    Optional<Value> known() {
        return state.get().known();
    }

    /** How often something was announced: the moment at which a read begins. */
    long moment() {
        return state.get().announcements();
    }

    /** Remembers what was read, unless something has been announced since the read began. */
    void know(Value value, long since) {
        state.updateAndGet(before ->
                before.announcements() == since ? new State(Optional.of(value), before.announced(), since) : before);
    }

    /** Remembers an announcement and says whether it differs from the one before. */
    boolean announce(Value value) {
        Optional<Value> now = Optional.of(value);
        State before = state.getAndUpdate(old -> new State(now, now, old.announcements() + 1));
        return !before.announced().equals(now);
    }
}
